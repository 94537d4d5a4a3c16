import type { Db } from "#db/client.server.ts";
import { DEFAULT_REVIEW, type ReviewSettings } from "./review-rules.ts";

/** The community's settings of every kind. */
export async function loadReviewSettings(db: Db, communityId: number): Promise<ReviewSettings> {
  const rows = await db
    .selectFrom("review_setting")
    .select(["kind", "enabled", "minimum", "needed", "share", "known_share"])
    .where("community_id", "=", communityId)
    .execute();
  const own = rows.map(({ kind, known_share: knownShare, ...setting }) => [
    kind,
    { ...setting, knownShare },
  ]);
  return { ...DEFAULT_REVIEW, ...(Object.fromEntries(own) as Partial<ReviewSettings>) };
}
