import type { ActionFunctionArgs } from "@remix-run/node";
import { detailsOf } from "#app/features/threads/asking/field-details.ts";
import { draftForm } from "#app/features/threads/drafts/draft-form.ts";
import { saveDraft } from "#app/features/threads/drafts/save-draft.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form } from "#app/http/respond.server.ts";

const save = form(async (ctx, fields) => {
  if (ctx.actor.id !== null) await limit(ctx, "draft", ctx.actor.id);
  const draft = { ...parseForm(draftForm, fields), details: detailsOf(fields) };
  return Response.json(await saveDraft(ctx, draft));
});

/** Takes what an open form saves by itself; answers with `{ saved, stored }`, or why not. */
export async function action(args: ActionFunctionArgs): Promise<Response> {
  const result = await save(args);
  if (result instanceof Response) return result;
  // A route without a page would give a failure's status up.
  return Response.json(result.data, { status: result.init?.status, headers: result.init?.headers });
}
