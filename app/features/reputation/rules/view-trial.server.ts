import type { Ctx } from "#app/lib/ctx.ts";
import { rankName } from "#app/features/members/rank-name.ts";
import type { Trial } from "./figures.server.ts";
import { isRise, type RankLists } from "./rank-moves.ts";

const MOVERS_SHOWN = 10;
const NAMES_SHOWN = 3;

type Named = { handle: string; name: string };

/** Members who go from one rank to another. */
export type MoveView = {
  key: string;
  from: string;
  to: string;
  rises: boolean;
  count: number;
  /** A few of them. */
  some: Named[];
};

/** What a trial says, as staff read it. */
export type TrialView = {
  figures: string;
  points: { count: number; more: number; less: number };
  movers: (Named & { before: number; after: number })[];
  ranks: { count: number; up: number; down: number };
  moves: MoveView[];
};

async function namesOf({ db, community }: Ctx, ids: number[]): Promise<Map<number, Named>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom("member")
    .select(["id", "handle", "name"])
    .where("community_id", "=", community.id)
    .where("id", "in", ids)
    .execute();
  return new Map(rows.map(({ id, handle, name }) => [id, { handle, name }]));
}

/** Moves with the same start and end together, the most first. */
function grouped(trial: Trial) {
  const groups = new Map<string, { from: number; to: number; ids: number[] }>();
  for (const { memberId, from, to } of trial.ranks) {
    const key = `${from}-${to}`;
    const group = groups.get(key) ?? { from, to, ids: [] };
    group.ids.push(memberId);
    groups.set(key, group);
  }
  return [...groups].sort(([, a], [, b]) => b.ids.length - a.ids.length);
}

/** A trial with the names of those whom it moves most. */
export async function viewTrial(ctx: Ctx, trial: Trial, lists: RankLists): Promise<TrialView> {
  const { t } = ctx;
  const biggest = trial.points.slice(0, MOVERS_SHOWN);
  const groups = grouped(trial);
  const shown = groups.flatMap(([, { ids }]) => ids.slice(0, NAMES_SHOWN));
  const names = await namesOf(ctx, [...biggest.map(({ memberId }) => memberId), ...shown]);
  const known = (id: number) => names.get(id) ?? { handle: "", name: "" };
  const nameIn = (list: RankLists["before"], place: number) => {
    const rank = list[Math.min(place, list.length - 1)];
    return rank ? rankName(t, rank) : "";
  };
  const up = trial.ranks.filter((move) => isRise(lists, move)).length;
  const more = trial.points.filter(({ before, after }) => after > before).length;
  return {
    figures: trial.figures,
    points: { count: trial.points.length, more, less: trial.points.length - more },
    movers: biggest.map(({ memberId, before, after }) => ({ ...known(memberId), before, after })),
    ranks: { count: trial.ranks.length, up, down: trial.ranks.length - up },
    moves: groups.map(([key, { from, to, ids }]) => ({
      key,
      from: nameIn(lists.before, from),
      to: nameIn(lists.after, to),
      rises: isRise(lists, { from, to }),
      count: ids.length,
      some: ids.slice(0, NAMES_SHOWN).map(known),
    })),
  };
}
