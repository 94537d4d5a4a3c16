import type { IconName } from "#app/ui/icon-name.ts";

/** What badges are about; the catalogue shows them in this order. */
export const TRACKS = ["answers", "knowledge", "kindness", "ideas", "belonging"] as const;
export type Track = (typeof TRACKS)[number];

type Shape = { track: Track; icon: IconName; levels: readonly number[] };

/** Badges by rule: a level is earned by the so-maniest thing that counts. */
export const RULED = {
  "first-answer": { track: "answers", icon: "message", levels: [1] },
  "first-fix": { track: "answers", icon: "solved", levels: [1] },
  fixer: { track: "answers", icon: "wrench", levels: [10, 50, 250] },
  "first-on-scene": { track: "answers", icon: "speed", levels: [5, 25, 100] },
  revival: { track: "answers", icon: "history", levels: [1, 5, 20] },
  confirmed: { track: "answers", icon: "official", levels: [1, 5, 25] },
  helpful: { track: "knowledge", icon: "up", levels: [10, 100, 500] },
  "great-answer": { track: "knowledge", icon: "star", levels: [1, 5, 25] },
  explainer: { track: "knowledge", icon: "book", levels: [5, 25, 100] },
  tag: { track: "knowledge", icon: "spark", levels: [5, 25, 100] },
  welcomer: { track: "kindness", icon: "users", levels: [1, 10, 50] },
  patient: { track: "kindness", icon: "clock", levels: [1, 5, 20] },
  "closes-loop": { track: "kindness", icon: "check", levels: [1, 10, 50] },
  "tidy-hand": { track: "kindness", icon: "edit", levels: [1, 20, 100] },
  "night-owl": { track: "kindness", icon: "moon", levels: [1, 10, 50] },
  "good-question": { track: "ideas", icon: "quote", levels: [1, 5, 25] },
  "same-boat": { track: "ideas", icon: "same", levels: [1, 5, 25] },
  "good-idea": { track: "ideas", icon: "idea", levels: [1, 3, 10] },
  "idea-shipped": { track: "ideas", icon: "box", levels: [1, 3, 10] },
  years: { track: "belonging", icon: "planned", levels: [1, 3, 5] },
  weeks: { track: "belonging", icon: "calendar", levels: [4, 26, 104] },
} as const satisfies Record<string, Shape>;

/** Badges that staff give. */
export const GIVEN = {
  tester: { track: "ideas", icon: "shield", levels: [1] },
  thanks: { track: "belonging", icon: "lamp", levels: [1] },
} as const satisfies Record<string, Shape>;

export type RuledKey = keyof typeof RULED;
export type GivenKey = keyof typeof GIVEN;
export type BuiltInKey = RuledKey | GivenKey;

export const RULED_KEYS = Object.keys(RULED) as RuledKey[];
export const GIVEN_KEYS = Object.keys(GIVEN) as GivenKey[];

export function isBuiltIn(key: string): key is BuiltInKey {
  return Object.hasOwn(RULED, key) || Object.hasOwn(GIVEN, key);
}

export function shapeOf(key: BuiltInKey): Shape {
  return { ...RULED, ...GIVEN }[key];
}

/** What the drawings of a brand's own badges can be. */
export const BADGE_ICONS = [
  "star",
  "lamp",
  "spark",
  "book",
  "flag",
  "wrench",
  "shield",
  "users",
  "globe",
  "image",
  "idea",
  "tv",
  "router",
  "home",
] as const satisfies readonly IconName[];

/** `tag:7` → 7; `null` for every other badge. */
export function tagIdOf(badgeKey: string): number | null {
  const id = /^tag:([1-9]\d{0,14})$/.exec(badgeKey)?.[1];
  return id === undefined ? null : Number(id);
}
