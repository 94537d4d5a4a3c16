import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { Finding } from "../screened.ts";
import { printKeys } from "./print-keys.ts";
import type { Screening } from "./screen.server.ts";

/** Places in a text that are kept of a finding. */
const MOST_SPANS = 20;

const stored = (findings: readonly Finding[]): string =>
  JSON.stringify(
    findings.map(({ check, verdict, toStaff, toAuthor, spans }) => ({
      check,
      verdict,
      toStaff,
      toAuthor,
      spans: spans.slice(0, MOST_SPANS),
    })),
  );

/**
 * Keeps what was said of a text that is stored in the same transaction, where anything was said or a
 * check broke, and a post's fingerprint for those that come after it: one query, or none. Gives the
 * id of what was said.
 */
export async function keepScreening(
  tx: Tx,
  ctx: Pick<Ctx, "community" | "actor" | "now">,
  { postId, screening }: { postId: number | null; screening: Screening },
): Promise<number | null> {
  const { verdict, findings, failed, screened, prints } = screening;
  const says = findings.length > 0 || failed.length > 0;
  const kept = postId === null ? [] : prints;
  if (!says && kept.length === 0) return null;
  const at = ctx.community.id;
  const keys = printKeys(kept);
  const { rows } = await sql<{ id: number }>`
    with print as (
      insert into post_print (community_id, post_id, author_id, prints, created_at)
      select ${at}, ${postId}::bigint, ${ctx.actor.id}::bigint, ${kept}::bigint[], ${ctx.now}::timestamptz
      where ${kept.length > 0}
      on conflict (community_id, post_id) do update set prints = excluded.prints
    ),
    gone as (
      delete from post_print_key where community_id = ${at} and post_id = ${postId}::bigint
        and key <> all(${keys}::bigint[])
    ),
    found_by as (
      insert into post_print_key (community_id, key, post_id)
      select ${at}, key, ${postId}::bigint from unnest(${keys}::bigint[]) as key
      on conflict do nothing
    )
    insert into screening (community_id, post_id, member_id, surface, verdict, findings, failed, created_at)
    select ${at}, ${postId}::bigint, ${ctx.actor.id}::bigint, ${screened.surface}, ${verdict},
      ${stored(findings)}::jsonb, ${failed}::text[], ${ctx.now}::timestamptz
    where ${says}
    returning id
  `.execute(tx);
  return rows[0]?.id ?? null;
}
