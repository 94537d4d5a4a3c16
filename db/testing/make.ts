import { pino } from "pino";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { GUEST, type Actor, type Community, type Ctx } from "#app/lib/ctx.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import { powersOf, type Power, type RankPowers } from "#app/lib/powers.ts";
import type { MemberRole, Role } from "#app/lib/roles.ts";
import type { Db } from "../client.server.ts";

let serial = 0;

/**
 * Checks that look at how much a text says, at odd signs and addresses in it and at what was written before
 * it: texts of tests are short, odd, alike, and many in a minute. Tests about automod itself ask for a
 * `screened` community.
 */
const UNSCREENED = Object.fromEntries(
  ["invisible", "substance", "repeats", "copies", "rate", "newDomains", "personalData"].map(
    (check) => [check, { mode: "off" }],
  ),
);

/** A community with one host and two spaces (`general` for everybody, `lounge` for super users). */
export async function makeCommunity(
  db: Db,
  overrides: Partial<{
    slug: string;
    host: string;
    locale: string;
    name: string;
    /** Automod as a new community has it. */
    screened: boolean;
  }> = {},
): Promise<Community & { spaces: { general: number; lounge: number } }> {
  serial += 1;
  const slug = overrides.slug ?? `community-${serial}`;
  const host = overrides.host ?? `${slug}.localhost`;
  const locale = overrides.locale ?? "en";
  const row = await db
    .insertInto("community")
    .values({ slug, name: overrides.name ?? `Community ${serial}`, locale })
    .returning(["id", "name"])
    .executeTakeFirstOrThrow();
  await db
    .insertInto("community_host")
    .values({ host, community_id: row.id, is_primary: true })
    .execute();
  if (!overrides.screened) {
    await db
      .insertInto("automod_settings")
      .values({ community_id: row.id, settings: JSON.stringify(UNSCREENED) })
      .execute();
  }
  const general = await makeSpace(db, row.id, { slug: "general" });
  const lounge = await makeSpace(db, row.id, { slug: "lounge", readRole: "super_user" });
  return {
    id: row.id,
    slug,
    name: row.name,
    tagline: "",
    locale,
    localeOpen: false,
    timeZone: "UTC",
    themeHash: "",
    logoUrl: null,
    baseUrl: `http://${host}`,
    spaces: { general, lounge },
  };
}

/** A space; gives its id. */
export async function makeSpace(
  db: Db,
  communityId: number,
  overrides: Partial<{ slug: string; readRole: Role; postRole: MemberRole }> = {},
): Promise<number> {
  serial += 1;
  const slug = overrides.slug ?? `space-${serial}`;
  const row = await db
    .insertInto("space")
    .values({
      community_id: communityId,
      slug,
      name: slug,
      read_role: overrides.readRole ?? "guest",
      post_role: overrides.postRole ?? "member",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

export type TestMember = Extract<Actor, { kind: "member" }>;

/**
 * A verified member without a password, as an actor; an ordinary one posts links and pictures, which
 * newcomers don't.
 */
export async function makeMember(
  db: Db,
  community: Pick<Community, "id">,
  overrides: Partial<{
    handle: string;
    role: MemberRole;
    name: string;
    verified: boolean;
    email: string;
    powers: Iterable<Power>;
  }> = {},
): Promise<TestMember> {
  serial += 1;
  const handle = overrides.handle ?? `member${serial}`;
  const email = overrides.email ?? `${handle.toLowerCase()}-${serial}@example.com`;
  const verified = overrides.verified ?? true;
  const role = overrides.role ?? "member";
  const name = overrides.name ?? `Member ${serial}`;
  const row = await db
    .insertInto("member")
    .values({
      community_id: community.id,
      handle,
      handle_key: handle.toLowerCase(),
      name,
      email,
      email_key: email,
      email_verified_at: verified ? new Date() : null,
      role,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const own: RankPowers = {
    key: "newcomer",
    powers: [...(overrides.powers ?? ["post.links", "post.images"])],
  };
  return {
    kind: "member",
    id: row.id,
    handle,
    name,
    role,
    verified,
    locale: null,
    rank: { index: 0, key: own.key },
    powers: powersOf(role, own, DEFAULT_RANKS.at(-1)!),
  };
}

/** A context as the edge would make it. */
export function makeCtx(db: Db, community: Community, actor: Actor = GUEST): Ctx {
  return {
    db,
    community,
    actor,
    now: new Date(),
    log: pino({ level: "silent" }),
    t: translatorOf(community.locale),
  };
}
