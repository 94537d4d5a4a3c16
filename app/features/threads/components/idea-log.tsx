import type { TimeText } from "#app/i18n/format-time.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { IdeaStep } from "../get-idea-log.server.ts";
import { stateOf } from "./state-look.ts";

/** What became of an idea, from the beginning on. */
export function IdeaLog({ suggested, log }: { suggested: TimeText; log: IdeaStep[] }) {
  const t = useT();
  return (
    <Timeline
      steps={[
        { title: t("idea.suggested"), note: suggested.title, phase: "done" },
        ...log.map((step) => {
          if (step.kind === "merged") {
            const link = <a href={step.href}>{t("idea.mergedHere", { title: step.title })}</a>;
            return { title: link, note: step.at.title, phase: "done" as const };
          }
          const name = step.by ?? t("common.formerMember");
          return {
            title: t(`idea.${step.status}`),
            note: (
              <>
                {t("idea.changeBy", { name, when: step.at.title })}
                {step.note === "" ? null : (
                  <>
                    <br />
                    <span dir="auto">{step.note}</span>
                  </>
                )}
              </>
            ),
            phase: "done" as const,
            state: stateOf(t, `idea_${step.status}`).key,
          };
        }),
      ]}
    />
  );
}
