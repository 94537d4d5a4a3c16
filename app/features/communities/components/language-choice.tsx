import { LANGUAGES } from "#app/i18n/locales.ts";
import { useT } from "#app/i18n/use-t.tsx";

/**
 * The languages a guest may choose from, in the foot of a page. A plain form: the page comes anew in
 * the other language, at the same place.
 */
export function LanguageChoice({ to }: { to: string }) {
  const t = useT();
  return (
    <form method="post" action="/language" id="language-choice" tabIndex={-1}>
      <input type="hidden" name="to" value={`${to}#language-choice`} />
      <fieldset className="pl-seg">
        <legend className="pl-hide">{t("language.ofPages")}</legend>
        {LANGUAGES.map(({ tag, name }) => (
          <button
            key={tag}
            type="submit"
            name="language"
            value={tag}
            lang={tag}
            aria-pressed={tag === t.locale}
          >
            {name}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
