export const SEARCH_SORTS = ["best", "new", "helpful"] as const;

export type SearchSort = (typeof SEARCH_SORTS)[number];

/** Facets that have a parameter of their own; those of fields of questions share `field=KEY:VALUE`. */
export const PLAIN_FACETS = ["status", "kind", "space", "tag", "language", "date"] as const;

export const DATES = ["month", "year"] as const;

/** Chosen values by facet, in lower case; those of a field are under `field:KEY`. */
export type SearchChoice = Record<string, string[]>;

/** What a search page is asked for: the whole of its address. */
export type SearchAsk = { query: string; choice: SearchChoice; sort: SearchSort; page: number };

const MAX_QUERY = 200;
/** Bounds what an address can make the page do. */
const MAX_VALUES = 20;
const MAX_FIELDS = 10;
const MAX_VALUE = 80;
const MAX_PAGE = 50;
const FIELD = "field:";
/** A comma begins another value only before another `key:`, for options may hold commas. */
const BETWEEN_FIELDS = /,(?=[^,:]+:)/;

const tidy = (value: string) => value.trim().toLowerCase().slice(0, MAX_VALUE);

const valuesOf = (given: string[]) =>
  [...new Set(given.flatMap((list) => list.split(",")).map(tidy))]
    .filter((value) => value !== "")
    .slice(0, MAX_VALUES);

/** The name by which questions of several spaces share a field. */
export function fieldFacet(label: string): string {
  return FIELD + tidy(label.replace(/[:,]/g, " ").replace(/\s+/g, " "));
}

/** True for the facets of fields. */
export function isFieldFacet(facet: string): boolean {
  return facet.startsWith(FIELD);
}

/** The parameter of a facet's value in an address or a form. */
export function facetParameter(facet: string, value: string): { name: string; value: string } {
  if (!isFieldFacet(facet)) return { name: facet, value };
  return { name: "field", value: `${facet.slice(FIELD.length)}:${value}` };
}

/** `key:value` of an address, by facet. */
export function readFields(given: string[]): SearchChoice {
  const choice: SearchChoice = {};
  for (const part of given.flatMap((list) => list.split(BETWEEN_FIELDS))) {
    const at = part.indexOf(":");
    const value = tidy(part.slice(at + 1));
    if (at < 1 || value === "") continue;
    const facet = fieldFacet(part.slice(0, at));
    if (!(facet in choice) && Object.keys(choice).length >= MAX_FIELDS) continue;
    const values = (choice[facet] ??= []);
    if (!values.includes(value) && values.length < MAX_VALUES) values.push(value);
  }
  return choice;
}

/** Reads an address or a form; what makes no sense is left out. Lists may be repeated or hold commas. */
export function readSearch(params: URLSearchParams): SearchAsk {
  const choice: SearchChoice = {};
  for (const facet of PLAIN_FACETS) {
    const values = valuesOf(params.getAll(facet));
    if (facet !== "date") {
      if (values.length > 0) choice[facet] = values;
      continue;
    }
    const date = DATES.find((one) => values.includes(one));
    if (date) choice.date = [date];
  }
  const sort = SEARCH_SORTS.find((one) => one === params.get("sort")) ?? "best";
  const page = Number(params.get("page") ?? 1);
  return {
    query: (params.get("q") ?? "").trim().slice(0, MAX_QUERY).toWellFormed(),
    choice: { ...choice, ...readFields(params.getAll("field")) },
    sort,
    page: Number.isInteger(page) && page >= 1 && page <= MAX_PAGE ? page : 1,
  };
}

function listOf(facet: string, values: string[]): string {
  return `${facet}=${values.map(encodeURIComponent).join(",")}`;
}

/** The one address of a search; what is as usual is left out. */
export function searchHref({ query, choice, sort, page }: SearchAsk, path = "/search"): string {
  const parts: string[] = [];
  if (query !== "") parts.push(new URLSearchParams({ q: query }).toString());
  for (const facet of PLAIN_FACETS) {
    const values = choice[facet] ?? [];
    if (values.length > 0) parts.push(listOf(facet, values));
  }
  for (const [facet, values] of Object.entries(choice)) {
    if (!isFieldFacet(facet)) continue;
    for (const value of values) {
      const parameter = facetParameter(facet, value);
      parts.push(new URLSearchParams({ field: parameter.value }).toString());
    }
  }
  if (sort !== "best") parts.push(`sort=${sort}`);
  if (page > 1) parts.push(`page=${page}`);
  return parts.length === 0 ? path : `${path}?${parts.join("&")}`;
}

/** The same search without a value of a facet, from its first page. */
export function withoutValue(ask: SearchAsk, facet: string, value: string): SearchAsk {
  const left = (ask.choice[facet] ?? []).filter((one) => one !== value);
  const { [facet]: _gone, ...others } = ask.choice;
  return { ...ask, choice: left.length > 0 ? { ...others, [facet]: left } : others, page: 1 };
}

/** How many values are chosen in all facets. */
export function countChosen(choice: SearchChoice): number {
  return Object.values(choice).reduce((sum, values) => sum + values.length, 0);
}
