import { Form } from "@remix-run/react";
import type { ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import type { DeskFailure } from "./desk-failure.ts";
import type { OpenCase } from "./desk-page.ts";

/** The verbs that stand in the bar, with their keys; the others are behind "More". */
const IN_BAR: { verb: ModerationVerb; key: string }[] = [
  { verb: "approve", key: "a" },
  { verb: "hide", key: "h" },
  { verb: "remove", key: "d" },
  { verb: "restore", key: "b" },
  { verb: "mask", key: "m" },
  { verb: "close", key: "c" },
];
/** Those that need nothing but a click, and a reason. */
const PLAIN: ModerationVerb[] = [
  "lock",
  "unlock",
  "pin",
  "unpin",
  "mark_official",
  "unmark_official",
  "unmark_duplicate",
  "message",
  "warn",
  "ban",
  "erase_address",
  "remove_all",
];
const HOURS = [24, 72, 168, 720];
const KINDS = ["question", "discussion", "idea", "announcement"] as const;

type Props = { open: OpenCase; failure: DeskFailure | null };

/** The lines of the summary: what is wrong with each field, else what happened. */
function problemsOf(failure: DeskFailure | null) {
  if (!failure) return [];
  const found = Object.entries(failure.fields).map(([name, message]) => ({
    fieldId: `decide-${name}`,
    message,
  }));
  return found.length > 0 ? found : [{ message: failure.error }];
}

/** What can be decided: the usual with a key each, the rest folded away. One form with the message. */
export function DecideBar({ open, failure }: Props) {
  const t = useT();
  const verbs = new Set(open.verbs);
  const plain = PLAIN.filter((verb) => verbs.has(verb));
  return (
    <footer className="pl-desk__bar">
      <Form method="post" id="decide" className="pl-fields" preventScrollReset>
        <FormError title={failure?.error ?? ""} errors={problemsOf(failure)} />
        <input type="hidden" name="intent" value={open.appeal ? "appeal" : "decide"} />
        <input type="hidden" name="case" value={open.id} />
        {open.appeal ? <input type="hidden" name="appeal" value={open.appeal.id} /> : null}
        <input type="hidden" name="kind" value={open.subject.kind} />
        <input type="hidden" name="id" value={open.subject.id} />
        <input type="hidden" name="lastSeen" value={open.lastSeen ?? ""} />
        {open.appeal ? (
          <AppealButtons />
        ) : (
          <>
            <div className="pl-btns">
              {IN_BAR.filter(({ verb }) => verbs.has(verb)).map(({ verb, key }, index) => (
                <VerbButton key={verb} verb={verb} hot={key} primary={index === 0} />
              ))}
            </div>
            <details className="pl-fold">
              <summary data-key="more">{t("desk.more")}</summary>
              <div className="pl-fields">
                <More open={open} failure={failure} />
                <Elsewhere open={open} />
                {plain.length > 0 ? (
                  <div className="pl-btns">
                    {plain.map((verb) => (
                      <VerbButton key={verb} verb={verb} />
                    ))}
                  </div>
                ) : null}
              </div>
            </details>
          </>
        )}
      </Form>
    </footer>
  );
}

/** What has a page of its own. */
function Elsewhere({ open }: { open: OpenCase }) {
  const t = useT();
  const links = [
    { href: open.editHref, label: t("desk.verb.edit") },
    { href: open.tendHref, label: t("desk.verb.retag") },
    { href: open.originalHref, label: t("desk.original") },
    { href: open.escalateHref, label: t("desk.escalate") },
    { href: open.handOverHref, label: t("desk.handOver") },
  ];
  const shown = links.filter(({ href }) => href !== null);
  if (shown.length === 0) return null;
  return (
    <div className="pl-btns">
      {shown.map(({ href, label }) => (
        <ButtonLink key={href} href={href!} size="sm">
          {label}
        </ButtonLink>
      ))}
    </div>
  );
}

function VerbButton(props: { verb: ModerationVerb; hot?: string; primary?: boolean }) {
  const t = useT();
  const { verb, hot, primary } = props;
  return (
    <Button
      name="verb"
      value={verb}
      size={hot ? "md" : "sm"}
      variant={primary ? "primary" : undefined}
      aria-keyshortcuts={hot}
      data-desk-key={hot}
    >
      {t(`desk.verb.${verb}`)}
      {hot ? (
        <kbd className="pl-kbd" aria-hidden="true">
          {hot.toUpperCase()}
        </kbd>
      ) : null}
    </Button>
  );
}

function AppealButtons() {
  const t = useT();
  return (
    <div className="pl-btns">
      <Button name="outcome" value="upheld" variant="primary" data-desk-key="a">
        {t("desk.appealUphold")}
      </Button>
      <Button name="outcome" value="overturned" data-desk-key="h">
        {t("desk.appealOverturn")}
      </Button>
    </div>
  );
}

/** Verbs that need to know more. */
function More({ open, failure }: Props) {
  const t = useT();
  const verbs = new Set(open.verbs);
  const field = (name: string) => ({
    id: `decide-${name}`,
    name,
    error: failure?.fields[name],
    defaultValue: failure?.values[name],
  });
  return (
    <>
      {verbs.has("move") && open.spaces.length > 0 ? (
        <div className="pl-staff__line">
          <SelectField
            {...field("spaceSlug")}
            label={t("desk.moveTo")}
            defaultValue={failure?.values.spaceSlug ?? open.thread?.spaceSlug}
            options={open.spaces.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
          <VerbButton verb="move" />
        </div>
      ) : null}
      {verbs.has("mark_duplicate") ? (
        <div className="pl-staff__line">
          <TextField {...field("target")} label={t("desk.duplicateOf")} />
          <VerbButton verb="mark_duplicate" />
          {verbs.has("merge") ? <VerbButton verb="merge" /> : null}
        </div>
      ) : null}
      {verbs.has("convert") && open.thread ? (
        <div className="pl-staff__line">
          <SelectField
            {...field("threadKind")}
            label={t("desk.kindTo")}
            defaultValue={failure?.values.threadKind ?? open.thread.kind}
            options={KINDS.map((kind) => ({ value: kind, label: t(`desk.threadKind.${kind}`) }))}
          />
          <VerbButton verb="convert" />
        </div>
      ) : null}
      {verbs.has("split") ? (
        <div className="pl-staff__line">
          <TextField
            {...field("title")}
            label={t("desk.splitTitle")}
            hint={t("desk.splitHint")}
            maxLength={150}
            dir="auto"
          />
          <VerbButton verb="split" />
        </div>
      ) : null}
      {verbs.has("silence") || verbs.has("suspend") ? (
        <div className="pl-staff__line">
          <SelectField
            {...field("hours")}
            label={t("desk.howLong")}
            options={HOURS.map((hours) => ({
              value: String(hours),
              label: t("desk.days", { count: hours / 24 }),
            }))}
          />
          {verbs.has("silence") ? <VerbButton verb="silence" /> : null}
          {verbs.has("suspend") ? <VerbButton verb="suspend" /> : null}
        </div>
      ) : null}
    </>
  );
}
