import { recordSearch } from "#app/features/insights/record-search.server.ts";
import { searchForApi } from "#app/features/threads/searching/search-api.server.ts";
import { searchParams } from "#app/features/threads/searching/search-filters.ts";
import { answerApi } from "#app/http/answer-api.server.ts";
import { page } from "#app/http/respond.server.ts";

/** `GET /api/v1/search?q=&kind=&status=&space=&tag=&limit=&cursor=` */
export const loader = page((ctx) =>
  answerApi(ctx, { schema: searchParams, limited: "searchApi" }, async (params) => {
    const answer = await searchForApi(ctx, params);
    if (params.cursor === 0) {
      const shown = answer.hits.map(({ id }) => id);
      await recordSearch(ctx, { query: params.q, source: "api", total: answer.total, shown });
    }
    return answer;
  }),
);
