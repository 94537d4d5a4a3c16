import { useRouteLoaderData } from "@remix-run/react";

const LAMPS = 5;

/** A rank as it is shown: its name, and how many of the five lamps are lit, from 1. */
export type ShownRank = { name: string; lit: number };

/** The rank at a place of the community's list, from 0; `null` on a page without the list. */
export function useRank(place: number): ShownRank | null {
  const root = useRouteLoaderData("root") as { ranks?: string[] } | undefined;
  const ranks = root?.ranks ?? [];
  const index = Math.min(place, ranks.length - 1);
  const name = ranks[index];
  if (name === undefined) return null;
  const most = ranks.length - 1;
  return { name, lit: most === 0 ? LAMPS : 1 + Math.round((index * (LAMPS - 1)) / most) };
}
