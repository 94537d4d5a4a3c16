import { sql } from "kysely";
import { expect } from "vitest";
import { decide } from "#app/features/moderation/decide.server.ts";
import type { Decide } from "#app/features/moderation/decide-input.ts";
import { reverseDecision } from "#app/features/moderation/reverse-decision.server.ts";
import { openDesk } from "#app/features/moderation/testing/open-desk.server.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { catchUp } from "#search/catch-up.server.ts";
import { compareIndex } from "#search/compare-index.server.ts";
import type { Db } from "../client.server.ts";
import type { TestMember } from "./make.ts";
import { runFollowers } from "./run-followers.ts";

type Undecided = Omit<Decide, "reason">;

/** Everything that a merge, split or conversion may change, by row; without threads in which nothing stands. */
async function rowsOf(db: Db, at: number): Promise<Record<string, unknown>> {
  const { rows } = await sql<{ row: string; is: unknown }>`
    select 'post ' || id as row, to_jsonb(p) - 'document' as is from post p where community_id = ${at}
    union all select 'thread ' || id, to_jsonb(t) - 'search_vector' from thread t
      where community_id = ${at} and opening_post_id is not null
    union all select 'follow ' || member_id || subject_kind || subject_id, to_jsonb(f)
      from follow f where community_id = ${at}
    union all select 'same ' || member_id || '/' || thread_id, to_jsonb(s)
      from same_here s where community_id = ${at}
    union all select 'vote ' || id, to_jsonb(v) from vote v where community_id = ${at}
    union all select 'bookmark ' || member_id || '/' || post_id, to_jsonb(b)
      from bookmark b where community_id = ${at}
    union all select 'fix ' || id, to_jsonb(r) from fix_report r where community_id = ${at}
    union all select 'redirect ' || path, to_jsonb(r) from redirect r where community_id = ${at}
    union all select 'space ' || id, to_jsonb(s) from space s where community_id = ${at}
    union all select 'tag ' || id, to_jsonb(g) from tag g where community_id = ${at}
    union all select 'member ' || id, to_jsonb(m) from member m where community_id = ${at}
  `.execute(db);
  return Object.fromEntries(rows.map(({ row, is }) => [row, is]));
}

/** The code of what a piece of work throws, or `done`. */
export async function codeOf(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => "done",
    (error: { code?: string }) => error.code ?? error,
  );
}

/** A desk whose decisions are followed by what counts, indexes and gives points. */
export async function reshapeScene(db: Db) {
  const desk = await openDesk(db);
  const { community } = desk;
  let since = new Date();

  /** Before each test: what there is, is counted. */
  const begin = async () => {
    await settleCommunity({ db, community });
    await catchUp(db, community);
    since = new Date();
  };

  /** Whatever follows from what was done has been done, and everything fits. */
  const settled = async () => {
    await runFollowers(desk.as(desk.admin), since, /^(recount_|settle_|index_thread$)/);
    expect(await examine(db, community.id)).toEqual([]);
    expect(await compareIndex(db, community, 100)).toEqual([]);
  };

  const rows = () => rowsOf(db, community.id);
  const decideIt = (input: Undecided, by: TestMember = desk.staff) =>
    decide(desk.as(by), { reason: "Because", ...input });
  const undo = (decisionId: number) => reverseDecision(desk.as(desk.staff), { decisionId });

  /** Makes a decision, looks at what it left, undoes it, does it again and undoes that: all is as before. */
  const thereAndBack = async (input: Undecided, look: () => Promise<void>) => {
    await settled();
    const before = await rows();
    const { decisionId } = await decideIt(input);
    await settled();
    await look();
    const undone = await undo(decisionId);
    await settled();
    expect(await rows()).toEqual(before);
    const again = await undo(undone.decisionId);
    await settled();
    await look();
    await undo(again.decisionId);
    await settled();
    expect(await rows()).toEqual(before);
  };

  const thread = (id: number) =>
    db.selectFrom("thread").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const post = (id: number) =>
    db.selectFrom("post").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

  return { desk, begin, settled, rows, decideIt, undo, thereAndBack, thread, post };
}
