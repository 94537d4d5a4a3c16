import type { Queue } from "#db/schema-moderation.ts";
import type { CaseFilters } from "../list-cases.server.ts";
import { QUEUE_LOOK } from "./queue-look.ts";

/** Whose cases: assigned to the reader, or to nobody. */
export type Whose = "mine" | "nobody";

/** What of the desk is shown, as in its address. */
export type DeskPlace = {
  /** `null` for all. */
  queue: Queue | null;
  whose: Whose | null;
  /** Past their time only. */
  over: boolean;
  priority: number | null;
  spaceId: number | null;
};

export const EVERYTHING: DeskPlace = {
  queue: null,
  whose: null,
  over: false,
  priority: null,
  spaceId: null,
};

const QUEUES = Object.keys(QUEUE_LOOK) as Queue[];

function numberOf(given: string | null, most: number): number | null {
  const number = Number(given);
  return given && Number.isSafeInteger(number) && number >= 0 && number <= most ? number : null;
}

/** The place that an address names; what it can't be is left out. */
export function placeFrom(query: URLSearchParams): DeskPlace {
  const whose = query.get("whose");
  return {
    queue: QUEUES.find((name) => name === query.get("queue")) ?? null,
    whose: whose === "mine" || whose === "nobody" ? whose : null,
    over: query.has("over"),
    priority: numberOf(query.get("priority"), 3),
    spaceId: numberOf(query.get("space"), Number.MAX_SAFE_INTEGER),
  };
}

/** A place as in the address, always in the same order; empty for everything. */
export function placeQuery({ queue, whose, over, priority, spaceId }: DeskPlace): string {
  const query = new URLSearchParams();
  if (queue) query.set("queue", queue);
  if (whose) query.set("whose", whose);
  if (over) query.set("over", "1");
  if (priority !== null) query.set("priority", String(priority));
  if (spaceId !== null) query.set("space", String(spaceId));
  return query.toString();
}

/** What the list of cases is asked for. */
export function filtersOf(place: DeskPlace, memberId: number | null): CaseFilters {
  const { queue, whose, over, priority, spaceId } = place;
  return {
    ...(queue ? { queue } : {}),
    ...(whose ? { assignedTo: whose === "mine" ? memberId : null } : {}),
    ...(over ? { overdue: true } : {}),
    ...(priority === null ? {} : { priority }),
    ...(spaceId === null ? {} : { spaceId }),
  };
}
