import { openCase } from "#app/features/moderation/open-case.server.ts";
import { subjectColumns } from "#app/features/moderation/subject.ts";
import type { Tx } from "../client.server.ts";
import type { SeedCase, SeedCommunity } from "./content/types.ts";
import type { SeedIds } from "./seed-thread.server.ts";

const MINUTE = 60_000;

/** What the desk needs of a community. */
type Community = Parameters<typeof openCase>[1]["community"];

async function seedCase(tx: Tx, ids: SeedIds, seed: SeedCase, now: number): Promise<void> {
  const subject = ids.placed.get(seed.about);
  if (!subject) throw new Error(`the demo content reports "${seed.about}", which isn't there`);
  const at = new Date(now - seed.minutesAgo * MINUTE);
  const { caseId } = await openCase(
    tx,
    { community: { id: ids.communityId } as Community, now: at },
    {
      subject,
      queue: seed.queue,
      priority: seed.priority,
      reasons: seed.asked
        ? [
            {
              key: "queues.whyAsked",
              params: { name: ids.names.get(seed.asked.by) ?? "", text: seed.asked.text },
            },
          ]
        : [],
    },
  );
  for (const { by, kind, text } of seed.reports ?? []) {
    await tx
      .insertInto("report")
      .values({
        community_id: ids.communityId,
        reporter_id: ids.members.get(by)!,
        ...subjectColumns(subject),
        case_id: caseId,
        kind,
        text,
        weight: 1,
        trusted: false,
        created_at: at,
      })
      .execute();
  }
}

/** What waits at the demo's desk, and what its staff answer again and again. */
export async function seedDesk(
  tx: Tx,
  ids: SeedIds,
  { desk }: Pick<SeedCommunity, "desk">,
  now: number,
): Promise<void> {
  for (const seed of desk.cases) await seedCase(tx, ids, seed, now);
  await tx
    .insertInto("canned_reply")
    .values(desk.replies.map((reply) => ({ community_id: ids.communityId, ...reply })))
    .execute();
}
