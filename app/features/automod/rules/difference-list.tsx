import { translateKey } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import type { RuleDifference } from "./rule-differences.ts";
import { nameKey, RULES } from "./rule-fields.ts";

type T = ReturnType<typeof useT>;

/** What a setting is called, by its path. */
function nameOf(t: T, path: string): string {
  const [part = "", ...rest] = path.split(".");
  const field = rest.join(".");
  if (part === "onFailure") {
    return `${t("automod.failureTitle")}: ${t("automod.failureOf", { group: field })}`;
  }
  if (part === "imports") return t("automod.imports");
  if (field.startsWith("lists.")) return `${t("automod.listTitle")} ${field.slice(6)}`;
  const rule = RULES.find(({ id }) => id === part);
  const check = rule ? t(nameKey(rule.id)) : part;
  if (field === "mode") return `${check}, ${t("automod.verdict")}`;
  if (field === "sparesTrusted") return `${check}, ${t("automod.sparesTrusted")}`;
  const known = rule?.fields.some(({ name }) => name === field);
  // The catalogue has a label for every field of the rules; a test looks.
  return known ? `${check}, ${translateKey(t, `automod.field.${path}`)}` : path;
}

function shown(t: T, path: string, value: string): string {
  if (path.endsWith(".mode") || path.startsWith("words.lists.")) {
    return t("automod.mode", { mode: value });
  }
  if (/onFailure/.test(path)) return t("automod.choice", { choice: value });
  if (value === "true" || value === "false") {
    return t("automod.flag", { on: value === "true" ? "yes" : "no" });
  }
  return value === "" ? t("automod.nothing") : value;
}

/** What differs between two settings, a line each. */
export function DifferenceList({ differences }: { differences: readonly RuleDifference[] }) {
  const t = useT();
  return (
    <ul className="pl-rule__changes">
      {differences.map((one) => {
        if (one.kind === "secret") return <li key="secret">{t("automod.changedSecret")}</li>;
        if (one.kind === "list") {
          const { name, added, removed } = one;
          return (
            <li key={`list ${name}`} dir="auto">
              {t("automod.changedList", { name, added, removed })}
            </li>
          );
        }
        const before = shown(t, one.path, one.before);
        const after = shown(t, one.path, one.after);
        return (
          <li key={one.path} dir="auto">
            {t("automod.changedValue", { name: nameOf(t, one.path), before, after })}
          </li>
        );
      })}
    </ul>
  );
}
