import type { Insertable } from "kysely";
import type { DocumentJson } from "#app/features/threads/rich-text/schema.ts";
import type { ImportRecordTable, MemberTable, RedirectTable, SpaceTable } from "#db/schema.ts";
import type { PostTable, TagTable, ThreadTable } from "#db/schema-threads.ts";
import type { Where } from "./import-items.ts";
import type { CountKey } from "./import-job.ts";

export type Mark = {
  type: "accepted" | "official";
  threadId: number;
  postId: number;
  at: Date | null;
  by: number | null;
};

export type NewVote = {
  postId: number;
  memberId: number | null;
  source: string | null;
  createdAt: Date;
};

/** A post as `insertRows` takes it: its document as an object. */
export type PostRow = Omit<Insertable<PostTable>, "document"> & {
  id: number;
  document: DocumentJson;
};

/** Everything one transaction writes, ready as rows. */
export class PreparedBatch {
  readonly spaces: Insertable<SpaceTable>[] = [];
  readonly tags: Insertable<TagTable>[] = [];
  readonly members: { key: string; row: Insertable<MemberTable> & { id: number } }[] = [];
  readonly threads: (Insertable<ThreadTable> & { id: number })[] = [];
  readonly threadTags: { threadId: number; slug: string }[] = [];
  readonly posts: PostRow[] = [];
  readonly marks: Mark[] = [];
  readonly votes: NewVote[] = [];
  readonly sameHere: { threadId: number; memberId: number; createdAt: Date }[] = [];
  readonly redirects: Insertable<RedirectTable>[] = [];
  readonly records: Pick<Insertable<ImportRecordTable>, "kind" | "source_id" | "target_id">[] = [];
  readonly touchedThreads = new Set<number>();
  /** What is said and counted once the rows are in. */
  readonly notes: { where: Where; reason: string; isTaken: boolean }[] = [];
  readonly counts: Partial<Record<CountKey, number>> = {};

  get isEmpty(): boolean {
    const { spaces, tags, members, threads, posts, marks, votes, sameHere, redirects } = this;
    return [spaces, tags, members, threads, posts, marks, votes, sameHere, redirects].every(
      (rows) => rows.length === 0,
    );
  }

  count(key: CountKey): void {
    this.counts[key] = (this.counts[key] ?? 0) + 1;
  }

  record(kind: string, sourceId: string, targetId: number): void {
    this.records.push({ kind, source_id: sourceId, target_id: targetId });
  }

  /** Taken, but not as it stood. */
  changed(where: Where, reason: string): void {
    this.notes.push({ where, reason, isTaken: true });
  }

  notTaken(where: Where, reason: string): void {
    this.notes.push({ where, reason, isTaken: false });
  }
}
