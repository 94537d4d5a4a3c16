import { handleKey } from "#app/features/members/handle.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { publicTitles } from "./public-threads.server.ts";
import {
  collectMentions,
  settleMentions,
  type FoundMembers,
  type Mentioned,
} from "./rich-text/mentions.ts";
import type { StoredText } from "./rich-text/render-text.ts";
import type { DocumentJson } from "./rich-text/schema.ts";
import { collectThreadLinks, settleThreadLinks } from "./rich-text/thread-links.ts";
import { readDocument, storedText, type Written } from "./write-rules.ts";

async function findMembers(
  ctx: Pick<Ctx, "db" | "community">,
  document: DocumentJson,
): Promise<FoundMembers> {
  const { ids, handles } = collectMentions(document);
  const byId = new Map<number, Mentioned>();
  const byHandle = new Map<string, Mentioned>();
  if (ids.length === 0 && handles.length === 0) return { byId, byHandle };
  const keys = handles.map(handleKey).filter((key) => key !== "");
  const rows = await ctx.db
    .selectFrom("member")
    .select(["id", "handle", "handle_key"])
    .where("community_id", "=", ctx.community.id)
    .where((eb) =>
      eb.or([
        ...(ids.length > 0 ? [eb("id", "in", ids)] : []),
        ...(keys.length > 0 ? [eb("handle_key", "in", keys)] : []),
      ]),
    )
    .execute();
  const byKey = new Map(rows.map((row) => [row.handle_key, row]));
  for (const row of rows) byId.set(row.id, row);
  for (const handle of handles) {
    const row = byKey.get(handleKey(handle));
    if (row) byHandle.set(handle, row);
  }
  return { byId, byHandle };
}

async function nameThreads(
  ctx: Pick<Ctx, "db" | "community">,
  document: DocumentJson,
): Promise<DocumentJson> {
  const { baseUrl } = ctx.community;
  const titles = await publicTitles(ctx, collectThreadLinks(document, baseUrl));
  return titles.size === 0 ? document : settleThreadLinks(document, { baseUrl, titles });
}

/**
 * What somebody wrote, as Markdown or as the editor's document → the stored forms of a post. Names
 * after an `@` become mentions when such a member is in the community, and bare addresses of its public
 * threads are named by their titles. Throws InvalidError on `body`.
 */
export async function readWritten(
  ctx: Pick<Ctx, "db" | "community">,
  given: Written,
): Promise<StoredText> {
  const document = await nameThreads(ctx, readDocument(given));
  return storedText(settleMentions(document, await findMembers(ctx, document)));
}
