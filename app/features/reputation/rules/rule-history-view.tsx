import { useT } from "#app/i18n/use-t.tsx";
import { Dots } from "#app/ui/layout.tsx";
import { Time } from "#app/ui/time.tsx";
import type { VersionView } from "./rule-history.server.ts";
import "./rules.css";

/** Published versions, the newest first: when, what they changed and why. */
export function RuleHistory({ versions }: { versions: VersionView[] }) {
  const t = useT();
  if (versions.length === 0) return null;
  return (
    <ol className="pl-revs">
      {versions.map(({ key, title, at, by, holds, note, changes }) => (
        <li key={key}>
          <div className="pl-revs__h">
            <h3 className="pl-h-sec">{title}</h3>
            <Dots
              items={[
                by ? (
                  <span key="by" dir="auto">
                    {by}
                  </span>
                ) : null,
                <Time key="at" {...at} />,
              ]}
            />
          </div>
          {note ? <p dir="auto">{note}</p> : null}
          <ul className="pl-bullets">
            {changes.length > 0 ? (
              changes.map((change) => (
                <li key={change} dir="auto">
                  {change}
                </li>
              ))
            ) : (
              <li>{t("rules.changedNothing")}</li>
            )}
          </ul>
          {holds ? <p className="pl-meta">{holds}</p> : null}
        </li>
      ))}
    </ol>
  );
}
