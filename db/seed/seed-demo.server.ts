import { publish } from "#app/events/publish.server.ts";
import { createCommunity } from "#app/features/communities/create-community.server.ts";
import { themeSchema } from "#app/features/communities/theme/theme-schema.ts";
import { handleKey } from "#app/features/members/handle.ts";
import { hashPassword } from "#app/features/members/password.server.ts";
import { recomputeCounters } from "#app/features/threads/recompute-counters.server.ts";
import { renderMarkdown } from "#app/features/threads/rich-text/render-text.ts";
import { avatarHue } from "#app/ui/avatar-hue.ts";
import type { Db, Tx } from "../client.server.ts";
import { inTransaction } from "../transaction.server.ts";
import { seedCommunities } from "./content/communities.ts";
import type { SeedCommunity } from "./content/types.ts";
import { seedDesk } from "./seed-desk.server.ts";
import { seedProgramme } from "./seed-programme.server.ts";
import { seedThread, type SeedIds } from "./seed-thread.server.ts";

const MINUTE = 60_000;

/** Every demo member signs in with it. */
export const DEMO_PASSWORD = "porchlight-demo";

async function seedMembers(tx: Tx, communityId: number, seed: SeedCommunity, now: number) {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const rows = await tx
    .insertInto("member")
    .values(
      seed.members.map((member) => {
        const joined = new Date(now - member.joinedDaysAgo * 24 * 60 * MINUTE);
        return {
          community_id: communityId,
          handle: member.handle,
          handle_key: handleKey(member.handle),
          name: member.name,
          email: member.email,
          email_key: member.email.toLowerCase(),
          email_verified_at: joined,
          password_hash: passwordHash,
          role: member.role,
          title: member.title ?? "",
          bio: member.bio ?? "",
          hue: avatarHue(member.handle),
          created_at: joined,
        };
      }),
    )
    .returning(["handle", "id"])
    .execute();
  return new Map(rows.map((row) => [row.handle, row.id]));
}

async function seedTags(tx: Tx, communityId: number, seed: SeedCommunity) {
  const rows = await tx
    .insertInto("tag")
    .values(seed.tags.map((tag) => ({ community_id: communityId, slug: tag.slug, name: tag.name })))
    .returning(["slug", "id"])
    .execute();
  return new Map(rows.map((row) => [row.slug, row.id]));
}

async function seedFields(tx: Tx, ids: SeedIds, seed: SeedCommunity): Promise<void> {
  const rows = seed.spaces.flatMap(({ slug, fields = [] }) =>
    fields.map((field, index) => ({
      ...field,
      community_id: ids.communityId,
      space_id: ids.spaces.get(slug)!,
      position: index + 1,
    })),
  );
  if (rows.length > 0) await tx.insertInto("space_field").values(rows).execute();
}

/** One transaction a brand: an interrupted first start leaves nothing half written. */
function seedCommunity(db: Db, seed: SeedCommunity, now: number): Promise<void> {
  return inTransaction(db, async (tx) => {
    const communityId = await createCommunity(tx, {
      ...seed,
      theme: themeSchema.parse(seed.theme),
      guidelines: { markdown: seed.guidelines, html: renderMarkdown(seed.guidelines).html },
      terms: { markdown: seed.terms, html: renderMarkdown(seed.terms).html },
    });
    const spaces = await tx
      .selectFrom("space")
      .select(["slug", "id"])
      .where("community_id", "=", communityId)
      .execute();
    const ids: SeedIds = {
      communityId,
      spaces: new Map(spaces.map((space) => [space.slug, space.id])),
      tags: await seedTags(tx, communityId, seed),
      members: await seedMembers(tx, communityId, seed, now),
      names: new Map(seed.members.map((member) => [member.handle, member.name])),
      placed: new Map(),
    };
    await seedFields(tx, ids, seed);
    const oldestFirst = [...seed.threads].sort((a, b) => b.minutesAgo - a.minutesAgo);
    for (const thread of oldestFirst) await seedThread(tx, ids, thread, now);
    await seedProgramme(tx, ids, seed, now);
    await seedDesk(tx, ids, seed, now);
    await recomputeCounters(tx, communityId);
    const payload = { source: "demo" };
    await publish(tx, { communityId, actorId: null, type: "import.finished", payload });
  });
}

/** Adds the demo brands that aren't there yet; gives their names. */
export async function seedDemo(db: Db): Promise<string[]> {
  const now = Date.now();
  const added: string[] = [];
  for (const seed of seedCommunities) {
    const known = await db
      .selectFrom("community")
      .select("id")
      .where("slug", "=", seed.slug)
      .executeTakeFirst();
    if (known) continue;
    await seedCommunity(db, seed, now);
    added.push(seed.name);
  }
  return added;
}
