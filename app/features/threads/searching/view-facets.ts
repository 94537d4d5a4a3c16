import type { MessageKey, Translate } from "#app/i18n/translate.ts";
import type { CountedValue, Facets } from "./count-facets.ts";
import { isFieldFacet, type SearchChoice } from "./search-address.ts";
import type { FacetValueView, FacetView } from "./search-page-view.ts";

/** Values shown of a facet that may have many, besides those chosen. */
const SHOWN = 8;

const ORDERED: Record<string, string[]> = {
  status: ["solved", "official", "answered", "open", "closed"],
  kind: ["question", "discussion", "idea", "announcement"],
  date: ["month", "year"],
};

const languages = new Map<string, Intl.DisplayNames>();

function languageName(t: Translate, code: string): string {
  let names = languages.get(t.locale);
  if (!names) {
    names = new Intl.DisplayNames(t.locale, { type: "language" });
    languages.set(t.locale, names);
  }
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

function labelOf(t: Translate, facet: string, { value, label }: CountedValue): string {
  if (facet === "language") return languageName(t, value);
  if (ORDERED[facet]?.includes(value)) return t(`search.${facet}.${value}` as MessageKey);
  return label;
}

function ordered(facet: string, values: CountedValue[]): CountedValue[] {
  const order = ORDERED[facet];
  if (order) return values.toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
  return values.toSorted((a, b) => b.count - a.count || a.label.localeCompare(b.label));
}

function valuesOf(
  t: Translate,
  facet: string,
  { counted, chosen }: { counted: CountedValue[]; chosen: string[] },
): FacetValueView[] {
  const missing = chosen
    .filter((value) => !counted.some((one) => one.value === value))
    .map((value) => ({ value, label: value, count: 0 }));
  const all = ordered(facet, [...counted, ...missing]).map((one) => ({
    value: one.value,
    label: labelOf(t, facet, one),
    count: one.count,
    chosen: chosen.includes(one.value),
  }));
  return all.filter((one, index) => one.chosen || (one.count > 0 && index < SHOWN));
}

/** A facet helps where it parts what was found, or where something in it is chosen. */
function isUseful(values: FacetValueView[], all: number): boolean {
  return values.some(({ chosen, count }) => chosen || count < all);
}

/** Facets as the page shows them: those that part what was found, in a fixed order. */
export function viewFacets(
  t: Translate,
  input: { facets: Facets; fields: Map<string, string>; choice: SearchChoice; total: number },
): FacetView[] {
  const { facets, fields, choice, total } = input;
  const ofFields = [...new Set([...facets.keys(), ...Object.keys(choice)])].filter(isFieldFacet);
  const names = ["status", "kind", "space", ...ofFields.sort(), "tag", "language", "date"];
  return names.flatMap((name) => {
    const chosen = choice[name] ?? [];
    const values = valuesOf(t, name, { counted: facets.get(name) ?? [], chosen });
    if (values.length === 0 || !isUseful(values, total)) return [];
    const label = isFieldFacet(name)
      ? (fields.get(name) ?? name.slice(name.indexOf(":") + 1))
      : t(`search.facet.${name}` as MessageKey);
    return [{ name, label, single: name === "date", values }];
  });
}
