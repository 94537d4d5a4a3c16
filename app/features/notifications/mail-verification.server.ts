import type { AppEvent } from "#app/events/catalog.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import { forReader } from "./for-reader.server.ts";
import { writeLinkMail, writeToMember, type Recipient } from "./write-account-mail.server.ts";
import { writeMail } from "./write-mail.server.ts";

type VerificationEvent = AppEvent<
  "member.joined" | "member.verification_asked" | "member.email_changed"
>;

/** Mails the link that verifies an address, or tells its owner that it has an account already. */
export async function mailVerification(asked: Ctx, event: VerificationEvent): Promise<void> {
  await writeToMember(asked, event, async (tx, ctx, member) => {
    if (event.type === "member.email_changed") return mailChange(tx, ctx, event, member);
    // Asked by nobody signed in: somebody signed up with the address again.
    if (event.type === "member.verification_asked" && event.actorId !== member.id) {
      return mailKnownAddress(tx, ctx, event, { memberId: member.id, to: member.email });
    }
    if (!member.verified) await mailLink(tx, ctx, event, member);
  });
}

async function mailLink(tx: Tx, ctx: Ctx, event: VerificationEvent, member: Recipient) {
  const { t, community } = ctx;
  const params = { community: community.name, handle: member.handle };
  await writeLinkMail(tx, ctx, event, {
    kind: "verify",
    memberId: member.id,
    to: member.email,
    purpose: "verify_email",
    boundTo: member.emailKey,
    path: "/verify",
    subject: t("mail.verifySubject", params),
    write: (href) => ({
      heading: t("mail.verifyHeading", params),
      // Without the name: it was typed by somebody who may not own this address.
      paragraphs: [t("mail.verifyText", params)],
      action: { label: t("mail.verifyAction"), href },
      notes: [t("mail.verifyNote"), t("mail.notYou")],
    }),
  });
}

async function mailKnownAddress(
  tx: Tx,
  ctx: Ctx,
  event: VerificationEvent,
  { memberId, to }: { memberId: number; to: string },
) {
  const { t, community } = ctx;
  const params = { community: community.name };
  await writeMail(tx, ctx, {
    dedupeKey: `${event.id}:known_address`,
    memberId,
    to,
    subject: t("mail.knownSubject", params),
    content: {
      heading: t("mail.knownHeading", params),
      paragraphs: [t("mail.knownText", params)],
      action: { label: t("mail.knownAction"), href: `${community.baseUrl}/sign-in` },
      notes: [t("mail.knownForgot", { href: `${community.baseUrl}/forgot` }), t("mail.notYou")],
    },
  });
}

/** The new address gets the link; the old one, still the member's, is told. */
async function mailChange(tx: Tx, ctx: Ctx, event: VerificationEvent, member: Recipient) {
  const { community } = ctx;
  const wanted = await tx
    .selectFrom("member_token")
    .select("email")
    .where("community_id", "=", community.id)
    .where("member_id", "=", member.id)
    .where("purpose", "=", "change_email")
    .where("used_at", "is", null)
    .where("expires_at", ">", ctx.now)
    // Of one transaction with the fact: an older fact must not speak for a newer wish.
    .where("created_at", "=", (eb) =>
      eb
        .selectFrom("event")
        .select("event.created_at")
        .where("event.community_id", "=", community.id)
        .where("event.id", "=", event.id),
    )
    .executeTakeFirst();
  if (!wanted) return;
  const owner = await tx
    .selectFrom("member")
    .select(["id", "locale"])
    .where("community_id", "=", community.id)
    .where("email_key", "=", wanted.email.toLowerCase())
    .executeTakeFirst();
  if (owner) {
    const to = { memberId: owner.id, to: wanted.email };
    await mailKnownAddress(tx, forReader(ctx, owner), event, to);
  } else {
    await mailChangeLink(tx, ctx, event, { member, email: wanted.email });
  }
  if (member.verified) await mailOldAddress(tx, ctx, event, member);
}

async function mailChangeLink(
  tx: Tx,
  ctx: Ctx,
  event: VerificationEvent,
  { member, email }: { member: Recipient; email: string },
) {
  const { t, community } = ctx;
  const params = { community: community.name, handle: member.handle };
  await writeLinkMail(tx, ctx, event, {
    kind: "change",
    memberId: member.id,
    to: email,
    purpose: "change_email",
    boundTo: email,
    path: "/verify",
    subject: t("mail.changeSubject", params),
    write: (href) => ({
      heading: t("mail.changeHeading", params),
      paragraphs: [t("mail.changeText", params)],
      action: { label: t("mail.verifyAction"), href },
      notes: [t("mail.changeNote"), t("mail.notYou")],
    }),
  });
}

async function mailOldAddress(tx: Tx, ctx: Ctx, event: VerificationEvent, member: Recipient) {
  const { t, community } = ctx;
  const params = { community: community.name, handle: member.handle };
  await writeMail(tx, ctx, {
    dedupeKey: `${event.id}:old_address`,
    memberId: member.id,
    to: member.email,
    subject: t("mail.oldAddressSubject", params),
    content: {
      heading: t("mail.oldAddressHeading"),
      paragraphs: [t("mail.oldAddressText", params)],
      action: { label: t("mail.resetStart"), href: `${community.baseUrl}/forgot` },
      notes: [t("mail.oldAddressNote")],
    },
  });
}
