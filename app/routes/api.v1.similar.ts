import { findSimilar } from "#app/features/threads/searching/find-similar.server.ts";
import { similarParams } from "#app/features/threads/searching/search-filters.ts";
import { answerApi } from "#app/http/answer-api.server.ts";
import { page } from "#app/http/respond.server.ts";

/** `GET /api/v1/similar?title=&body=&limit=` */
export const loader = page((ctx) =>
  answerApi(ctx, { schema: similarParams, limited: "searchApi" }, (params) =>
    findSimilar(ctx, params),
  ),
);
