import type { CheckSettings } from "../checks/settings.ts";

/** One setting that differs. Of a word list what came and went. */
export type RuleDifference =
  | { kind: "value"; path: string; before: string; after: string }
  | {
      kind: "list";
      name: string;
      before: number | null;
      after: number | null;
      added: number;
      removed: number;
    }
  | { kind: "secret" };

function shown(value: unknown): string {
  if (Array.isArray(value)) return value.join(", ");
  return typeof value === "string" ? value : JSON.stringify(value);
}

type List = CheckSettings["words"]["lists"][number];

function listDifferences(before: readonly List[], after: readonly List[]): RuleDifference[] {
  const found: RuleDifference[] = [];
  const names = new Set([...before, ...after].map(({ name }) => name));
  for (const name of names) {
    const old = before.find((list) => list.name === name);
    const now = after.find((list) => list.name === name);
    const had = new Set(old?.entries);
    const has = new Set(now?.entries);
    const added = [...has].filter((entry) => !had.has(entry)).length;
    const removed = [...had].filter((entry) => !has.has(entry)).length;
    if (added + removed > 0 || !old || !now) {
      found.push({
        kind: "list",
        name,
        before: old?.entries.length ?? null,
        after: now?.entries.length ?? null,
        added,
        removed,
      });
    }
    if (old && now && old.mode !== now.mode) {
      found.push({ kind: "value", path: `words.lists.${name}`, before: old.mode, after: now.mode });
    }
  }
  return found;
}

/** What differs between two settings, in their order; nothing where they do the same. */
export function ruleDifferences(before: CheckSettings, after: CheckSettings): RuleDifference[] {
  const found: RuleDifference[] = [];
  for (const [part, fields] of Object.entries(after)) {
    const old = before[part as keyof CheckSettings] as Record<string, unknown>;
    for (const [name, value] of Object.entries(fields)) {
      const path = `${part}.${name}`;
      if (path === "words.lists") {
        found.push(...listDifferences(before.words.lists, after.words.lists));
      } else if (JSON.stringify(old[name]) !== JSON.stringify(value)) {
        found.push(
          path === "outside.secret"
            ? { kind: "secret" }
            : { kind: "value", path, before: shown(old[name]), after: shown(value) },
        );
      }
    }
  }
  return found;
}
