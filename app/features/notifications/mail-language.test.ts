import { beforeEach, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import type { AppEvent } from "#app/events/catalog.ts";
import { chooseLanguage } from "#app/features/members/choose-language.server.ts";
import { signUp } from "#app/features/members/sign-up.server.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError, SignInNeededError } from "#app/lib/errors.ts";
import { mailPasswordChanged } from "./mail-password-changed.server.ts";
import { mailVerification } from "./mail-verification.server.ts";

const { db } = await cloneDatabase();
let ctx: Ctx;
let ann: TestMember;

beforeEach(async () => {
  ctx = makeCtx(db, await makeCommunity(db, { name: "Larkfield" }));
  ann = await makeMember(db, ctx.community, { handle: "ann", email: "ann@example.com" });
});

const as = (actor: TestMember): Ctx => ({ ...ctx, actor });

function fact(memberId: number): AppEvent<"member.password_changed"> {
  return {
    id: crypto.randomUUID(),
    communityId: ctx.community.id,
    type: "member.password_changed",
    payload: { memberId },
    actorId: memberId,
    createdAt: ctx.now,
  };
}

async function mailOf(memberId: number) {
  return db
    .selectFrom("mail")
    .select(["subject", "html", "text"])
    .where("community_id", "=", ctx.community.id)
    .where("member_id", "=", memberId)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
}

async function mailAfterChoosing(language: string) {
  await chooseLanguage(as(ann), language);
  await mailPasswordChanged(ctx, fact(ann.id));
  return mailOf(ann.id);
}

describe("a mail", () => {
  it("is in the community’s language until its reader chooses one", async () => {
    await mailPasswordChanged(ctx, fact(ann.id));
    const mail = await mailOf(ann.id);
    expect(mail.subject).toBe("Your password at Larkfield was changed");
    expect(mail.html).toContain('<html lang="en" dir="ltr">');
  });

  it("is in German for who chose German, to its last line", async () => {
    const mail = await mailAfterChoosing("de");
    expect(mail.subject).toBe("Dein Passwort bei Larkfield wurde geändert");
    expect(mail.html).toContain('<html lang="de" dir="ltr">');
    expect(mail.text).toContain("Neues Passwort festlegen");
    expect(mail.text).toMatch(/Konto bei Larkfield gibt\.$/);
  });

  it("is in Arabic and right to left for who chose Arabic, and back again", async () => {
    const arabic = await mailAfterChoosing("ar");
    expect(arabic.subject).toBe("تم تغيير كلمة مرورك في Larkfield");
    expect(arabic.html).toContain('<html lang="ar" dir="rtl">');
    const english = await mailAfterChoosing("");
    expect(english.subject).toBe("Your password at Larkfield was changed");
  });

  it("does not follow the language of whoever caused it", async () => {
    await mailPasswordChanged({ ...ctx, t: translatorOf("ar") }, fact(ann.id));
    expect((await mailOf(ann.id)).subject).toBe("Your password at Larkfield was changed");
  });
});

describe("signing up", () => {
  const input = {
    name: "Ben",
    handle: "ben",
    email: "ben@example.com",
    password: "three odd words",
  };

  async function signUpAndGetMail(open: boolean) {
    const there: Ctx = {
      ...ctx,
      community: { ...ctx.community, localeOpen: open },
      t: translatorOf("de"),
    };
    await signUp(there, input);
    const { id, locale } = await db
      .selectFrom("member")
      .select(["id", "locale"])
      .where("community_id", "=", ctx.community.id)
      .where("handle", "=", "ben")
      .executeTakeFirstOrThrow();
    await mailVerification(ctx, { ...fact(id), type: "member.joined" });
    return { locale, mail: await mailOf(id) };
  }

  it("keeps the language it was done in where the community leaves that open", async () => {
    const { locale, mail } = await signUpAndGetMail(true);
    expect(locale).toBe("de");
    expect(mail.subject).toBe("Bestätige deine Adresse für Larkfield");
  });

  it("keeps none where the community has one", async () => {
    const { locale, mail } = await signUpAndGetMail(false);
    expect(locale).toBeNull();
    expect(mail.subject).toBe("Verify your address for Larkfield");
  });
});

describe("choosing a language", () => {
  it("is for members, and among those there are", async () => {
    await expect(chooseLanguage(ctx, "de")).rejects.toThrow(SignInNeededError);
    for (const choice of ["en-XA", "xx", "none", "DE"]) {
      await expect(chooseLanguage(as(ann), choice)).rejects.toThrow(InvalidError);
    }
  });

  it("changes nobody else, not even of the same id in another community", async () => {
    const other = await makeCommunity(db);
    const row = { community_id: other.id, id: ann.id, handle: "ann", handle_key: "ann", name: "A" };
    await db.insertInto("member").values(row).execute();
    const ben = await makeMember(db, ctx.community);
    await chooseLanguage(as(ann), "de");
    const rows = await db.selectFrom("member").select(["community_id", "id", "locale"]).execute();
    const localeOf = (communityId: number, id: number) =>
      rows.find((one) => one.community_id === communityId && one.id === id)?.locale;
    expect(localeOf(ctx.community.id, ann.id)).toBe("de");
    expect(localeOf(ctx.community.id, ben.id)).toBeNull();
    expect(localeOf(other.id, ann.id)).toBeNull();
  });
});
