import { sql } from "kysely";
import { can } from "#app/features/members/policy.ts";
import { diffText, type DiffSegment } from "#app/features/threads/rich-text/diff-text.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";
import { currentGuidelines } from "./guideline-versions.server.ts";

export type Named = { handle: string; name: string } | null;
type State = "open" | "ratified" | "declined";

export type ProposalLine = {
  id: number;
  summary: string;
  state: State;
  author: Named;
  at: TimeText;
  yes: number;
  no: number;
  comments: number;
};

type Row = Omit<ProposalLine, "author" | "at"> & {
  handle: string | null;
  name: string | null;
  created_at: Date;
};

const named = (handle: string | null, name: string | null): Named =>
  handle === null ? null : { handle, name: name ?? "" };

const timeOf = (ctx: Ctx, at: Date) => formatTime(ctx.t, at, ctx.now, ctx.community.timeZone);

/** The proposals of a community, the newest first; or one of them. */
async function loadLines(ctx: Ctx, id: number | null): Promise<ProposalLine[]> {
  const { rows } = await sql<Row>`
    select p.id, p.summary, p.state, m.handle, m.name, p.created_at,
      (select count(*)::int from guideline_vote v where v.community_id = p.community_id
        and v.proposal_id = p.id and v.yes) as yes,
      (select count(*)::int from guideline_vote v where v.community_id = p.community_id
        and v.proposal_id = p.id and not v.yes) as no,
      (select count(*)::int from guideline_comment c where c.community_id = p.community_id
        and c.proposal_id = p.id) as comments
    from guideline_proposal p
    left join member m on m.community_id = p.community_id and m.id = p.author_id
    where p.community_id = ${ctx.community.id} and (${id}::bigint is null or p.id = ${id}::bigint)
    order by p.id desc limit 100
  `.execute(ctx.db);
  return rows.map(({ handle, name, created_at: at, ...row }) => ({
    ...row,
    author: named(handle, name),
    at: timeOf(ctx, at),
  }));
}

/** Proposals for the guidelines, and the text that a new one begins with, for who may propose. */
export async function getProposals(ctx: Ctx) {
  return {
    lines: await loadLines(ctx, null),
    draft: can(ctx.actor, "guideline.propose", null)
      ? (await currentGuidelines(ctx.db, ctx)).markdown
      : null,
  };
}

export type ProposalPage = ProposalLine & {
  diff: DiffSegment[];
  markdown: string;
  /** The guidelines have changed since it was written; `null` when not. */
  behind: { base: number; now: number } | null;
  voteEnds: TimeText;
  voting: boolean;
  voters: { person: Named; yes: boolean }[];
  said: { id: number; author: Named; at: TimeText; text: string }[];
  decision: { by: Named; at: TimeText; note: string } | null;
  /** What the reader voted. */
  own: boolean | null;
  may: { vote: boolean; comment: boolean; ratify: boolean; rebase: boolean };
};

/** The text it was written against. */
async function baseText(ctx: Ctx, version: number, current: { number: number; markdown: string }) {
  if (version === current.number) return current.markdown;
  const row = await ctx.db
    .selectFrom("guideline_version")
    .select("markdown")
    .where("community_id", "=", ctx.community.id)
    .where("number", "=", version)
    .executeTakeFirst();
  return row?.markdown ?? current.markdown;
}

async function loadVoters(ctx: Ctx, id: number) {
  return ctx.db
    .selectFrom("guideline_vote as vote")
    .leftJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "vote.community_id")
        .onRef("member.id", "=", "vote.member_id"),
    )
    .select(["vote.member_id", "vote.yes", "member.handle", "member.name"])
    .where("vote.community_id", "=", ctx.community.id)
    .where("vote.proposal_id", "=", id)
    .orderBy("vote.id")
    .execute();
}

