import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextAreaField, TextField } from "#app/ui/field.tsx";
import { Dots } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Segments } from "#app/ui/tabs.tsx";
import { Time } from "#app/ui/time.tsx";
import { DeliveryTable } from "./delivery-table.tsx";
import { ESCALATION_LIMITS } from "./escalation-rules.ts";
import type { EscalationList, EscalationView } from "./list-escalations.server.ts";
import "./escalation.css";

type Refused = { error: string; fields: Record<string, string>; values: Record<string, string> };
type Props = { list: EscalationList; saved: boolean; refused: Refused | null };

const STATES = ["open", "answered", "closed"] as const;

/** What was passed on to the brand’s ticket system, and what came back. */
export function EscalationListView({ list, saved, refused }: Props) {
  const t = useT();
  return (
    <div className="pl-stack">
      <PageHead title={t("escalation.listTitle")} lead={t("escalation.listLead")} />
      {saved && !refused ? <Notice state="solved">{t("escalation.saved")}</Notice> : null}
      <div>
        <Segments
          label={t("escalation.listTitle")}
          items={STATES.map((state) => ({
            href: `/staff/escalations?status=${state}`,
            label: t("escalation.state", { state }),
            current: state === list.status,
          }))}
        />
      </div>
      {list.items.length === 0 ? (
        <Empty icon="external" title={t("escalation.none")}>
          {t("escalation.noneText")}
        </Empty>
      ) : null}
      {list.items.map((item) => (
        <One
          key={item.id}
          item={item}
          refused={refused?.values.escalation === String(item.id) ? refused : null}
        />
      ))}
      {list.before === null ? null : (
        <div>
          <ButtonLink href={`/staff/escalations?status=${list.status}&before=${list.before}`}>
            {t("escalation.older")}
          </ButtonLink>
        </div>
      )}
    </div>
  );
}

type OneProps = { item: EscalationView; refused: Refused | null };

function One({ item, refused }: OneProps) {
  const t = useT();
  const id = `escalation-${item.id}`;
  return (
    <article aria-labelledby={id} className="pl-escalation pl-fields">
      <SectionHead
        flush
        id={id}
        title={item.title}
        end={
          <Dots
            items={[
              <bdi key="ours">{item.ours}</bdi>,
              ...(item.reference === "" ? [] : [<bdi key="ref">{item.reference}</bdi>]),
              <Time key="at" {...item.at} />,
            ]}
          />
        }
      />
      {refused ? (
        <Notice state="danger" alert>
          {refused.error}
        </Notice>
      ) : null}
      <p dir="auto">
        <b>{t("escalation.noteOf", { name: item.by ?? t("common.formerMember") })}</b> {item.note}
      </p>
      <div className="pl-btns">
        <ButtonLink size="sm" href={item.href}>
          {t("escalation.toThread")}
        </ButtonLink>
        {item.caseId === null || item.status === "closed" ? null : (
          <ButtonLink size="sm" href={`/staff/desk?case=${item.caseId}`}>
            {t("escalation.toCase")}
          </ButtonLink>
        )}
        {item.answerHref === null ? null : (
          <ButtonLink size="sm" href={item.answerHref}>
            {t("escalation.toAnswer")}
          </ButtonLink>
        )}
      </div>
      {item.answer === "" ? null : <Draft item={item} />}
      {item.status === "closed" ? null : <Reply item={item} refused={refused} />}
      {item.deliveries.length === 0 ? null : (
        <DeliveryTable
          rows={item.deliveries}
          caption={t("escalation.deliveriesOf", { ticket: item.ours })}
        />
      )}
    </article>
  );
}

/** What came back, with what of it is personal data marked, and what to do with it. */
function Draft({ item }: { item: EscalationView }) {
  const t = useT();
  const open = item.status !== "closed";
  return (
    <div className="pl-panel pl-fields">
      <p className="pl-meta">{t("escalation.answerBack")}</p>
      <p className="pl-escalation__answer" dir="auto">
        {item.pieces.map(({ text, personal }, index) =>
          personal ? <mark key={index}>{text}</mark> : <span key={index}>{text}</span>,
        )}
      </p>
      {open && item.holdsPersonal ? (
        <Notice state="issue">{t("escalation.holdsPersonal")}</Notice>
      ) : null}
      {open ? (
        <Form method="post" className="pl-btns">
          <input type="hidden" name="escalation" value={item.id} />
          {item.holdsPersonal ? (
            <Button name="do" value="mask" variant="primary">
              {t("escalation.mask")}
            </Button>
          ) : (
            <Button name="do" value="publish" variant="primary">
              {t("escalation.publish")}
            </Button>
          )}
        </Form>
      ) : null}
    </div>
  );
}

function Reply({ item, refused }: OneProps) {
  const t = useT();
  const values = refused?.values.do === "outcome" ? refused.values : null;
  const errors = values ? refused?.fields : undefined;
  return (
    <details className="pl-fold" open={values !== null}>
      <summary>
        {t(item.answer === "" ? "escalation.enterAnswer" : "escalation.changeAnswer")}
      </summary>
      <Form method="post" className="pl-fields">
        <input type="hidden" name="escalation" value={item.id} />
        <TextField
          id={`reference-${item.id}`}
          name="reference"
          label={t("escalation.reference")}
          error={errors?.reference}
          defaultValue={values?.reference ?? item.reference}
          maxLength={ESCALATION_LIMITS.reference}
          dir="auto"
          autoComplete="off"
        />
        <TextAreaField
          id={`answer-${item.id}`}
          name="answer"
          label={t("escalation.answer")}
          hint={t("escalation.answerHint")}
          error={errors?.answer}
          defaultValue={values?.answer ?? item.answer}
          rows={6}
          maxLength={ESCALATION_LIMITS.answer}
          dir="auto"
        />
        <div className="pl-btns">
          <Button name="do" value="outcome">
            {t("escalation.keepAnswer")}
          </Button>
          <Button name="do" value="close" variant="quiet">
            {t("escalation.closeWithout")}
          </Button>
        </div>
      </Form>
    </details>
  );
}
