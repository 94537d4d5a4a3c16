/** What a decision, case or report is about. */
export type Subject = { kind: "post" | "thread" | "member"; id: number };

/** Any of the rows that decisions change, as `post:12`. */
export type Target =
  `${"post" | "thread" | "sanction" | "case" | "report" | "marks" | "address"}:${number}`;

/** The kind and id in a target. */
export function partsOf(target: string): { kind: string; id: number } {
  const [kind, id] = target.split(":");
  return { kind: kind!, id: Number(id) };
}

/** The ids of one kind among targets. */
export function idsOf(targets: Iterable<string>, kind: string): number[] {
  const ids: number[] = [];
  for (const target of targets) {
    const parts = partsOf(target);
    if (parts.kind === kind) ids.push(parts.id);
  }
  return ids.sort((a, b) => a - b);
}

/** The columns that say what a row is about. */
export function subjectColumns({ kind, id }: Subject) {
  return {
    post_id: kind === "post" ? id : null,
    thread_id: kind === "thread" ? id : null,
    member_id: kind === "member" ? id : null,
  };
}

/** The subject that such columns name; `null` when its member is gone. */
export function subjectOf(row: {
  post_id: number | null;
  thread_id: number | null;
  member_id: number | null;
}): Subject | null {
  if (row.post_id !== null) return { kind: "post", id: row.post_id };
  if (row.thread_id !== null) return { kind: "thread", id: row.thread_id };
  return row.member_id === null ? null : { kind: "member", id: row.member_id };
}
