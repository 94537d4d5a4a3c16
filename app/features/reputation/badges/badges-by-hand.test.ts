import { beforeEach, describe, expect, it } from "vitest";
import { GUEST, type Actor, type Ctx } from "#app/lib/ctx.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  SignInNeededError,
} from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { defineBadgeForm, giveBadgeForm } from "./badge-forms.ts";
import { adjustBadge, defineBadge } from "./define-badge.server.ts";
import { getBadgeCatalog } from "./get-badge-catalog.server.ts";
import { getBadgePage } from "./get-badge-page.server.ts";
import { giveBadge, takeBadge } from "./give-badge.server.ts";
import { settleAllBadges } from "./settle-all-badges.server.ts";

const { db } = await cloneDatabase();

let community: Awaited<ReturnType<typeof makeCommunity>>;
let member: TestMember, superUser: TestMember, moderator: TestMember, admin: TestMember;

beforeEach(async () => {
  community = await makeCommunity(db);
  member = await makeMember(db, community);
  superUser = await makeMember(db, community, { role: "super_user" });
  moderator = await makeMember(db, community, { role: "moderator" });
  admin = await makeMember(db, community, { role: "admin" });
});

const ctx = (actor: Actor): Ctx => makeCtx(db, community, actor);
const thanks = (actor: Actor, handle = member.handle) =>
  giveBadge(ctx(actor), { badgeKey: "thanks", handle, reason: "The map of all cables" });
const own = { name: "Cable guy", description: "Knows every cable", icon: "tv", track: "ideas" };
const define = (actor: Actor, formula = "") =>
  defineBadge(ctx(actor), defineBadgeForm.parse({ ...own, formula }));
const holders = async (address: string, actor: Actor = GUEST) =>
  (await getBadgePage(ctx(actor), { address, cursor: null })).holders;

describe("badges by hand", () => {
  it("are the staff’s to give and to take back, with a reason", async () => {
    for (const actor of [member, superUser]) {
      await expect(thanks(actor, superUser.handle)).rejects.toThrow(ForbiddenError);
    }
    await expect(thanks(GUEST)).rejects.toThrow(SignInNeededError);
    const grantId = await thanks(moderator);
    expect(await holders("thanks")).toMatchObject([
      { handle: member.handle, reason: "The map of all cables", post: null },
    ]);
    const take = (actor: Actor) => takeBadge(ctx(actor), { grantId, reason: "A mistake" });
    for (const actor of [member, superUser])
      await expect(take(actor)).rejects.toThrow(ForbiddenError);
    await expect(take(GUEST)).rejects.toThrow(SignInNeededError);
    await take(admin);
    expect(await holders("thanks")).toEqual([]);
    await expect(take(admin)).rejects.toThrow(NotFoundError);
    const trace = await db
      .selectFrom("badge_grant")
      .select(["granted_by", "reason", "revoked_by", "revoke_reason"])
      .where("community_id", "=", community.id)
      .execute();
    expect(trace).toEqual([
      {
        granted_by: moderator.id,
        reason: "The map of all cables",
        revoked_by: admin.id,
        revoke_reason: "A mistake",
      },
    ]);
  });

  it("are held once, and given to nobody by themselves", async () => {
    await thanks(moderator);
    await expect(thanks(admin)).rejects.toThrow(ConflictError);
    await expect(thanks(moderator, moderator.handle)).rejects.toThrow(ForbiddenError);
    await expect(thanks(moderator, "nobody-here")).rejects.toThrow(InvalidError);
    await expect(
      giveBadge(ctx(moderator), { badgeKey: "fixer", handle: member.handle, reason: "x" }),
    ).rejects.toThrow(ConflictError);
    await expect(
      giveBadge(ctx(moderator), { badgeKey: "none", handle: member.handle, reason: "x" }),
    ).rejects.toThrow(NotFoundError);
  });

  it("stay when the rules are settled", async () => {
    await thanks(moderator);
    await settleAllBadges(ctx(GUEST));
    expect(await holders("thanks")).toHaveLength(1);
  });

  it("of another community are out of reach", async () => {
    const grantId = await thanks(moderator);
    community = await makeCommunity(db);
    const there = await makeMember(db, community, { role: "admin" });
    await expect(takeBadge(ctx(there), { grantId, reason: "x" })).rejects.toThrow(NotFoundError);
    await expect(thanks(there)).rejects.toThrow(InvalidError);
  });

  it("need a reason", () => {
    expect(giveBadgeForm.safeParse({ handle: "@nadia", reason: "  \n " }).success).toBe(false);
    expect(giveBadgeForm.parse({ handle: "@nadia", reason: " so\nkind " })).toEqual({
      handle: "nadia",
      reason: "so kind",
    });
  });
});

describe("badges of the brand", () => {
  it("are the admins’ to make", async () => {
    for (const actor of [member, superUser, moderator]) {
      await expect(define(actor)).rejects.toThrow(ForbiddenError);
      const off = { key: "fixer", name: "", active: false };
      await expect(adjustBadge(ctx(actor), off)).rejects.toThrow(ForbiddenError);
    }
    await expect(define(GUEST)).rejects.toThrow(SignInNeededError);
    const key = await define(admin);
    await giveBadge(ctx(moderator), { badgeKey: key, handle: member.handle, reason: "Yes" });
    expect(await holders(key)).toHaveLength(1);
    expect(await define(admin)).not.toBe(key);
  });

  it("by formula go to everybody it holds for, and from whom it doesn’t any more", async () => {
    await expect(define(admin, "nonsense > 3")).rejects.toThrow(InvalidError);
    const points = (of: TestMember, sum: number) =>
      db
        .updateTable("member")
        .set({ points: sum })
        .where("community_id", "=", community.id)
        .where("id", "=", of.id)
        .execute();
    await points(member, 70);
    const key = await define(admin, "points >= 50");
    expect(await holders(key)).toMatchObject([{ handle: member.handle }]);
    await points(member, 20);
    await points(superUser, 60);
    await settleAllBadges(ctx(GUEST));
    expect(await holders(key)).toMatchObject([{ handle: superUser.handle }]);
    await expect(
      giveBadge(ctx(admin), { badgeKey: key, handle: member.handle, reason: "x" }),
    ).rejects.toThrow(ConflictError);
  });

  it("can be turned off and named; those that are always there too", async () => {
    const key = await define(admin);
    await adjustBadge(ctx(admin), { key: "fixer", name: "Mender", active: true });
    await adjustBadge(ctx(admin), { key, name: "Cable hero", active: true });
    const names = async () => {
      const { groups } = await getBadgeCatalog(ctx(GUEST), { tab: null });
      return groups.flatMap(({ cards }) => cards).map(({ name }) => name);
    };
    expect(await names()).toEqual(expect.arrayContaining(["Mender", "Cable hero"]));
    await adjustBadge(ctx(admin), { key: "fixer", name: "Mender", active: false });
    await adjustBadge(ctx(admin), { key, name: "Cable hero", active: false });
    const left = await names();
    expect(left.includes("Mender") || left.includes("Cable hero")).toBe(false);
    await expect(holders("fixer")).rejects.toThrow(NotFoundError);
    await expect(
      giveBadge(ctx(admin), { badgeKey: key, handle: member.handle, reason: "x" }),
    ).rejects.toThrow(NotFoundError);
    const none = { key: "own-99", name: "x", active: true };
    await expect(adjustBadge(ctx(admin), none)).rejects.toThrow(NotFoundError);
  });
});
