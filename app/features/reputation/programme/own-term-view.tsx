import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { KeyValues } from "#app/ui/stat-list.tsx";
import { Time } from "#app/ui/time.tsx";
import { failureOf, troubles, type Failure } from "./form-failure.ts";
import type { ProgrammePage } from "./get-programme-page.server.ts";
import { PROGRAMME_LIMITS } from "./programme-forms.ts";
import { TermsText } from "./terms-text.tsx";

type Own = NonNullable<ProgrammePage["own"]>;

/** The invitation: the terms, yes with consent, or no. */
export function InvitationView(props: {
  programme: ProgrammePage["programme"];
  failure: Failure | null;
}) {
  const t = useT();
  const { programme } = props;
  const failure = failureOf(props.failure, "accept");
  const declined = failureOf(props.failure, "decline");
  return (
    <section aria-labelledby="invited" className="pl-panel pl-fields">
      <h2 className="pl-h-sec" id="invited">
        {t("programme.invitedTitle")}
      </h2>
      <p className="pl-lead">{t("programme.invitedText")}</p>
      <h3 className="pl-h-rail">{t("programme.wordingTitle")}</h3>
      <TermsText text={programme.wording} />
      <Form method="post" className="pl-fields">
        <FormError title={failure?.error ?? ""} errors={troubles(failure, "accept")} />
        <input type="hidden" name="intent" value="accept" />
        <input type="hidden" name="version" value={programme.wordingVersion} />
        <CheckField
          id="accept-agreed"
          name="agreed"
          value="yes"
          label={t("programme.agree")}
          error={failure?.fields.agreed}
        />
        <CheckField
          id="accept-listed"
          name="listed"
          value="yes"
          label={t("programme.beListed")}
          defaultChecked={failure?.values.listed === "yes"}
        />
        <div>
          <Button variant="primary">{t("programme.accept")}</Button>
        </div>
      </Form>
      <details className="pl-fold">
        <summary>{t("programme.declineTitle")}</summary>
        <Form method="post" className="pl-fields">
          <FormError title={declined?.error ?? ""} errors={troubles(declined, "decline")} />
          <input type="hidden" name="intent" value="decline" />
          <TextField
            id="decline-reason"
            name="reason"
            label={t("programme.declineReason")}
            optional={t("programme.optional")}
            maxLength={PROGRAMME_LIMITS.reason}
          />
          <div>
            <Button>{t("programme.decline")}</Button>
          </div>
        </Form>
      </details>
    </section>
  );
}

/** One's own term that runs: until when, mentor, perks; and the way out. */
export function OwnTermView({ own, failure }: { own: Own; failure: Failure | null }) {
  const t = useT();
  const left = failureOf(failure, "leave");
  const day = (at: Own["endsOn"]) => (at ? <Time iso={at.iso} text={at.text} /> : null);
  return (
    <section aria-labelledby="own" className="pl-fields">
      <SectionHead id="own" title={t("programme.ownTitle")} />
      <KeyValues
        items={[
          { label: t("programme.from"), value: day(own.startsOn) },
          { label: t("programme.until"), value: day(own.endsOn) },
          {
            label: t("programme.mentor"),
            value: own.mentor ? (
              <a href={`/m/${own.mentor.handle}`} dir="auto">
                {own.mentor.name}
              </a>
            ) : (
              t("programme.noMentorYet")
            ),
          },
        ]}
      />
      <h3 className="pl-h-rail">{t("programme.perksTitle")}</h3>
      {own.perks.length === 0 ? (
        <p className="pl-muted">{t("programme.perksNone")}</p>
      ) : (
        <KeyValues
          items={own.perks.map(({ name, code }) => ({
            label: name,
            value: (
              <code key={code} dir="ltr">
                {code}
              </code>
            ),
          }))}
        />
      )}
      <Form method="post" className="pl-fields">
        <input type="hidden" name="intent" value="listed" />
        <CheckField
          id="listed"
          name="listed"
          value="yes"
          label={t("programme.beListed")}
          defaultChecked={own.listed}
        />
        <div>
          <Button size="sm">{t("programme.listedSave")}</Button>
        </div>
      </Form>
      <details className="pl-fold" open={left !== null}>
        <summary>{t("programme.leaveTitle")}</summary>
        <Form method="post" className="pl-fields">
          <FormError title={left?.error ?? ""} errors={troubles(left, "leave")} />
          <p className="pl-muted">{t("programme.leaveText")}</p>
          <input type="hidden" name="intent" value="leave" />
          <TextField
            id="leave-reason"
            name="reason"
            label={t("programme.leaveReason")}
            optional={t("programme.optional")}
            maxLength={PROGRAMME_LIMITS.reason}
          />
          <div>
            <Button variant="danger">{t("programme.leave")}</Button>
          </div>
        </Form>
      </details>
    </section>
  );
}
