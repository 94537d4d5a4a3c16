import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { hashToken, newToken } from "#app/lib/tokens.server.ts";
import { storableDocument, type WrittenDraft } from "./draft-form.ts";

/** How long a guest's question waits for them to sign in. */
export const QUESTION_KEPT_SECONDS = 24 * 60 * 60;

/**
 * Keeps a guest's question; gives the secret that it is claimed with, of which only the hash is
 * stored. Throws InvalidError (title) when nothing was written.
 */
export async function keepQuestion(ctx: Ctx, input: WrittenDraft): Promise<string> {
  if ([input.title, input.body, input.tried ?? ""].every((text) => text.trim() === "")) {
    throw new InvalidError({ title: { key: "error.required" } });
  }
  const token = newToken();
  await ctx.db
    .insertInto("kept_question")
    .values({
      community_id: ctx.community.id,
      token_hash: hashToken(token),
      title: input.title,
      body: input.body,
      document: storableDocument(input.document),
      space_slug: input.spaceSlug,
      tags: input.tags,
      kind: input.kind,
      tried: input.tried ?? "",
      details: JSON.stringify(input.details ?? {}),
      expires_at: new Date(ctx.now.getTime() + QUESTION_KEPT_SECONDS * 1_000),
    })
    .execute();
  return token;
}
