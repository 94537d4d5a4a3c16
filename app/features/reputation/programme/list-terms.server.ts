import { sql } from "kysely";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { TermState } from "#db/schema-reputation.ts";
import { dayOf, OPEN_STATES } from "./change-term.server.ts";
import { dayText, type DayText } from "./day-text.ts";

export type PersonName = { handle: string; name: string };

export type TermView = {
  termId: number;
  member: PersonName & { hue: number };
  state: TermState;
  nominatedBy: PersonName | null;
  mentor: PersonName | null;
  reason: string;
  listed: boolean;
  /** The version of the terms that the member agreed to last. */
  wordingVersion: number | null;
  since: TimeText;
  startsOn: DayText | null;
  endsOn: DayText | null;
  /** Ends within 30 days. */
  due: boolean;
  reviewNote: string;
};

const DAY = 86_400_000;
/** How long before its end a term is to be reviewed. */
const REVIEW_DAYS = 30;

type Row = {
  id: number;
  handle: string;
  name: string;
  hue: number;
  state: TermState;
  by_handle: string | null;
  by_name: string | null;
  mentor_handle: string | null;
  mentor_name: string | null;
  reason: string;
  listed: boolean;
  wording_version: number | null;
  changed_at: Date;
  starts_on: string | null;
  ends_on: string | null;
  review_note: string;
};

function person(handle: string | null, name: string | null): PersonName | null {
  return handle === null ? null : { handle, name: name ?? "" };
}

/** Terms that go on, of everybody; or all of one member, the newest first. */
export async function listTerms(ctx: Ctx, memberId: number | null = null): Promise<TermView[]> {
  const at = ctx.community.id;
  const { rows } = await sql<Row>`
    select term.id, m.handle, m.name, m.hue, term.state, by.handle as by_handle, by.name as by_name,
      mentor.handle as mentor_handle, mentor.name as mentor_name, term.reason, term.listed, term.wording_version,
      coalesce(changed.at, term.created_at) as changed_at,
      term.starts_on::text as starts_on, term.ends_on::text as ends_on, term.review_note
    from programme_term term
    join member m on m.community_id = term.community_id and m.id = term.member_id
    left join member by on by.community_id = term.community_id and by.id = term.nominated_by
    left join member mentor on mentor.community_id = term.community_id and mentor.id = term.mentor_id
    left join lateral (
      select max(c.created_at) as at from programme_change c
      where c.community_id = term.community_id and c.term_id = term.id
    ) changed on true
    where term.community_id = ${at}
      and case when ${memberId}::bigint is null then term.state = any(${[...OPEN_STATES]}::text[])
        else term.member_id = ${memberId}::bigint end
    order by ${memberId === null ? sql`term.ends_on nulls last, term.id` : sql`term.id desc`}
    limit 500
  `.execute(ctx.db);
  const soon = dayOf(new Date(ctx.now.getTime() + REVIEW_DAYS * DAY));
  return rows.map((row) => ({
    termId: row.id,
    member: { handle: row.handle, name: row.name, hue: row.hue },
    state: row.state,
    nominatedBy: person(row.by_handle, row.by_name),
    mentor: person(row.mentor_handle, row.mentor_name),
    reason: row.reason,
    listed: row.listed,
    wordingVersion: row.wording_version,
    since: formatTime(ctx.t, row.changed_at, ctx.now, ctx.community.timeZone),
    startsOn: row.starts_on === null ? null : dayText(ctx.t, row.starts_on),
    endsOn: row.ends_on === null ? null : dayText(ctx.t, row.ends_on),
    due: row.state === "active" && row.ends_on !== null && row.ends_on <= soon,
    reviewNote: row.review_note,
  }));
}
