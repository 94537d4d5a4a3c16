import { useT } from "#app/i18n/use-t.tsx";
import { SelectField, TextField } from "#app/ui/field.tsx";
import { startsOn, type AskFormProps } from "./ask-form-props.ts";
import { withTag } from "./show-again.ts";
import { SpaceFields } from "./space-fields.tsx";
import { SuggestedSpace, SuggestedTags } from "./suggested-place.tsx";

/** Sets a control as if somebody had typed in it. */
function typeInto(form: HTMLFormElement | null, id: string, value: string): void {
  const control = form?.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`);
  if (!control) return;
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  // The button that was pressed goes away.
  control.focus();
}

/** Where a question belongs: its space, the fields of that, its tags. */
export function AskPlaces({ ask, start, watched, suggested, failure }: AskFormProps) {
  const t = useT();
  const { suggestions } = suggested;
  const wrong = failure?.fields ?? {};
  const { space, question } = watched;
  const live = question !== null;
  const tags = question?.tags ?? start.tags ?? "";
  const guess = suggestions.space?.slug === space ? null : suggestions.space;
  const often = new Intl.ListFormat(t.locale, { type: "unit", style: "short" });
  return (
    <>
      <div>
        <SelectField
          id="ask-space"
          name="spaceSlug"
          label={t("ask.space")}
          error={wrong.spaceSlug}
          defaultValue={start.spaceSlug}
          // Where no script can guess, the server does when nothing was chosen.
          required={live}
          options={[
            { value: "", label: t("ask.spaceChoose") },
            ...ask.spaces.map(({ slug, name }) => ({ value: slug, label: name })),
          ]}
          {...startsOn(failure, "spaceSlug")}
        />
        <SuggestedSpace
          space={guess}
          live={live}
          onTake={(slug) => typeInto(watched.form.current, "ask-space", slug)}
        />
        {Object.keys(ask.fields).length > 0 ? (
          <noscript>
            <div className="pl-suggested">
              <button type="submit" className="pl-btn pl-btn--sm" name="showFields" formNoValidate>
                {t("ask.showFields")}
              </button>
            </div>
          </noscript>
        ) : null}
      </div>
      <SpaceFields
        key={space}
        fields={ask.fields[space] ?? []}
        typed={watched.details.current}
        wrong={wrong}
      />
      <div>
        <TextField
          id="ask-tags"
          name="tags"
          label={t("ask.tags")}
          optional={t("common.optional")}
          hint={t("ask.tagsHint", { tags: often.format(ask.oftenUsedTags) })}
          error={wrong.tags}
          defaultValue={start.tags}
          maxLength={300}
          dir="auto"
          {...startsOn(failure, "tags")}
        />
        <SuggestedTags
          tags={suggestions.tags.filter((tag) => withTag(tags, tag) !== tags)}
          live={live}
          onTake={(tag) => typeInto(watched.form.current, "ask-tags", withTag(tags, tag))}
        />
      </div>
    </>
  );
}
