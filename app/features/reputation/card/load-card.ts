import type { MemberCard } from "./get-member-card.server.ts";

/** How long a card is kept, in milliseconds. */
const KEEP = 60_000;

type Entry = { until: number; card: Promise<MemberCard | null> };
const kept = new Map<string, Entry>();

async function ask(path: string): Promise<MemberCard | null> {
  const response = await fetch(`${path}/card`, { headers: { Accept: "application/json" } });
  return response.ok ? ((await response.json()) as MemberCard) : null;
}

/** The card of the member at an address, as `viewer` sees it; `null` when there is none to be had. */
export function loadCard(path: string, viewer: string): Promise<MemberCard | null> {
  const key = `${viewer} ${path}`;
  const known = kept.get(key);
  if (known && known.until > Date.now()) return known.card;
  const card = ask(path).catch(() => null);
  kept.set(key, { until: Date.now() + KEEP, card });
  return card;
}
