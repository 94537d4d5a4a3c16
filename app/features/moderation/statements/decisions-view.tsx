import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Table } from "#app/ui/table.tsx";
import { Time } from "#app/ui/time.tsx";
import { FILTER_VERBS, type DecisionQuery } from "./decisions-form.ts";
import type { DecisionLine, DecisionList } from "./list-decisions.server.ts";
import "./statements.css";

type Props = {
  list: DecisionList;
  query: DecisionQuery;
  wrongDays: boolean;
  undone: boolean;
  failure: { error: string } | null;
};

/** The decisions of a period, for staff; admins take them away for the EU's database. */
export function DecisionsView({ list, query, wrongDays, undone, failure }: Props) {
  const t = useT();
  const days = new URLSearchParams({ from: query.from, to: query.to }).toString();
  const all = new URLSearchParams(query);
  return (
    <div className="pl-stack pl-decisions">
      <PageHead
        title={t("statements.title")}
        lead={t("statements.lead")}
        actions={
          list.mayExport ? (
            <>
              <ButtonLink href={`/staff/decisions/export.jsonl?${days}`} size="sm" download>
                {t("statements.jsonl")}
              </ButtonLink>
              <ButtonLink href={`/staff/decisions/export.csv?${days}`} size="sm" download>
                {t("statements.csv")}
              </ButtonLink>
            </>
          ) : null
        }
      />
      {undone && !failure ? <Notice state="solved">{t("statements.undoneNow")}</Notice> : null}
      <FormError
        title={t("statements.notUndone")}
        errors={failure ? [{ message: failure.error }] : []}
      />
      <Filters query={query} wrongDays={wrongDays} />
      {list.decisions.length === 0 ? (
        <Empty icon="shield" title={t("statements.none")}>
          {t("statements.noneText")}
        </Empty>
      ) : (
        <Decisions decisions={list.decisions} />
      )}
      {list.next ? (
        <div>
          <ButtonLink href={`/staff/decisions?${all.toString()}&after=${list.next}`}>
            {t("statements.older")}
          </ButtonLink>
        </div>
      ) : null}
      {list.mayExport ? <p className="pl-meta">{t("statements.exportNote")}</p> : null}
    </div>
  );
}

function Filters({ query, wrongDays }: Pick<Props, "query" | "wrongDays">) {
  const t = useT();
  return (
    <form method="get" className="pl-fields">
      <div className="pl-decisions__filters">
        <SelectField
          id="verb"
          name="verb"
          label={t("statements.verbLabel")}
          defaultValue={query.verb}
          options={[
            { value: "", label: t("statements.all") },
            ...FILTER_VERBS.map((verb) => ({ value: verb, label: t("statements.verb", { verb }) })),
          ]}
        />
        <TextField
          id="moderator"
          name="moderator"
          label={t("statements.moderator")}
          defaultValue={query.moderator}
          maxLength={60}
          dir="ltr"
        />
        <SelectField
          id="reversed"
          name="reversed"
          label={t("statements.reversedLabel")}
          defaultValue={query.reversed}
          options={[
            { value: "", label: t("statements.all") },
            { value: "no", label: t("statements.standing") },
            { value: "yes", label: t("statements.undone") },
          ]}
        />
        <TextField
          id="from"
          name="from"
          type="date"
          label={t("clocks.from")}
          defaultValue={query.from}
          error={wrongDays ? t("clocks.daysBad") : undefined}
        />
        <TextField id="to" name="to" type="date" label={t("clocks.to")} defaultValue={query.to} />
      </div>
      <div>
        <Button>{t("clocks.show")}</Button>
      </div>
    </form>
  );
}

function Decisions({ decisions }: { decisions: DecisionLine[] }) {
  const t = useT();
  return (
    <Table
      caption={t("statements.title")}
      hideCaption
      columns={[
        { label: t("statements.decision") },
        { label: t("statements.about") },
        { label: t("statements.reason") },
        { label: t("statements.by") },
        { label: t("statements.state") },
      ]}
      rows={decisions.map((one) => ({
        key: String(one.id),
        cells: [
          <What key="what" one={one} />,
          <About key="about" one={one} />,
          <Why key="why" one={one} />,
          <bdi key="by">
            {one.automated ? t("desk.byRule") : (one.by ?? t("common.formerMember"))}
          </bdi>,
          <State key="state" one={one} />,
        ],
      }))}
    />
  );
}

function What({ one }: { one: DecisionLine }) {
  const t = useT();
  const verb = t("statements.verb", { verb: one.verb });
  return (
    <>
      <b>{one.undoes === null ? verb : t("statements.undoing", { verb })}</b>
      <span className="pl-meta">
        <Time {...one.at} />
      </span>
    </>
  );
}

function About({ one: { about, thread } }: { one: DecisionLine }) {
  const t = useT();
  return (
    <>
      {thread ? (
        <a href={thread.href} dir="auto">
          {thread.title}
        </a>
      ) : null}
      <span className="pl-meta">
        {about ? (
          <a href={`/m/${encodeURIComponent(about.handle)}`}>
            <bdi>{about.name}</bdi>
          </a>
        ) : (
          t("common.formerMember")
        )}
      </span>
    </>
  );
}

function Why({ one: { reason, rule, ground } }: { one: DecisionLine }) {
  const t = useT();
  const rests = t("statements.ground", { ground });
  return (
    <>
      <span dir="auto">{reason === "" ? "–" : reason}</span>
      <span className="pl-meta" dir="auto">
        {rule === "" ? rests : `${rests}: ${rule}`}
      </span>
    </>
  );
}

function State({ one }: { one: DecisionLine }) {
  const t = useT();
  return (
    <>
      <span>{t(one.undone ? "statements.undone" : "statements.standing")}</span>
      {one.appeal ? (
        <span className="pl-meta">{t("statements.appeal", { outcome: one.appeal })}</span>
      ) : null}
      {one.mayUndo ? (
        <Form method="post">
          <input type="hidden" name="decision" value={one.id} />
          <Button size="sm" aria-label={t("statements.undoThis", { id: one.id })}>
            {t("desk.undo")}
          </Button>
        </Form>
      ) : null}
    </>
  );
}
