import { sql } from "kysely";
import { publish } from "#app/events/publish.server.ts";
import { loadSettings } from "#app/features/automod/rules/load-settings.server.ts";
import { loadTools } from "#app/features/automod/screening/load-tools.server.ts";
import { runScreening } from "#app/features/automod/screening/run-screening.ts";
import type { Finding } from "#app/features/automod/screened.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { loadScreened, type StoredScreened } from "./load-screened.server.ts";

type Broken = { id: number; post_id: number; failed: string[]; created_at: Date };

const AT_ONCE = 100;
/** A check that stays broken for longer isn't waited for. */
const TRIED_FOR = 24 * 60 * 60_000;

/** What staff should see of something that shows. */
const weighs = ({ check, verdict }: Finding): boolean =>
  verdict !== "nudge" || check === "personalData";

async function settle(
  ctx: Ctx,
  { broken, post, findings }: { broken: Broken; post: StoredScreened; findings: Finding[] },
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const { rows } = await sql<{ id: number }>`
      update screening set looked_again_at = ${ctx.now},
        findings = findings || ${JSON.stringify(findings)}::jsonb
      where community_id = ${ctx.community.id} and id = ${broken.id} and looked_again_at is null
      returning id
    `.execute(tx);
    if (rows.length === 0 || findings.length === 0 || post.state !== "published") return;
    const { postId, threadId } = post;
    const payload = { threadId, postId, screeningId: broken.id, why: "again" } as const;
    const fact = { communityId: ctx.community.id, actorId: null };
    await publish(tx, { ...fact, type: "post.flagged", payload });
  });
}

/**
 * Runs what broke when something was posted, and tells staff when it finds something now; what stays
 * broken is tried again for a day. What is held because of it waits for staff anyway.
 */
export async function lookAgain(ctx: Ctx): Promise<number> {
  const { rows } = await sql<Broken>`
    select id, post_id, failed, created_at from screening
    where community_id = ${ctx.community.id} and failed <> '{}' and looked_again_at is null
      and post_id is not null
    order by id limit ${AT_ONCE}::int
  `.execute(ctx.db);
  if (rows.length === 0) return 0;
  const { settings } = await loadSettings(ctx);
  const tools = await loadTools(ctx);
  const posts = await loadScreened(
    ctx,
    sql`p.id = any(${rows.map((row) => row.post_id)}::bigint[])`,
  );
  const byId = new Map(posts.map((post) => [post.postId, post]));
  let looked = 0;
  for (const broken of rows) {
    const post = byId.get(broken.post_id);
    if (!post) continue;
    const only = new Set(broken.failed);
    const { findings, failed } = await runScreening(post.screened, settings, { ...tools, only });
    const over = ctx.now.getTime() - broken.created_at.getTime() > TRIED_FOR;
    if (failed.length > 0 && !over) continue;
    const broke = new Set<string>(failed.map(({ check }) => check));
    const found = findings.filter((finding) => weighs(finding) && !broke.has(finding.check));
    await settle(ctx, { broken, post, findings: found });
    looked += 1;
  }
  return looked;
}
