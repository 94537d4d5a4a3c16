import { beforeEach, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { createMember } from "./create-member.server.ts";
import { signUp, type SignUpInput } from "./sign-up.server.ts";

const { db } = await cloneDatabase();
let ctx: Ctx;
let serial = 0;

beforeEach(async () => {
  ctx = makeCtx(db, await makeCommunity(db, { name: "Larkfield" }));
});

function typed(overrides: Partial<SignUpInput> = {}): SignUpInput {
  serial += 1;
  return {
    name: "Ann Lee",
    handle: `ann${serial}`,
    email: `ann${serial}@example.com`,
    password: "correct horse battery",
    ...overrides,
  };
}

const membersOf = (community: { id: number }) =>
  db.selectFrom("member").selectAll().where("community_id", "=", community.id).execute();
const eventsOf = (community: { id: number }) =>
  db
    .selectFrom("event")
    .select(["type", "actor_id", "payload"])
    .where("community_id", "=", community.id)
    .orderBy("created_at")
    .execute();

async function fieldsOf(work: Promise<unknown>): Promise<Record<string, string>> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(InvalidError);
  return Object.fromEntries(
    Object.entries((error as InvalidError).fields).map(([name, { key }]) => [name, key]),
  );
}

describe("signUp", () => {
  it("makes an unverified member with a hashed password and says so", async () => {
    const input = typed({ name: "  Ann\u202E  Lee\r\n", email: "Ann@Example.com" });
    await signUp(ctx, input);
    const [member] = await membersOf(ctx.community);
    expect(member).toMatchObject({
      name: "Ann Lee",
      handle: input.handle,
      email: "Ann@example.com",
      email_key: "ann@example.com",
      email_verified_at: null,
      role: "member",
    });
    expect(member?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await eventsOf(ctx.community)).toEqual([
      { type: "member.joined", actor_id: member?.id, payload: { memberId: member?.id } },
    ]);
  });

  it("says all that is wrong at once and makes nothing", async () => {
    const input = { name: "", handle: "a b", email: "nope", password: "short" };
    expect(await fieldsOf(signUp(ctx, input))).toEqual({
      name: "error.required",
      handle: "account.handleShape",
      email: "account.emailShape",
      password: "account.passwordShort",
    });
    expect(await membersOf(ctx.community)).toEqual([]);
  });

  it("answers the same for an address that has an account, and has its owner told", async () => {
    const owner = await makeMember(db, ctx.community, { email: "owner@example.com" });
    await expect(signUp(ctx, typed({ email: "OWNER@example.com" }))).resolves.toBeNull();
    expect(await membersOf(ctx.community)).toHaveLength(1);
    expect(await eventsOf(ctx.community)).toEqual([
      {
        type: "member.verification_asked",
        actor_id: null,
        payload: { memberId: owner.id },
      },
    ]);
  });

  it("knows nothing of another community's addresses and handles", async () => {
    const other = await makeCommunity(db);
    await makeMember(db, other, { handle: "sam", email: "sam@example.com" });
    await signUp(ctx, typed({ handle: "sam", email: "sam@example.com" }));
    expect(await membersOf(ctx.community)).toHaveLength(1);
    expect(await eventsOf(other)).toEqual([]);
  });

  it.each(["pop", "POP", "рор", "РОР", "pöp", "ρορ"])("refuses %s beside pop", async (handle) => {
    await signUp(ctx, typed({ handle: "pop" }));
    expect(await fieldsOf(signUp(ctx, typed({ handle })))).toEqual({
      handle: "account.handleTaken",
    });
  });

  it("refuses what looks like one of the team", async () => {
    await createMember(db, ctx.community.id, {
      ...typed({ handle: "tom", name: "Tom Oduya" }),
      role: "moderator",
    });
    for (const handle of ["ТОМ", "том", "t0m", "t-o-m"]) {
      expect(await fieldsOf(signUp(ctx, typed({ handle })))).toEqual({
        handle: "account.handleTaken",
      });
    }
    for (const name of ["Tom Oduya", "Тоm Оduya", "TOM 0DUYA", "Tóm  Oduya"]) {
      expect(await fieldsOf(signUp(ctx, typed({ name })))).toEqual({
        name: "account.nameReserved",
      });
    }
    await signUp(ctx, typed({ handle: "tomas", name: "Tom Odu" }));
  });

  it("takes the same sign-up twice as one, but not with another password", async () => {
    const input = typed();
    await signUp(ctx, input);
    await signUp(ctx, input);
    expect(await eventsOf(ctx.community)).toHaveLength(1);
    expect(await fieldsOf(signUp(ctx, { ...input, password: "another long one" }))).toEqual({
      handle: "account.handleTaken",
    });
  });

  it("makes one member of many equal sign-ups at once", async () => {
    const input = typed();
    await Promise.all(Array.from({ length: 12 }, () => signUp(ctx, input)));
    expect(await membersOf(ctx.community)).toHaveLength(1);
    const joined = (await eventsOf(ctx.community)).filter(({ type }) => type === "member.joined");
    expect(joined).toHaveLength(1);
  });
});

describe("createMember", () => {
  it("makes a verified member of any role, reserved handles too", async () => {
    const id = await createMember(db, ctx.community.id, {
      ...typed({ handle: "admin", name: "Larkfield" }),
      role: "admin",
    });
    const [member] = await membersOf(ctx.community);
    expect(member).toMatchObject({ id, handle: "admin", role: "admin" });
    expect(member?.email_verified_at).not.toBeNull();
    const again = createMember(db, ctx.community.id, {
      ...typed({ handle: "Admin" }),
      role: "admin",
    });
    expect(await fieldsOf(again)).toEqual({ handle: "account.handleTaken" });
  });
});

describe("a handle asked for with a known address", () => {
  it("is taken from then on, like one asked for with an unknown address", async () => {
    const owner = typed();
    await signUp(ctx, owner);
    const known = typed({ email: owner.email });
    await signUp(ctx, known);
    const unknown = typed();
    await signUp(ctx, unknown);
    for (const { handle } of [known, unknown]) {
      expect(await fieldsOf(signUp(ctx, typed({ handle })))).toEqual({
        handle: "account.handleTaken",
      });
    }
  });

  it("answers a second click like the first", async () => {
    const owner = typed();
    await signUp(ctx, owner);
    const known = typed({ email: owner.email });
    await signUp(ctx, known);
    await signUp(ctx, known);
    expect(await membersOf(ctx.community)).toHaveLength(1);
  });
});
