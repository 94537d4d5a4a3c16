import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Diff } from "#app/ui/diff.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { Prose } from "#app/ui/prose.tsx";
import type { ReviewPage, Told } from "./get-review-page.server.ts";
import type { ItemView } from "./load-item.server.ts";
import type { Turn } from "./take-turn.server.ts";
import { REVIEW_WORDS } from "./review-words.ts";
import { useReviewKeys } from "./use-review-keys.ts";
import "./review.css";

type Props = { page: ReviewPage; failure: string | null };

/** Where members review: one thing at a time. */
export function ReviewView({ page, failure }: Props) {
  const t = useT();
  useReviewKeys();
  return (
    <div className="pl-wrap pl-page pl-review">
      <PageHead title={t("review.title")} lead={t("review.lead")} />
      {failure ? (
        <Notice state="danger" alert>
          {failure}
        </Notice>
      ) : null}
      {page.told ? <ToldNotice told={page.told} /> : null}
      {page.turn ? <OneTurn key={page.turn.id} turn={page.turn} /> : <None page={page} />}
    </div>
  );
}

function ToldNotice({ told }: { told: Told }) {
  const t = useT();
  const words = REVIEW_WORDS[told.kind];
  if (told.said === "wrong" || told.said === "right") {
    const answer = told.staff === null ? "" : t(words[told.staff]);
    const right = told.said === "right";
    return (
      <Notice
        state={right ? "solved" : "open"}
        title={t(right ? "review.testRight" : "review.testWrong")}
      >
        {t("review.testStaff", { answer })}{" "}
        {told.why === "" ? null : <span dir="auto">{t("review.testWhy", { why: told.why })}</span>}
      </Notice>
    );
  }
  return <Notice state="solved">{t(`review.said.${told.said}`)}</Notice>;
}

function None({ page }: { page: ReviewPage }) {
  const t = useT();
  const back = <ButtonLink href="/">{t("review.toHome")}</ButtonLink>;
  if (page.none === "closed") {
    return (
      <Empty icon="clock" title={t("review.closedTitle")} actions={back}>
        {page.closed}
      </Empty>
    );
  }
  return page.none === "day" ? (
    <Empty icon="solved" title={t("review.dayTitle")} actions={back}>
      {t("review.dayText")}
    </Empty>
  ) : (
    <Empty icon="solved" title={t("review.emptyTitle")} actions={back}>
      {t("review.emptyText")}
    </Empty>
  );
}

function OneTurn({ turn }: { turn: Turn }) {
  const t = useT();
  const { item } = turn;
  const words = REVIEW_WORDS[item.kind];
  return (
    <section aria-labelledby="item" className="pl-review__item">
      <SectionHead
        flush
        id="item"
        title={t(words.title)}
        end={
          <span className="pl-meta" dir="auto">
            {item.space}
          </span>
        }
      />
      <ItemText item={item} />
      <Form method="post" action="/review" className="pl-review__bar">
        <input type="hidden" name="turn" value={turn.id} />
        <p>
          <b>{t(words.question)}</b>
        </p>
        <div className="pl-btns">
          <Answer letter="a" value="approve" icon="check" text={t(words.approve)} />
          <Answer letter="h" value="refuse" icon="x" text={t(words.refuse)} />
          <Answer letter="s" value="skip" text={t("review.skip")} />
        </div>
      </Form>
    </section>
  );
}

type AnswerProps = { letter: string; value: string; text: string; icon?: "check" | "x" };

function Answer({ letter, value, text, icon }: AnswerProps) {
  return (
    <Button
      name="answer"
      value={value}
      data-review-key={letter}
      aria-keyshortcuts={letter}
      variant={icon ? "default" : "quiet"}
      icon={icon}
    >
      {text}{" "}
      <kbd className="pl-kbd pl-only-wide" aria-hidden="true">
        {letter}
      </kbd>
    </Button>
  );
}

function ItemText({ item }: { item: ItemView }) {
  const t = useT();
  return (
    <>
      <h3 className="pl-h-sec" dir="auto">
        {item.title}
      </h3>
      {item.opening ? (
        <details className="pl-fold">
          <summary>{t("review.question.shown")}</summary>
          <div className="pl-panel pl-panel--sunken">
            <Prose small html={item.opening.html} />
          </div>
        </details>
      ) : null}
      <div className="pl-panel">
        {item.author === null ? null : (
          <p className="pl-meta" dir="auto">
            {t("review.by", { name: item.author })}
          </p>
        )}
        {item.html === null ? null : <Prose html={item.html} />}
        {item.edit ? <Edit edit={item.edit} /> : null}
      </div>
      {item.target ? (
        <div className="pl-panel pl-panel--sunken">
          <p className="pl-meta">{t("review.target")}</p>
          <h3 className="pl-h-rail" dir="auto">
            {item.target.title}
          </h3>
          <Prose small html={item.target.html} />
        </div>
      ) : null}
      {item.reason === "" ? null : (
        <p>
          <b>{t("review.proposedWhy")}</b> <span dir="auto">{item.reason}</span>
        </p>
      )}
    </>
  );
}

function Edit({ edit }: { edit: NonNullable<ItemView["edit"]> }) {
  const t = useT();
  const words = { added: t("history.added"), removed: t("history.removed") };
  return (
    <>
      {edit.title ? <Diff segments={edit.title} words={words} /> : null}
      <Diff segments={edit.text} words={words} />
    </>
  );
}
