import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { Tag } from "#app/ui/pill.tsx";
import { facetParameter } from "./search-address.ts";
import { FORM_ID } from "./search-form.tsx";
import type { FacetView } from "./search-page-view.ts";

type Props = { facets: FacetView[]; chosen: number; onApply: () => void };

/** What results can be narrowed by. Its boxes belong to the search form; in a narrow page it is folded. */
export function SearchFacets({ facets, chosen, onApply }: Props) {
  const t = useT();
  return (
    <aside aria-label={t("search.filters")} className="pl-facets">
      <details className="pl-facets__m">
        <summary className="pl-btn">
          <Icon name="filter" />
          {t("search.filters")}
          {chosen > 0 ? <Tag label={t("search.filtersOn", { count: chosen })} /> : null}
        </summary>
      </details>
      <div className="pl-facets__in">
        {facets.map((facet) => (
          <Facet key={facet.name} facet={facet} onApply={onApply} />
        ))}
        <noscript>
          <Button form={FORM_ID}>{t("search.apply")}</Button>
        </noscript>
      </div>
    </aside>
  );
}

function Facet({ facet, onApply }: { facet: FacetView; onApply: () => void }) {
  const t = useT();
  const any = { value: "", label: t("search.date.any"), count: null };
  return (
    <fieldset className="pl-facet">
      <legend className="pl-h-rail">
        <span dir="auto">{facet.label}</span>
      </legend>
      <ul>
        {(facet.single ? [any, ...facet.values] : facet.values).map(({ value, label, count }) => {
          const chosen = facet.single
            ? (facet.values.find((one) => one.chosen)?.value ?? "") === value
            : facet.values.some((one) => one.value === value && one.chosen);
          const parameter = facetParameter(facet.name, value);
          return (
            <li key={value}>
              <label className="pl-check">
                <input
                  type={facet.single ? "radio" : "checkbox"}
                  form={FORM_ID}
                  name={parameter.name}
                  value={parameter.value}
                  defaultChecked={chosen}
                  data-chosen={chosen ? "" : undefined}
                  onChange={onApply}
                />
                <span dir="auto" className="pl-facet__l">
                  {label}
                </span>
                {count === null ? null : (
                  <span className="pl-check__n">{formatNumber(t, count)}</span>
                )}
              </label>
            </li>
          );
        })}
      </ul>
    </fieldset>
  );
}
