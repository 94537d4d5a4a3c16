import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { BadgeMedal } from "#app/ui/badge-medal.tsx";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, SelectField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormError } from "#app/ui/form-error.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead, SectionHead } from "#app/ui/page-head.tsx";
import { BADGE_LIMITS, FORMULA_EXAMPLE } from "./badge-forms.ts";
import type { Failure } from "./badge-hand-forms.tsx";
import { BADGE_ICONS, TRACKS } from "./built-in-badges.ts";
import type { ManagedBadge } from "./get-badge-manager.server.ts";

type Props = { badges: ManagedBadge[]; brand: string; saved: boolean; failure: Failure | null };

/** Where a brand's admins arrange its badges and add their own. */
export function BadgeManagerView({ badges, brand, saved, failure }: Props) {
  const t = useT();
  const ofNew = failure && !("key" in failure.values) ? failure : null;
  const ofOne = failure && "key" in failure.values ? failure : null;
  return (
    <div className="pl-wrap pl-page pl-stack">
      <div>
        <Breadcrumbs
          label={t("common.breadcrumb")}
          items={[{ href: "/badges", label: t("badges.crumbs") }]}
        />
        <PageHead title={t("badges.manageTitle", { brand })} lead={t("badges.manageLead")} />
      </div>
      {saved ? <Notice state="solved">{t("badges.saved")}</Notice> : null}
      {ofOne ? <FormError title={ofOne.error} errors={troubles(ofOne)} /> : null}
      <ul className="pl-bgrid">
        {badges.map((badge) => (
          <OneBadge key={badge.key} badge={badge} />
        ))}
      </ul>
      <NewBadge failure={ofNew} brand={brand} />
    </div>
  );
}

function troubles({ error, fields }: Failure) {
  const found = Object.entries(fields).map(([fieldId, message]) => ({ fieldId, message }));
  return found.length > 0 ? found : [{ message: error }];
}

function OneBadge({ badge }: { badge: ManagedBadge }) {
  const t = useT();
  const { key, name } = badge;
  return (
    <li className="pl-bcard">
      <BadgeMedal face={badge.face} level={1} earned={badge.active} />
      <div>
        <h2 dir="auto">{name}</h2>
        <p dir="auto">{badge.say}</p>
        <Form method="post" className="pl-fields">
          <input type="hidden" name="key" value={key} />
          {badge.named ? (
            <TextField
              id={`name-${key}`}
              name="name"
              label={t("badges.ownName")}
              hint={
                badge.usual === key ? undefined : t("badges.ownNameHint", { name: badge.usual })
              }
              defaultValue={badge.own}
              maxLength={BADGE_LIMITS.name}
            />
          ) : null}
          <CheckField
            id={`shown-${key}`}
            name="shown"
            value="yes"
            label={t("badges.shown")}
            defaultChecked={badge.active}
          />
          <Button size="sm">{t("badges.save", { name })}</Button>
        </Form>
      </div>
    </li>
  );
}

function NewBadge({ failure, brand }: { failure: Failure | null; brand: string }) {
  const t = useT();
  const field = (name: string) => ({
    id: name,
    name,
    error: failure?.fields[name],
    defaultValue: failure?.values[name],
  });
  return (
    <section aria-labelledby="new-badge" className="pl-narrow">
      <SectionHead flush id="new-badge" title={t("badges.newTitle")} />
      <Form method="post" className="pl-form">
        <FormError title={failure?.error ?? ""} errors={failure ? troubles(failure) : []} />
        <TextField
          {...field("name")}
          label={t("badges.fieldName")}
          required
          maxLength={BADGE_LIMITS.name}
        />
        <TextAreaField
          {...field("description")}
          label={t("badges.fieldDescription")}
          required
          maxLength={BADGE_LIMITS.description}
          rows={2}
        />
        <SelectField
          {...field("icon")}
          label={t("badges.fieldIcon")}
          options={BADGE_ICONS.map((icon) => ({ value: icon, label: t(`badges.icon.${icon}`) }))}
        />
        <SelectField
          {...field("track")}
          label={t("badges.fieldTrack")}
          options={TRACKS.map((track) => ({
            value: track,
            label: t(`badges.track.${track}`, { brand }),
          }))}
        />
        <TextField
          {...field("formula")}
          label={t("badges.fieldFormula")}
          hint={t("badges.fieldFormulaHint", { example: FORMULA_EXAMPLE })}
          maxLength={500}
          dir="ltr"
          spellCheck={false}
        />
        <Button variant="primary">{t("badges.create")}</Button>
      </Form>
    </section>
  );
}
