import { describe, expect, test } from "vitest";
import { findPersonalData } from "./find-personal-data.ts";
import { PERSONAL_KINDS } from "./kinds.ts";
import type { PersonalKind, PersonalSpan } from "./kinds.ts";
import { OWN_CONTACTS, POSTS_WITHOUT } from "./posts-without.ts";
import { POSTS_WITH } from "./posts-with.ts";

const MARK = /\{(email|phone|card|account|national_id|address):([^}]*)\}/g;

/** The text of a marked post, and where its marks are. */
function readMarked(post: string): { text: string; spans: PersonalSpan[] } {
  const spans: PersonalSpan[] = [];
  let removed = 0;
  const text = post.replace(MARK, (mark: string, kind: string, inner: string, index: number) => {
    const from = index - removed;
    spans.push({ kind: kind as PersonalKind, from, to: from + inner.length });
    removed += mark.length - inner.length;
    return inner;
  });
  return { text, spans };
}

function find(text: string, countries: string): PersonalSpan[] {
  return findPersonalData(text, { countries: countries.split(","), allowed: OWN_CONTACTS });
}

const covers = (found: PersonalSpan, marked: PersonalSpan): boolean =>
  found.kind === marked.kind && found.from <= marked.from && found.to >= marked.to;
const meets = (a: PersonalSpan, b: PersonalSpan): boolean => a.from < b.to && b.from < a.to;
const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);

describe("the posts written by hand", () => {
  const posts = [...POSTS_WITH, ...POSTS_WITHOUT].map(([countries, post]) => {
    const { text, spans } = readMarked(post);
    return { text, marked: spans, found: find(text, countries) };
  });

  test("there are enough of both", () => {
    expect(POSTS_WITH.length).toBeGreaterThanOrEqual(100);
    expect(POSTS_WITHOUT.length).toBeGreaterThanOrEqual(100);
  });

  test("post by post: recall and precision of 95 % and more", () => {
    const isFound = posts.filter(({ marked, found }) => marked.length > 0 && found.length > 0);
    const isWhole = isFound.filter(({ marked, found }) =>
      marked.every((one) => found.some((other) => covers(other, one))),
    );
    const isWrong = posts.filter(({ marked, found }) => marked.length === 0 && found.length > 0);
    for (const { text, marked, found } of posts) {
      const missed = marked.filter((one) => !found.some((other) => covers(other, one)));
      const extra = found.filter((one) => !marked.some((other) => meets(other, one)));
      if (missed.length + extra.length === 0) continue;
      const show = (spans: PersonalSpan[]) =>
        spans.map(({ kind, from, to }) => `${kind} ${JSON.stringify(text.slice(from, to))}`);
      console.log(JSON.stringify(text), "missed", show(missed), "found", show(found));
    }
    expect(share(isWhole.length, POSTS_WITH.length)).toBeGreaterThanOrEqual(0.95);
    expect(share(isFound.length, isFound.length + isWrong.length)).toBeGreaterThanOrEqual(0.95);
  });

  test.each(PERSONAL_KINDS)("%s: recall and precision of 90 % and more", (kind) => {
    const marked = posts.flatMap((post) => post.marked.map((span) => ({ span, post })));
    const found = posts.flatMap((post) => post.found.map((span) => ({ span, post })));
    const ofKind = marked.filter(({ span }) => span.kind === kind);
    const hits = ofKind.filter(({ span, post }) => post.found.some((one) => covers(one, span)));
    const claimed = found.filter(({ span }) => span.kind === kind);
    const right = claimed.filter(({ span, post }) =>
      post.marked.some((one) => one.kind === kind && meets(one, span)),
    );
    console.log(
      `${kind}: ${hits.length} of ${ofKind.length} found, ${right.length} of ${claimed.length} right`,
    );
    expect(share(hits.length, ofKind.length)).toBeGreaterThanOrEqual(0.9);
    expect(share(right.length, claimed.length)).toBeGreaterThanOrEqual(0.9);
  });
});
