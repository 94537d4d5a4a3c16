import { sql } from "kysely";
import { loadPost } from "#app/features/threads/load-post.server.ts";
import { setThreadStateInTx } from "#app/features/threads/set-thread-state.server.ts";
import { withdrawPost } from "#app/features/threads/withdraw-post.server.ts";
import { InvalidError, NotFoundError } from "#app/lib/errors.ts";
import type { Changes } from "#db/schema-moderation.ts";
import type { Change } from "./change.server.ts";
import { difference } from "./changes.ts";
import { closedBy, type Closing } from "./closed-by.ts";
import { decidedColumns } from "./load-decided.server.ts";
import { readTargets } from "./read-targets.server.ts";
import { insertDecisions, tellDecision, type DecisionRow } from "./record-decision.server.ts";

type Item = { kind: "post" | "thread"; id: number; thread_id: number; space_id: number };

/** More at once would hold too many rows for too long. */
const MOST_ITEMS = 2_000;

/** Everything of a member that isn't removed; the threads are held, in the order of their ids. */
async function itemsOf({ tx, ctx, decided }: Change): Promise<Item[]> {
  const { rows } = await sql<Item>`
    select 'thread' as kind, t.id, t.id as thread_id, t.space_id from thread t
    where t.community_id = ${ctx.community.id} and t.author_id = ${decided.about_id}
      and t.state <> 'deleted' and t.opening_post_id is not null
    union all
    select 'post', p.id, p.thread_id, t.space_id from post p
    join thread t on t.community_id = p.community_id and t.id = p.thread_id
    where p.community_id = ${ctx.community.id} and p.author_id = ${decided.about_id}
      and p.kind <> 'opening' and p.state <> 'deleted'
    order by 3, 1, 2 limit ${MOST_ITEMS + 1}
  `.execute(tx);
  const threadIds = [...new Set(rows.map((row) => row.thread_id))];
  await sql`select id from thread where community_id = ${ctx.community.id}
    and id = any(${threadIds}::bigint[]) order by id for no key update`.execute(tx);
  return rows.slice(0, MOST_ITEMS);
}

/** With the cases and reports about what is removed. */
async function alsoClosing({ tx, ctx }: Change, items: Item[], closing: Closing): Promise<Closing> {
  const idsOf = (kind: Item["kind"]) =>
    items.filter((item) => item.kind === kind).map(({ id }) => id);
  const { rows } = await sql<{ case_id: number; report_id: number | null }>`
    select c.id as case_id, r.id as report_id from moderation_case c
    left join report r on r.community_id = c.community_id and r.case_id = c.id and r.outcome is null
    where c.community_id = ${ctx.community.id} and c.closed_at is null
      and (c.post_id = any(${idsOf("post")}::bigint[]) or c.thread_id = any(${idsOf("thread")}::bigint[]))
  `.execute(tx);
  const reports = rows.flatMap(({ report_id: id }) => (id === null ? [] : [id]));
  return {
    ...closing,
    caseIds: [...new Set([...closing.caseIds, ...rows.map((row) => row.case_id)])],
    reportIds: [...new Set([...closing.reportIds, ...reports])],
  };
}

/** Of what changed, the part that an item did: its own row, and where its thread pointed at it. */
function shareOf(item: Item, effect: { before: Changes; after: Changes }) {
  const own = `${item.kind}:${item.id}`;
  if (item.kind === "thread") {
    const states = ["state", "state_reason", "state_by", "state_at"];
    const of = (changes: Changes): Changes => ({
      [own]: Object.fromEntries(
        Object.entries(changes[own] ?? {}).filter(([field]) => states.includes(field)),
      ),
    });
    return { before: of(effect.before), after: of(effect.after) };
  }
  const thread = `thread:${item.thread_id}`;
  const pointed = effect.before[thread] ?? {};
  const fields = (["accepted", "official"] as const).flatMap((name) =>
    pointed[`${name}_post_id`] === item.id
      ? [`${name}_post_id`, `${name}_by`, `${name}_at`].filter((field) => field in pointed)
      : [],
  );
  const of = (changes: Changes): Changes => ({
    [own]: changes[own] ?? {},
    ...(fields.length > 0
      ? { [thread]: Object.fromEntries(fields.map((field) => [field, changes[thread]?.[field]])) }
      : {}),
  });
  return { before: of(effect.before), after: of(effect.after) };
}

async function removeItems({ tx, ctx, words }: Change, items: Item[]): Promise<void> {
  const { reason } = words;
  for (const { kind, id } of items) {
    if (kind === "thread") {
      await setThreadStateInTx(tx, ctx, { threadId: id, to: "deleted", reason });
      continue;
    }
    const post = await loadPost(tx, ctx, id, { lock: true });
    if (post.state !== "deleted") await withdrawPost(tx, ctx, post, { to: "deleted", reason });
  }
}

/**
 * Removes everything that a member wrote, at most 2,000 things: one decision about the member, and one
 * with each thing that goes with it. Gives the first, whose reversal brings all of them back.
 */
export async function removeAll(
  change: Change,
  given: Closing,
): Promise<{ decisionId: number; removed: number }> {
  const { tx, ctx, decided, words, input } = change;
  if (decided.about_id === null) throw new NotFoundError();
  const at = ctx.community.id;
  const items = await itemsOf(change);
  if (items.length === 0) throw new InvalidError({ subject: { key: "moderation.nothingThere" } });
  const targets = items.flatMap(({ kind, id, thread_id: threadId }) => [
    `${kind}:${id}`,
    `thread:${threadId}`,
  ]);
  const was = await readTargets(tx, at, targets);
  await removeItems(change, items);
  const effect = difference(was, await readTargets(tx, at, targets));
  const { rows: ids } = await sql<{ id: number }>`
    select nextval('decision_id_seq') as id from generate_series(1, ${items.length})
  `.execute(tx);
  const first = decided.next_id;
  const closing = await alsoClosing(change, items, given);
  const head: DecisionRow = {
    ...decidedColumns(decided),
    ...words,
    id: first,
    verb: "remove_all",
    case_id: input.caseId ?? null,
    ...closedBy(closing),
    batch_id: null,
    reverses: null,
  };
  const each = items.map((item, index): DecisionRow => ({
    ...words,
    id: ids[index]!.id,
    verb: "remove",
    post_id: item.kind === "post" ? item.id : null,
    thread_id: item.kind === "thread" ? item.id : null,
    member_id: null,
    about_id: decided.about_id,
    space_id: item.space_id,
    case_id: null,
    ...shareOf(item, effect),
    batch_id: first,
    reverses: null,
  }));
  await insertDecisions(tx, ctx, { rows: [head, ...each], closing });
  await tellDecision(tx, ctx, first);
  return { decisionId: first, removed: items.length };
}
