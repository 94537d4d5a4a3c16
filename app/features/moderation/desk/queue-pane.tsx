import { Form, Link } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import { CaseClock } from "./case-clock.tsx";
import type { DeskFailure } from "./desk-failure.ts";
import { deskHref } from "./desk-href.ts";
import type { CaseLine, DeskPage } from "./desk-page.ts";
import { QueueFilters } from "./queue-filters.tsx";
import { QUEUE_LOOK } from "./queue-look.ts";

/** What waits, the most urgent first. */
export function QueuePane({ page, failure }: { page: DeskPage; failure: DeskFailure | null }) {
  const t = useT();
  return (
    <section className="pl-pane pl-pane--queue" id="queue" aria-labelledby="queue-title">
      <header className="pl-pane__h">
        <h2 className="pl-h-rail" id="queue-title">
          {t("desk.queueTitle")}
        </h2>
        <span className="pl-meta">
          {t("desk.waiting", { waiting: page.waiting, over: page.over })}
        </span>
      </header>
      <QueueFilters page={page} failure={failure} />
      {page.lines.length === 0 ? (
        <p className="pl-desk__none pl-muted">{t("desk.nothing")}</p>
      ) : (
        <ol className="pl-cases">
          {page.lines.map((line) => (
            <CaseItem key={line.id} line={line} page={page} />
          ))}
        </ol>
      )}
      {page.next ? (
        <p className="pl-desk__none">
          <Link to={deskHref(page.place, { after: page.next })}>{t("desk.further")}</Link>
        </p>
      ) : null}
      {page.lines.length > 0 ? <Bulk /> : null}
    </section>
  );
}

function CaseItem({ line, page }: { line: CaseLine; page: DeskPage }) {
  const t = useT();
  const { icon, label } = QUEUE_LOOK[line.queue];
  const open = page.open?.id === line.id;
  const tone = line.urgent ? "pl-is-danger" : line.clock?.state === "soon" ? "pl-is-issue" : null;
  return (
    <li className={joinClasses("pl-case", open && "is-open")}>
      <label className="pl-check pl-case__x">
        <input
          type="checkbox"
          name="case"
          value={line.id}
          form="bulk"
          aria-label={t("desk.choose", { title: line.title })}
        />
      </label>
      <Link
        to={deskHref(page.place, { case: line.id })}
        aria-current={open ? "true" : undefined}
        preventScrollReset
        data-case={line.id}
      >
        <span className="pl-case__h">
          <span className={joinClasses("pl-word", tone)}>
            <Icon name={icon} size={16} />
            {t(label)}
          </span>
          {line.clock ? <CaseClock clock={line.clock} /> : null}
        </span>
        <span className="pl-case__t" dir="auto">
          {line.title}
        </span>
        {line.excerpt === "" ? null : (
          <span className="pl-case__e pl-clip" dir="auto">
            {line.excerpt}
          </span>
        )}
        <span className="pl-case__m pl-meta">
          {line.who ? (
            <>
              <Avatar name={line.who.name} hue={line.who.hue} size={20} />
              <span className="pl-clip" dir="auto">
                {line.who.name}
              </span>
            </>
          ) : null}
          <span className="pl-case__n">{line.claim ? <Claimed line={line} /> : line.note}</span>
        </span>
      </Link>
    </li>
  );
}

function Claimed({ line: { claim } }: { line: CaseLine }) {
  const t = useT();
  return <>{claim!.own ? t("desk.claimedOwn") : t("desk.claimedBy", { name: claim!.name })}</>;
}

/** What is done with all cases that are ticked. */
function Bulk() {
  const t = useT();
  return (
    <Form method="post" id="bulk" className="pl-desk__bulk">
      <input type="hidden" name="intent" value="bulk" />
      <span className="pl-meta">{t("desk.bulkLabel")}</span>
      <Button name="verb" value="approve" size="sm">
        {t("desk.bulkApprove")}
      </Button>
      <Button name="verb" value="hide" size="sm">
        {t("desk.bulkSpam")}
      </Button>
      <Button name="verb" value="close" size="sm">
        {t("desk.bulkClose")}
      </Button>
    </Form>
  );
}
