import { describe, expect, it } from "vitest";
import { countFacets, type Traits } from "./count-facets.ts";
import { readSearch, searchHref, withoutValue, type SearchChoice } from "./search-address.ts";

const trait = (value: string) => ({ value: value.toLowerCase(), label: value });
const match = (id: number, traits: Record<string, string[]>) => ({
  id,
  traits: Object.fromEntries(
    Object.entries(traits).map(([facet, values]) => [facet, values.map(trait)]),
  ) satisfies Traits,
});

const matches = [
  match(1, { kind: ["question"], status: ["solved"], tag: ["Hub", "WiFi"] }),
  match(2, { kind: ["question"], status: ["open"], tag: ["Hub"] }),
  match(3, { kind: ["idea"], status: ["open"], tag: ["WiFi"] }),
  match(4, { kind: ["idea"], status: ["solved"], tag: [] }),
];

function counted(choice: SearchChoice) {
  const { hits, facets } = countFacets(matches, choice);
  return {
    hits: hits.map(({ id }) => id),
    counts: Object.fromEntries(
      [...facets].map(([facet, values]) => [
        facet,
        Object.fromEntries(values.map(({ value, count }) => [value, count])),
      ]),
    ),
  };
}

describe("facets", () => {
  it("count everything where nothing is chosen", () => {
    expect(counted({})).toEqual({
      hits: [1, 2, 3, 4],
      counts: {
        kind: { question: 2, idea: 2 },
        status: { solved: 2, open: 2 },
        tag: { hub: 2, wifi: 2 },
      },
    });
  });

  it("count a facet without its own choice, and the others with it", () => {
    expect(counted({ kind: ["question"] })).toEqual({
      hits: [1, 2],
      counts: {
        kind: { question: 2, idea: 2 },
        status: { solved: 1, open: 1 },
        tag: { hub: 2, wifi: 1 },
      },
    });
    expect(counted({ kind: ["question"], status: ["solved"] })).toEqual({
      hits: [1],
      counts: {
        kind: { question: 1, idea: 1 },
        status: { solved: 1, open: 1 },
        tag: { hub: 1, wifi: 1 },
      },
    });
  });

  it("take any of the values of a facet, and keep a chosen one that nothing is left of", () => {
    expect(counted({ tag: ["hub", "wifi"] }).hits).toEqual([1, 2, 3]);
    const { hits, counts } = counted({ tag: ["hub"], kind: ["idea"] });
    expect(hits).toEqual([]);
    expect(counts).toEqual({
      kind: { question: 2, idea: 0 },
      tag: { hub: 0, wifi: 1 },
    });
  });

  it("keep the name of a chosen value", () => {
    const { facets } = countFacets(matches, { tag: ["hub"], kind: ["idea"] });
    expect(facets.get("tag")).toContainEqual({ value: "hub", label: "Hub", count: 0 });
  });
});

describe("the address of a search", () => {
  const read = (query: string) => readSearch(new URLSearchParams(query));

  it("is read and written as one", () => {
    const address =
      "/search?q=hub+%26+wifi&status=solved,open&space=wifi&tag=hub-3,%C3%BC&date=month" +
      "&field=device%3Ahub+3%2C+white&field=device%3Aiphone&field=os%3Aios&sort=new&page=2";
    const ask = read(address.split("?")[1]!);
    expect(ask).toEqual({
      query: "hub & wifi",
      choice: {
        status: ["solved", "open"],
        space: ["wifi"],
        tag: ["hub-3", "ü"],
        date: ["month"],
        "field:device": ["hub 3, white", "iphone"],
        "field:os": ["ios"],
      },
      sort: "new",
      page: 2,
    });
    expect(searchHref(ask)).toBe(address);
    expect(searchHref(withoutValue(ask, "date", "month"))).not.toMatch(/date|page/);
    expect(withoutValue(ask, "status", "open").choice.status).toEqual(["solved"]);
  });

  it("takes repeated parameters, as a form without a script sends them", () => {
    expect(read("q=a&kind=idea&kind=question&date=&field=a:1,b:2").choice).toEqual({
      kind: ["idea", "question"],
      "field:a": ["1"],
      "field:b": ["2"],
    });
  });

  it("leaves out what makes no sense, and bounds the rest", () => {
    const many = Array.from({ length: 99 }, (_, n) => `tag=${n}&field=f${n}:v`).join("&");
    const ask = read(`q=${"x".repeat(999)}&sort=odd&page=-1&date=century&field=:x&field=x&${many}`);
    expect(ask.query).toHaveLength(200);
    expect(ask).toMatchObject({ sort: "best", page: 1 });
    expect(ask.choice.date).toBeUndefined();
    expect(ask.choice.tag).toHaveLength(20);
    expect(Object.keys(ask.choice)).toHaveLength(11);
    expect(read("page=1e9").page).toBe(1);
    expect(searchHref(read(""))).toBe("/search");
  });
});
