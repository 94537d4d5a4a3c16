import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, TextAreaField } from "#app/ui/field.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { BADGE_SIZE } from "../open-badge/badge-svg.ts";
import type { OwnChoices } from "../set-own-choices.server.ts";

type Props = {
  choices: OwnChoices;
  handle: string;
  /** HTML that shows the badge. */
  snippet: string;
  saved: boolean;
};

/** What others see of one's points, and what mail comes of them. */
export function OwnChoicesView({ choices, handle, snippet, saved }: Props) {
  const t = useT();
  return (
    <>
      {saved ? <Notice state="solved">{t("impact.saved")}</Notice> : null}
      <p>{t("impact.settingsLead")}</p>
      <form method="post" className="pl-stack">
        <section className="pl-fields" aria-labelledby="month-title">
          <h2 className="pl-h-sec" id="month-title">
            {t("impact.monthTitle")}
          </h2>
          <p>{t("impact.monthText")}</p>
          <CheckField
            id="monthMails"
            name="monthMails"
            value="on"
            label={t("impact.monthOn")}
            defaultChecked={choices.monthMails}
          />
          <CheckField
            id="badgeMails"
            name="badgeMails"
            value="on"
            label={t("badges.mailsOn")}
            hint={t("badges.mailsText")}
            defaultChecked={choices.badgeMails}
          />
        </section>
        <section className="pl-fields" aria-labelledby="choices-title">
          <h2 className="pl-h-sec" id="choices-title">
            {t("impact.choicesTitle")}
          </h2>
          <CheckField
            id="onLeaderboards"
            name="onLeaderboards"
            value="on"
            label={t("impact.onLeaderboards")}
            defaultChecked={choices.onLeaderboards}
          />
          <CheckField
            id="openToInvites"
            name="openToInvites"
            value="on"
            label={t("impact.openToInvites")}
            hint={t("impact.openToInvitesHint")}
            defaultChecked={choices.openToInvites}
          />
        </section>
        <section className="pl-fields" aria-labelledby="badge-title">
          <h2 className="pl-h-sec" id="badge-title">
            {t("impact.badgeTitle")}
          </h2>
          <p>{t("impact.badgeText")}</p>
          <CheckField
            id="openBadge"
            name="openBadge"
            value="on"
            label={t("impact.badgeOn")}
            defaultChecked={choices.openBadge}
          />
          {choices.openBadge ? <Snippet handle={handle} snippet={snippet} /> : null}
        </section>
        <div>
          <Button variant="primary">{t("common.save")}</Button>
        </div>
      </form>
    </>
  );
}

/** The badge as it is, and what to put into another page. */
function Snippet({ handle, snippet }: Pick<Props, "handle" | "snippet">) {
  const t = useT();
  return (
    <>
      <img
        src={`/m/${encodeURIComponent(handle)}/badge.svg`}
        alt={t("impact.badgeTitle")}
        {...BADGE_SIZE}
      />
      <TextAreaField
        id="snippet"
        name="snippet"
        label={t("impact.badgeSnippet")}
        hint={t("impact.badgeSnippetHint")}
        defaultValue={snippet}
        rows={4}
        readOnly
        dir="ltr"
        spellCheck={false}
      />
    </>
  );
}
