import { sql } from "kysely";
import type { AppEvent } from "#app/events/catalog.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Tx } from "#db/client.server.ts";
import type { NoticeKind } from "#db/schema-clocks.ts";
import type { Queue } from "#db/schema-moderation.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { forReader } from "./for-reader.server.ts";
import { writeMail } from "./write-mail.server.ts";

type Due = { id: number; queue: Queue; priority: number; due_at: Date; holder_id: number | null };
type Reader = { id: number; email: string; locale: string | null; role: string };

/** Cases that a mail names; the others are counted. */
const NAMED = 20;

/** Where they are worked on; of one, that one. */
function deskOf([first, ...more]: Due[]): string {
  return first && more.length === 0 ? `/staff/desk?case=${first.id}` : "/staff/desk";
}

/** Those of the cases that are open still, each with whom it was assigned to, if a mail reaches them. */
async function loadDue(tx: Tx, communityId: number, caseIds: number[]): Promise<Due[]> {
  const { rows } = await sql<Due>`
    select c.id, c.queue, c.priority, c.due_at, holder.id as holder_id
    from moderation_case c
    left join member holder on holder.community_id = c.community_id and holder.id = c.assigned_to
      and holder.email is not null and holder.email_verified_at is not null
    where c.community_id = ${communityId} and c.id = any(${caseIds}::bigint[])
      and c.closed_at is null and c.due_at is not null
    order by c.priority desc, c.due_at, c.id
  `.execute(tx);
  return rows;
}

/** The holders and the moderators; admins where there are no moderators. */
async function loadReaders(tx: Tx, communityId: number, holderIds: number[]) {
  const members = await tx
    .selectFrom("member")
    .where("community_id", "=", communityId)
    .where("email", "is not", null)
    .where("email_verified_at", "is not", null)
    .where((eb) =>
      eb.or([
        eb("role", "in", ["moderator", "admin"]),
        eb("id", "=", sql<number>`any(${holderIds}::bigint[])`),
      ]),
    )
    .select(["id", "email", "locale", "role"])
    .orderBy("id")
    .execute();
  const readers = members.flatMap(({ email, ...row }): Reader[] =>
    email === null ? [] : [{ ...row, email }],
  );
  const moderators = readers.filter(({ role }) => role === "moderator");
  const staff = moderators.length > 0 ? moderators : readers.filter(({ role }) => role === "admin");
  return { byId: new Map(readers.map((reader) => [reader.id, reader])), staff };
}

function caseLine(ctx: Ctx, t: Translate, { id, queue, priority, due_at: due }: Due): string {
  return t("clocks.mailCase", {
    id: String(id),
    queue: t("clocks.queue", { queue }),
    priority: t("clocks.priority", { priority: `p${priority}` }),
    due: formatTime(t, due, ctx.now, ctx.community.timeZone).title,
  });
}

const TEXTS = {
  warning: { subject: "clocks.mailWarningSubject", text: "clocks.mailWarning" },
  breach: { subject: "clocks.mailBreachSubject", text: "clocks.mailBreach" },
} as const;

type Mailed = { kind: NoticeKind; cases: Due[]; held: boolean; key: string };

async function write(tx: Tx, ctx: Ctx, reader: Reader, { kind, cases, held, key }: Mailed) {
  const own = forReader(ctx, reader);
  const { t } = own;
  const count = cases.length;
  const subject = t(TEXTS[kind].subject, { count, community: ctx.community.name });
  const lines = cases.slice(0, NAMED).map((one) => caseLine(ctx, t, one));
  if (count > NAMED) lines.push(t("clocks.mailMore", { count: count - NAMED }));
  await writeMail(tx, own, {
    dedupeKey: key,
    memberId: reader.id,
    to: reader.email,
    subject,
    content: {
      heading: subject,
      paragraphs: [t(TEXTS[kind].text, { count }), lines.join("\n")],
      action: { label: t("clocks.mailAction"), href: ctx.community.baseUrl + deskOf(cases) },
      notes: [t(held ? "clocks.mailAssigned" : "clocks.mailStaff")],
    },
  });
}

/**
 * Tells whom they are assigned to, or else the moderators, of cases whose time runs out or is over: one mail a
 * reader, with what is open still. It names no member and quotes nobody.
 */
export async function mailClocks(ctx: Ctx, { id, payload }: AppEvent<"clock.told">): Promise<void> {
  await inTransaction(ctx.db, async (tx) => {
    const cases = await loadDue(tx, ctx.community.id, payload.caseIds);
    if (cases.length === 0) return;
    const groups = Map.groupBy(cases, ({ holder_id: holder }) => holder);
    const holderIds = [...groups.keys()].filter((holder) => holder !== null);
    const { byId, staff } = await loadReaders(tx, ctx.community.id, holderIds);
    for (const [holder, own] of groups) {
      const held = holder !== null;
      const readers = held ? [byId.get(holder)!] : staff;
      for (const reader of readers) {
        const key = `clock:${id}:${reader.id}:${held ? "held" : "staff"}`;
        await write(tx, ctx, reader, { kind: payload.kind, cases: own, held, key });
      }
    }
  });
}
