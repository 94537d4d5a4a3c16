import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import type { MessageKey } from "#app/i18n/messages/en.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { TermState } from "#db/schema-reputation.ts";
import { dayText } from "#app/features/reputation/programme/day-text.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import { writeMail } from "./write-mail.server.ts";

type Kind = "invited" | "started" | "renewed" | "ended" | "ending";

/** What a change is told as; others need no mail. */
function kindOf(change: { from_state: TermState | null; to_state: TermState }): Kind | null {
  const { from_state: from, to_state: to } = change;
  if (to === "invited") return "invited";
  if (to === "active") return from === null ? "renewed" : "started";
  return to === "ended" || to === "expired" || to === "left" ? "ended" : null;
}

/** The term with its member's address, if that is verified. */
async function loadTerm(tx: Tx, communityId: number, termId: number) {
  const row = await tx
    .selectFrom("programme_term as term")
    .innerJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "term.community_id")
        .onRef("member.id", "=", "term.member_id"),
    )
    .where("term.community_id", "=", communityId)
    .where("term.id", "=", termId)
    .where("member.email_verified_at", "is not", null)
    .select([
      "term.state",
      sql<string | null>`term.ends_on::text`.as("ends_on"),
      "member.id",
      "member.email",
      "member.locale",
    ])
    .executeTakeFirst();
  return row?.email ? { ...row, email: row.email } : null;
}

const SUBJECT = {
  invited: "programme.mailInvitedSubject",
  started: "programme.mailStartedSubject",
  renewed: "programme.mailRenewedSubject",
  ended: "programme.mailEndedSubject",
  ending: "programme.mailEndingSubject",
} as const satisfies Record<Kind, MessageKey>;
const TEXT = {
  invited: "programme.mailInvitedText",
  started: "programme.mailStartedText",
  renewed: "programme.mailRenewedText",
  ended: "programme.mailEndedText",
  ending: "programme.mailEndingText",
} as const satisfies Record<Kind, MessageKey>;

async function write(
  tx: Tx,
  ctx: Ctx,
  mail: {
    kind: Kind;
    key: string;
    reason: string;
    term: NonNullable<Awaited<ReturnType<typeof loadTerm>>>;
  },
): Promise<void> {
  const { kind, term } = mail;
  const reader = forReader(ctx, term);
  const { t } = reader;
  const params = {
    community: ctx.community.name,
    day: term.ends_on === null ? "" : dayText(t, term.ends_on).text,
  };
  const subject = t(SUBJECT[kind], params);
  await writeMail(tx, reader, {
    dedupeKey: mail.key,
    memberId: term.id,
    to: term.email,
    subject,
    content: {
      heading: subject,
      paragraphs: [t(TEXT[kind], params)],
      ...(mail.reason === "" ? {} : { quote: tidyLine(mail.reason) }),
      action: { label: t("programme.mailAction"), href: `${ctx.community.baseUrl}/programme` },
    },
  });
}

/** Tells a member of their invitation, and of the start, renewal and end of their term; once each. */
export async function mailProgramme(
  ctx: Ctx,
  { payload }: AppEvent<"programme.changed">,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const change = await tx
      .selectFrom("programme_change")
      .select(["from_state", "to_state", "reason"])
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", payload.changeId)
      .executeTakeFirst();
    const kind = change ? kindOf(change) : null;
    const term = kind ? await loadTerm(tx, ctx.community.id, payload.termId) : null;
    // An invitation that was answered, or a start that is over, is no news.
    if (!kind || !term || term.state !== change!.to_state) return;
    const reason = kind === "ended" && change!.to_state === "ended" ? change!.reason : "";
    await write(tx, ctx, { kind, term, reason, key: `programme:${payload.changeId}` });
  });
}

/** Tells a member that their term ends soon; once a term. */
export async function mailProgrammeEnding(
  ctx: Ctx,
  { payload }: AppEvent<"programme.ending">,
): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const term = await loadTerm(tx, ctx.community.id, payload.termId);
    if (term?.state !== "active") return;
    const key = `programme_ending:${payload.termId}`;
    await write(tx, ctx, { kind: "ending", term, reason: "", key });
  });
}
