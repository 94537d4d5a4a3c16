import type { Db, Tx } from "#db/client.server.ts";

/** A community's programme as it is now. */
export type Programme = {
  active: boolean;
  termMonths: number;
  space: { id: number; slug: string; name: string } | null;
  /** What members agree to: plain text; empty with version 0 when nothing was published. */
  wording: string;
  wordingVersion: number;
};

const DEFAULT_MONTHS = 12;

/** The settings of a community's programme; off until staff turn it on. */
export async function loadProgramme(db: Db | Tx, communityId: number): Promise<Programme> {
  const row = await db
    .selectFrom("programme")
    .leftJoin("space", (join) =>
      join
        .onRef("space.community_id", "=", "programme.community_id")
        .onRef("space.id", "=", "programme.space_id"),
    )
    .select(["programme.active", "programme.term_months", "space.id", "space.slug", "space.name"])
    .where("programme.community_id", "=", communityId)
    .executeTakeFirst();
  const wording = await db
    .selectFrom("programme_wording")
    .select(["version", "text"])
    .where("community_id", "=", communityId)
    .orderBy("version", "desc")
    .limit(1)
    .executeTakeFirst();
  return {
    active: row?.active ?? false,
    termMonths: row?.term_months ?? DEFAULT_MONTHS,
    space: row?.id ? { id: row.id, slug: row.slug!, name: row.name! } : null,
    wording: wording?.text ?? "",
    wordingVersion: wording?.version ?? 0,
  };
}
