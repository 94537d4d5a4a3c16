import type { Ctx } from "#app/lib/ctx.ts";

/** What staff have taken up, with the queries in it. */
export type SearchCase = {
  id: number;
  name: string;
  state: "open" | "answered" | "solved";
  assigneeId: number | null;
  assigneeName: string | null;
  threadId: number | null;
  answeredAt: Date | null;
  solvedAt: Date | null;
  solvedLogId: number | null;
  before: { rated: number; succeeded: number };
  keys: string[];
};

/** The community's cases. */
export async function listCases(ctx: Ctx): Promise<SearchCase[]> {
  const at = ctx.community.id;
  const [cases, queries] = await Promise.all([
    ctx.db
      .selectFrom("search_case as c")
      .leftJoin("member as m", (join) =>
        join.onRef("m.community_id", "=", "c.community_id").onRef("m.id", "=", "c.assignee_id"),
      )
      .selectAll("c")
      .select("m.name as assignee_name")
      .where("c.community_id", "=", at)
      .orderBy("c.id")
      .execute(),
    ctx.db
      .selectFrom("search_case_query")
      .select(["case_id", "query_key"])
      .where("community_id", "=", at)
      .orderBy("query_key")
      .execute(),
  ]);
  const keys = new Map<number, string[]>();
  for (const row of queries) {
    keys.set(row.case_id, [...(keys.get(row.case_id) ?? []), row.query_key]);
  }
  return cases.map((row) => ({
    id: row.id,
    name: row.name,
    state: row.state,
    assigneeId: row.assignee_id,
    assigneeName: row.assignee_name,
    threadId: row.thread_id,
    answeredAt: row.answered_at,
    solvedAt: row.solved_at,
    solvedLogId: row.solved_log_id,
    before: { rated: row.before_searches, succeeded: row.before_succeeded },
    keys: keys.get(row.id) ?? [],
  }));
}
