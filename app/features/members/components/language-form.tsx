import { LANGUAGES, localeOf, type Language } from "#app/i18n/locales.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/field.tsx";
import { AccountForm, type Failure } from "./account-form.tsx";

type Props = {
  /** What was chosen before; `null` for nothing. */
  chosen: Language | null;
  /** Language of the community; `null` where a browser's counts. */
  communityLocale: string | null;
  failure: Failure | null;
};

/**
 * The language one reads in. Each language has its own name, in its own language: whoever sees a
 * page in a wrong one must find theirs.
 */
export function LanguageForm({ chosen, communityLocale, failure }: Props) {
  const t = useT();
  const nameOf = (locale: string) => LANGUAGES.find(({ tag }) => tag === locale)?.name ?? locale;
  const unchosen =
    communityLocale === null
      ? t("language.asBrowser")
      : t("language.asCommunity", { language: nameOf(localeOf(communityLocale)) });
  return (
    <AccountForm failure={failure}>
      <SelectField
        id="language"
        name="language"
        label={t("language.choose")}
        error={failure?.fields.language}
        defaultValue={chosen ?? ""}
        options={[
          { value: "", label: unchosen },
          ...LANGUAGES.map(({ tag, name }) => ({ value: tag, label: name })),
        ]}
      />
      <div>
        <Button variant="primary">{t("language.save")}</Button>
      </div>
    </AccountForm>
  );
}