async function loadComments(ctx: Ctx, id: number): Promise<ProposalPage["said"]> {
  const rows = await ctx.db
    .selectFrom("guideline_comment as said")
    .leftJoin("member", (join) =>
      join
        .onRef("member.community_id", "=", "said.community_id")
        .onRef("member.id", "=", "said.author_id"),
    )
    .select(["said.id", "said.text", "said.created_at", "member.handle", "member.name"])
    .where("said.community_id", "=", ctx.community.id)
    .where("said.proposal_id", "=", id)
    .orderBy("said.id")
    .limit(500)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    author: named(row.handle, row.name),
    at: timeOf(ctx, row.created_at),
    text: row.text,
  }));
}

/** One proposal with its change, votes and comments. Throws NotFoundError. */
export async function getProposal(ctx: Ctx, id: number): Promise<ProposalPage> {
  const [line] = await loadLines(ctx, id);
  if (!line) throw new NotFoundError();
  const row = await ctx.db
    .selectFrom("guideline_proposal as p")
    .leftJoin("member as by", (join) =>
      join.onRef("by.community_id", "=", "p.community_id").onRef("by.id", "=", "p.decided_by"),
    )
    .select(["p.author_id", "p.markdown", "p.base_version", "p.vote_ends_at", "p.decided_at"])
    .select(["p.decision_note", "by.handle", "by.name"])
    .where("p.community_id", "=", ctx.community.id)
    .where("p.id", "=", id)
    .executeTakeFirstOrThrow();
  const current = await currentGuidelines(ctx.db, ctx);
  const voters = await loadVoters(ctx, id);
  const open = line.state === "open";
  const voting = open && row.vote_ends_at > ctx.now;
  const behind = open && row.base_version !== current.number;
  return {
    ...line,
    markdown: row.markdown,
    diff: diffText(await baseText(ctx, row.base_version, current), row.markdown),
    behind: behind ? { base: row.base_version, now: current.number } : null,
    voteEnds: timeOf(ctx, row.vote_ends_at),
    voting,
    voters: voters.map((vote) => ({ person: named(vote.handle, vote.name), yes: vote.yes })),
    said: await loadComments(ctx, id),
    decision: row.decided_at
      ? {
          by: named(row.handle, row.name),
          at: timeOf(ctx, row.decided_at),
          note: row.decision_note,
        }
      : null,
    own:
      voters.find(({ member_id: voter }) => voter !== null && voter === ctx.actor.id)?.yes ?? null,
    may: {
      vote: voting && can(ctx.actor, "guideline.vote", null),
      comment: open && can(ctx.actor, "guideline.comment", null),
      ratify: open && can(ctx.actor, "guideline.ratify", null),
      rebase: behind && row.author_id === ctx.actor.id && can(ctx.actor, "guideline.propose", null),
    },
  };
}

export type GuidelineVersion = {
  number: number;
  at: TimeText;
  by: Named;
  proposalId: number | null;
  yes: number;
  no: number;
  /** Against the version before; the whole text of the first. */
  diff: DiffSegment[];
};

/** Every version of the guidelines, the newest first; empty before the first change. */
export async function getGuidelineHistory(ctx: Ctx): Promise<GuidelineVersion[]> {
  const rows = await ctx.db
    .selectFrom("guideline_version as v")
    .leftJoin("member as by", (join) =>
      join.onRef("by.community_id", "=", "v.community_id").onRef("by.id", "=", "v.ratified_by"),
    )
    .select(["v.number", "v.markdown", "v.proposal_id", "v.ratified_at", "v.yes", "v.no"])
    .select(["by.handle", "by.name"])
    .where("v.community_id", "=", ctx.community.id)
    .orderBy("v.number", "desc")
    .limit(50)
    .execute();
  return rows.map((row, index) => ({
    number: row.number,
    at: timeOf(ctx, row.ratified_at),
    by: named(row.handle, row.name),
    proposalId: row.proposal_id,
    yes: row.yes,
    no: row.no,
    diff:
      row.number === 1
        ? [{ kind: "same", text: row.markdown }]
        : diffText(rows[index + 1]?.markdown ?? "", row.markdown),
  }));
}
