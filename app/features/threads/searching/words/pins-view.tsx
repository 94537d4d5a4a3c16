import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { ChangedBy } from "./changed-by.tsx";
import { FormTrouble, type Refused } from "./form-trouble.tsx";
import type { PinnedQuery, PinView } from "./get-pins-page.server.ts";
import { WORD_LIMITS } from "./word-limits.ts";

type Props = {
  queries: PinnedQuery[];
  /** A query a link came with. */
  query: string;
  saved: boolean;
  refused: Refused;
};

const REACH = {
  everybody: "words.pinEverybody",
  some: "words.pinSome",
  nobody: "words.pinNobody",
} as const;

/** Queries with the threads that come first for them, and a form for one more. */
export function PinsView({ queries, query, saved, refused }: Props) {
  const t = useT();
  const own = refused?.values.do === "pin" ? refused : null;
  return (
    <div className="pl-stack pl-page">
      <PageHead title={t("words.pinsTitle")} lead={t("words.pinsLead")} />
      {saved ? <Notice state="solved">{t("words.pinNote")}</Notice> : null}
      {refused && !own ? (
        <Notice state="danger" alert>
          {refused.error}
        </Notice>
      ) : null}
      <PinForm query={query} refused={own} />
      {queries.length === 0 ? (
        <Empty title={t("words.pinsNone")}>{t("words.pinsNoneText")}</Empty>
      ) : (
        queries.map((one) => <QuerySection key={one.key} of={one} />)
      )}
    </div>
  );
}

function PinForm({ query, refused }: { query: string; refused: Refused }) {
  const t = useT();
  const wrong = refused?.fields ?? {};
  return (
    <section aria-labelledby="pin" className="pl-fields pl-narrow">
      <SectionHead id="pin" title={t("words.pinAdd")} />
      <FormTrouble refused={refused} ids={{ query: "query", thread: "thread" }} />
      <Form method="post" className="pl-fields">
        <input type="hidden" name="do" value="pin" />
        <TextField
          id="query"
          name="query"
          label={t("words.pinQuery")}
          hint={t("words.pinQueryHint")}
          error={wrong.query}
          defaultValue={refused?.values.query ?? query}
          maxLength={WORD_LIMITS.queryLength}
          required
          dir="auto"
        />
        <TextField
          id="thread"
          name="thread"
          label={t("words.pinThread")}
          hint={t("words.pinThreadHint")}
          error={wrong.thread}
          defaultValue={refused?.values.thread}
          maxLength={500}
          required
          dir="ltr"
        />
        <FormEnd>
          <Button variant="primary">{t("words.pinGo")}</Button>
        </FormEnd>
      </Form>
    </section>
  );
}

function QuerySection({ of: { key, query, pins } }: { of: PinnedQuery }) {
  const t = useT();
  const id = `query-${pins[0]!.threadId}-${key.length}`;
  const search = new URLSearchParams({ try: query }).toString();
  const another = new URLSearchParams({ query }).toString();
  return (
    <section aria-labelledby={id} className="pl-fields">
      <SectionHead
        id={id}
        title={query}
        end={
          <span className="pl-btns">
            <ButtonLink href={`/staff/search/words?${search}#try`} size="sm" variant="quiet">
              {t("words.pinTry")} <Hidden>{query}</Hidden>
            </ButtonLink>
            <ButtonLink href={`/staff/search/pins?${another}#pin`} size="sm">
              {t("words.pinAnother")} <Hidden>{query}</Hidden>
            </ButtonLink>
          </span>
        }
      />
      <ol className="pl-staff__words">
        {pins.map((pin, index) => (
          <PinItem
            key={pin.threadId}
            queryKey={key}
            pin={pin}
            verbs={[
              ...(index > 0 ? (["up"] as const) : []),
              ...(index < pins.length - 1 ? (["down"] as const) : []),
              "remove",
            ]}
          />
        ))}
      </ol>
    </section>
  );
}

const VERBS = {
  up: { key: "words.pinUp", icon: "chev-u" },
  down: { key: "words.pinDown", icon: "chev-d" },
  remove: { key: "words.pinRemove", icon: "trash" },
} as const;

type ItemProps = { queryKey: string; pin: PinView; verbs: (keyof typeof VERBS)[] };

function PinItem({ queryKey, pin, verbs }: ItemProps) {
  const t = useT();
  return (
    <li>
      <div>
        <a href={pin.href} dir="auto">
          {pin.title}
        </a>
        <p className={pin.reach === "everybody" ? "pl-meta" : "pl-meta pl-is-issue"}>
          {t(REACH[pin.reach])}
        </p>
        <ChangedBy change={pin.change} />
      </div>
      <Form method="post" className="pl-btns">
        <input type="hidden" name="do" value="arrange" />
        <input type="hidden" name="key" value={queryKey} />
        <input type="hidden" name="thread" value={pin.threadId} />
        {verbs.map((verb) => (
          <Button
            key={verb}
            name="verb"
            value={verb}
            size="sm"
            variant="quiet"
            icon={VERBS[verb].icon}
            iconOnly={t(VERBS[verb].key, { title: pin.title })}
          />
        ))}
      </Form>
    </li>
  );
}
