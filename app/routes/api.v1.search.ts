import { searchForApi } from "#app/features/threads/searching/search-api.server.ts";
import { searchParams } from "#app/features/threads/searching/search-filters.ts";
import { answerApi } from "#app/http/answer-api.server.ts";
import { page } from "#app/http/respond.server.ts";

/** `GET /api/v1/search?q=&kind=&status=&space=&tag=&limit=&cursor=` */
export const loader = page((ctx) =>
  answerApi(ctx, { schema: searchParams, limited: "searchApi" }, (params) =>
    searchForApi(ctx, params),
  ),
);
