import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import { publish } from "#app/events/publish.server.ts";
import { loadSettings } from "#app/features/automod/rules/load-settings.server.ts";
import { loadTools } from "#app/features/automod/screening/load-tools.server.ts";
import { runScreening } from "#app/features/automod/screening/run-screening.ts";
import type { Finding } from "#app/features/automod/screened.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadScreened, type StoredScreened } from "./load-screened.server.ts";
import { readDomains } from "./note-domains.server.ts";

const BATCH = 200;

async function flag(
  ctx: Ctx,
  { post, findings }: { post: StoredScreened; findings: Finding[] },
): Promise<void> {
  const { postId, threadId } = post;
  const at = ctx.community.id;
  await inTransaction(ctx.db, async (tx) => {
    const row = await tx
      .insertInto("screening")
      .values({
        community_id: at,
        post_id: postId,
        member_id: post.authorId,
        surface: post.screened.surface,
        verdict: "hold",
        findings: JSON.stringify(findings),
        created_at: ctx.now,
      })
      .returning("id")
      .executeTakeFirstOrThrow();
    const payload = { threadId, postId, screeningId: row.id, why: "import" } as const;
    await publish(tx, { communityId: at, actorId: null, type: "post.flagged", payload });
  });
}

/** What an import brought and wasn't looked at yet, a batch at a time by the ids of its posts. */
async function nextBatch(ctx: Ctx, source: string, after: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select p.id from post p
    where p.community_id = ${ctx.community.id} and p.id > ${after} and p.state = 'published'
      and exists (select from import_record r where r.community_id = p.community_id
        and r.source = ${source} and r.target_id = p.id and r.kind = 'post')
      and not exists (select from screening s where s.community_id = p.community_id and s.post_id = p.id)
    order by p.id limit ${BATCH}::int
  `.execute(ctx.db);
  return rows.map(({ id }) => id);
}

/**
 * After an import: the domains it links to are known here from now on. Where the settings say so, each
 * post is looked at as it stands, and what would be held gets a case; it all stays visible. What asks
 * for earlier posts or a service elsewhere is left out.
 */
export async function screenImported(
  ctx: Ctx,
  { payload }: AppEvent<"import.finished">,
): Promise<void> {
  await readDomains(ctx);
  const { settings } = await loadSettings(ctx);
  if (!settings.imports.openCases) return;
  const { model } = await loadTools(ctx);
  for (let ids = await nextBatch(ctx, payload.source, 0); ids.length > 0;) {
    for (const post of await loadScreened(ctx, sql`p.id = any(${ids}::bigint[])`)) {
      const { findings } = await runScreening(post.screened, settings, { model, askOutside: null });
      const strong = findings.filter(({ verdict }) => verdict !== "nudge");
      if (strong.length > 0) await flag(ctx, { post, findings: strong });
    }
    ids = await nextBatch(ctx, payload.source, ids.at(-1)!);
  }
}
