import { placeQuery, type DeskPlace } from "./desk-place.ts";

type Open = {
  case?: number | undefined;
  after?: string | undefined;
  undo?: number | undefined;
  done?: number | undefined;
};

/** The address of the desk at a place, maybe with an open case, which a narrow page then shows. */
export function deskHref(place: DeskPlace, open: Open = {}): string {
  const query = new URLSearchParams(placeQuery(place));
  for (const [name, value] of Object.entries(open)) {
    if (value !== undefined) query.set(name, String(value));
  }
  const shown = open.case === undefined ? "" : "#case";
  return query.size === 0 ? "/staff/desk" : `/staff/desk?${query}${shown}`;
}
