import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { dotItems } from "#app/ui/layout.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { Time } from "#app/ui/time.tsx";
import { DifferenceList } from "./difference-list.tsx";
import type { RulesPage } from "./get-rules-page.server.ts";
import type { RuleChange } from "./list-changes.server.ts";

/** Who changed what, newest first, each with a way back to what held before the next. */
export function ChangesView({ page }: { page: RulesPage }) {
  const t = useT();
  return (
    <section aria-labelledby="changes">
      <SectionHead flush id="changes" title={t("automod.changesTitle")} />
      {page.changes.length === 0 ? <p className="pl-muted">{t("automod.changesNone")}</p> : null}
      <ul>
        {page.changes.map((change) => (
          <Change key={change.version} change={change} page={page} />
        ))}
      </ul>
      {page.edits && page.version > 0 ? (
        <BackForm to={0} version={page.version} label={t("automod.setBackFirst")} />
      ) : null}
    </section>
  );
}

function Change({ change, page }: { change: RuleChange; page: RulesPage }) {
  const t = useT();
  const { version, who, at, backTo, changes } = change;
  return (
    <li className="pl-rule">
      <h3 className="pl-h-rail">
        {backTo === null
          ? t("automod.version", { version })
          : t("automod.versionBack", { version, to: backTo })}
      </h3>
      <p className="pl-meta pl-dots">
        {dotItems([
          who ? (
            <a key="who" href={`/m/${who.handle}`} dir="auto">
              {who.name}
            </a>
          ) : (
            t("common.formerMember")
          ),
          <Time key="at" {...at} />,
        ])}
      </p>
      <DifferenceList differences={changes} />
      {page.edits && version !== page.version ? (
        <BackForm to={version} version={page.version} label={t("automod.setBack")} />
      ) : null}
    </li>
  );
}

function BackForm({ to, version, label }: { to: number; version: number; label: string }) {
  return (
    <Form method="post" action="/staff/automod">
      <input type="hidden" name="to" value={to} />
      <input type="hidden" name="version" value={version} />
      <Button size="sm" name="do" value="back">
        {label}
      </Button>
    </Form>
  );
}
