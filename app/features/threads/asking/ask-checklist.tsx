import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { Rail, RailSection } from "#app/ui/rail.tsx";
import { CHECKS, type Checked, type CheckName } from "./check-question.ts";

const TEXTS = {
  title: "ask.checkTitle",
  tried: "ask.checklist3",
  one: "ask.checklist1",
  details: "ask.checkDetails",
  private: "ask.checklist4",
} as const;

/** What makes a good question. It ticks itself as one writes; without JavaScript it is a list. */
export function AskChecklist({ checked }: { checked: Checked | null }) {
  const t = useT();
  const done = checked ? CHECKS.filter((name) => checked.done[name]).length : 0;
  const said = t("ask.checkCount", { done, total: CHECKS.length });
  return (
    <Rail label={t("ask.checklistTitle")} sticky>
      <RailSection title={t("ask.checklistTitle")}>
        {checked ? (
          <div className="pl-checkmeter">
            <progress max={CHECKS.length} value={done} aria-label={said} />
            <output className="pl-meta">{said}</output>
          </div>
        ) : null}
        <ul className="pl-checks">
          {CHECKS.map((name) => (
            <Check key={name} name={name} checked={checked} />
          ))}
        </ul>
      </RailSection>
    </Rail>
  );
}

function Check({ name, checked }: { name: CheckName; checked: Checked | null }) {
  const t = useT();
  const done = checked?.done[name] === true;
  const warns = name === "private" && (checked?.personal.length ?? 0) > 0;
  return (
    <li className={done ? "is-ok" : warns ? "is-bad" : undefined}>
      <Icon name={done ? "solved" : warns ? "issue" : "open"} size={18} />
      <span>
        {t(TEXTS[name])}
        {checked ? <Hidden> {t(done ? "ask.checkDone" : "ask.checkNotYet")}</Hidden> : null}
      </span>
    </li>
  );
}
