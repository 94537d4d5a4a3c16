import { sql } from "kysely";
import { assertCan } from "#app/features/members/policy.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { DEFAULT_RANKS } from "#app/lib/default-ranks.ts";
import type { ReviewKind } from "#db/schema-review.ts";
import { loadReviewSettings } from "./load-settings.server.ts";
import { settingName } from "./review-forms.ts";
import { REVIEW_KINDS, reviewWeight } from "./review-rules.ts";

export type KindFigures = {
  kind: ReviewKind;
  /** With members now. */
  open: number;
  /** What members agreed on in the period. */
  settled: number;
  /** What they left to staff. */
  toStaff: number;
  /** From being handed over to being settled, the middle one, in minutes. */
  minutes: number | null;
  /** Votes that staff came to the same as, and the others. */
  right: number;
  wrong: number;
};

export type ReviewerFigures = {
  id: number;
  handle: string;
  name: string;
  /** Votes in the period. */
  votes: number;
  /** Known cases, ever. */
  knownRight: number;
  known: number;
  /** What staff decided after them, ever. */
  right: number;
  judged: number;
  weight: number;
  /** Until when their queue is closed. */
  closed: string | null;
};

export type ReviewDesk = {
  /** What the form's fields say, by name. */
  values: Record<string, string>;
  minimums: { value: string; label: string }[];
  kinds: KindFigures[];
  reviewers: ReviewerFigures[];
};

export const REVIEW_DESK_DAYS = 30;
const MOST_REVIEWERS = 100;
const DAY = 86_400_000;

async function loadKinds(ctx: Ctx, since: Date): Promise<KindFigures[]> {
  const { rows } = await sql<KindFigures>`
    select i.kind, count(*) filter (where i.state = 'open')::int as open,
      count(*) filter (where i.state = 'settled' and i.settled_at >= ${since})::int as settled,
      count(*) filter (where i.state = 'staff' and i.settled_at >= ${since}
        and (i.staff_at is null or i.staff_at <> i.settled_at))::int as "toStaff",
      percentile_cont(0.5) within group (order by extract(epoch from i.settled_at - i.created_at) / 60)
        filter (where i.state = 'settled' and i.settled_at >= ${since}) as minutes,
      coalesce(sum(v.right_votes), 0)::int as right, coalesce(sum(v.wrong_votes), 0)::int as wrong
    from review_item i
    left join lateral (
      select count(*) filter (where agrees) as right_votes, count(*) filter (where not agrees) as wrong_votes
      from review_turn v where v.community_id = i.community_id and v.item_id = i.id
        and v.voted_at >= ${since}) v on true
    where i.community_id = ${ctx.community.id}
      and (i.state = 'open' or i.created_at >= ${since} or i.settled_at >= ${since} or i.state = 'known')
    group by i.kind
  `.execute(ctx.db);
  const none = { open: 0, settled: 0, toStaff: 0, minutes: null, right: 0, wrong: 0 };
  return REVIEW_KINDS.map((kind) => rows.find((row) => row.kind === kind) ?? { kind, ...none });
}

type ReviewerRow = Omit<ReviewerFigures, "weight" | "closed"> & { closed_until: Date | null };

async function loadReviewers(ctx: Ctx, since: Date): Promise<ReviewerFigures[]> {
  const { rows } = await sql<ReviewerRow>`
    select m.id, m.handle, m.name, r.closed_until,
      count(*) filter (where v.voted_at >= ${since})::int as votes,
      count(*) filter (where v.known and v.agrees)::int as "knownRight",
      count(*) filter (where v.known and v.agrees is not null)::int as known,
      count(*) filter (where not v.known and v.agrees)::int as right,
      count(*) filter (where not v.known and v.agrees is not null)::int as judged
    from review_turn v
    join member m on m.community_id = v.community_id and m.id = v.member_id
    left join reviewer r on r.community_id = m.community_id and r.member_id = m.id
      and r.closed_until > ${ctx.now}
    where v.community_id = ${ctx.community.id} and v.verdict in ('approve', 'refuse')
    group by m.id, m.handle, m.name, r.closed_until
    order by votes desc, m.id limit ${MOST_REVIEWERS}
  `.execute(ctx.db);
  return rows.map(({ closed_until: until, ...row }) => {
    const right = row.knownRight + row.right;
    return {
      ...row,
      weight: reviewWeight({ right, wrong: row.known + row.judged - right }),
      closed: until && formatTime(ctx.t, until, ctx.now, ctx.community.timeZone).title,
    };
  });
}

/** Whoever may be asked to review, as options. */
async function loadMinimums(ctx: Ctx): Promise<ReviewDesk["minimums"]> {
  const { rows } = await sql<{ ranks: { key: string; name: string }[] }>`
    select ranks from rank_list where community_id = ${ctx.community.id}
    order by version desc limit 1
  `.execute(ctx.db);
  const ranks = (rows[0]?.ranks ?? DEFAULT_RANKS).slice(0, 100);
  return [
    { value: "review", label: ctx.t("review.minimumPower") },
    { value: "super_user", label: ctx.t("review.minimumSuper") },
    ...ranks.flatMap((rank, index) =>
      index === 0
        ? []
        : [
            {
              value: `rank:${index}`,
              label: ctx.t("review.minimumRank", { rank: rankName(ctx.t, rank) }),
            },
          ],
    ),
  ];
}

/** What members review, for staff, and how it goes. Throws SignInNeededError, ForbiddenError. */
export async function getReviewDesk(ctx: Ctx): Promise<ReviewDesk> {
  assertCan(ctx.actor, "desk.manage", null);
  const since = new Date(ctx.now.getTime() - REVIEW_DESK_DAYS * DAY);
  const settings = await loadReviewSettings(ctx.db, ctx.community.id);
  const { reviews_a_day: day } = await ctx.db
    .selectFrom("community")
    .select("reviews_a_day")
    .where("id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();
  const values: Record<string, string> = { day: String(day) };
  for (const kind of REVIEW_KINDS) {
    const { enabled, minimum, needed, share, knownShare } = settings[kind];
    values[settingName("enabled", kind)] = enabled ? "yes" : "";
    values[settingName("minimum", kind)] = minimum;
    values[settingName("needed", kind)] = String(needed);
    values[settingName("share", kind)] = String(share);
    values[settingName("known", kind)] = String(knownShare);
  }
  return {
    values,
    minimums: await loadMinimums(ctx),
    kinds: await loadKinds(ctx, since),
    reviewers: await loadReviewers(ctx, since),
  };
}
