import { Form } from "@remix-run/react";
import { SHORTCUTS } from "#app/ui/shortcut-list.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, PickField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";

type Props = {
  display: { theme: "light" | "dark" | null; shortcuts: boolean };
  saved: boolean;
};

/** How this browser shows the community: theme and keyboard shortcuts, and which keys there are. */
export function DisplayView({ display, saved }: Props) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <PageHead title={t("reading.displayTitle")} lead={t("reading.displayLead")} />
      {saved ? <Notice state="solved">{t("reading.displaySaved")}</Notice> : null}
      <Form method="post" action="/display" className="pl-form">
        <input type="hidden" name="page" value="1" />
        <PickField
          name="theme"
          legend={t("reading.theme")}
          value={display.theme ?? "system"}
          options={[
            { value: "system", label: t("reading.themeSystem"), icon: "settings" },
            { value: "light", label: t("reading.themeLight"), icon: "sun" },
            { value: "dark", label: t("reading.themeDark"), icon: "moon" },
          ]}
        />
        <CheckField
          id="shortcuts"
          name="shortcuts"
          label={t("reading.shortcutsOn")}
          hint={t("reading.shortcutsHint")}
          defaultChecked={display.shortcuts}
        />
        <FormEnd>
          <Button variant="primary">{t("common.save")}</Button>
        </FormEnd>
      </Form>
      <section aria-labelledby="keys" className="pl-page">
        <SectionHead id="keys" title={t("reading.shortcutsTitle")} />
        <dl className="pl-keys">
          {SHORTCUTS.map(({ keys, label }) => (
            <div key={label}>
              <dt>
                {keys.map((key) => (
                  <kbd key={key} className="pl-kbd">
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{t(label)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
