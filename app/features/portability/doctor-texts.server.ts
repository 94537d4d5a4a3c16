import { sql } from "kysely";
import { documentToHtml } from "#app/features/threads/rich-text/document-to-html.ts";
import { documentToText } from "#app/features/threads/rich-text/document-to-text.ts";
import type { DocumentJson } from "#app/features/threads/rich-text/schema.ts";
import { threadLine } from "#app/features/threads/thread-line.ts";
import { slugOf } from "#app/lib/slug.ts";
import type { Db } from "#db/client.server.ts";
import type { Difference } from "./difference.ts";
import type { Scope } from "./doctor-checks.server.ts";

/** Texts are rendered again for this many posts, drawn anew each time. */
const SAMPLE = 500;
const SHOWN = 80;

type PostSample = {
  community_id: number;
  id: number;
  document: DocumentJson;
  html: string;
  text: string;
};

/** Renders a sample of documents again: stored HTML and text must be what the serializers make. */
async function postTexts(db: Db, inScope: Scope): Promise<Difference[]> {
  const { rows } = await sql<PostSample>`
    select community_id, id, document, html, text from post
    where ${inScope("community_id")} order by random() limit ${SAMPLE}
  `.execute(db);
  return rows.flatMap((row) => {
    const texts = [
      { check: "post.html", stored: row.html, actual: documentToHtml(row.document) },
      { check: "post.text", stored: row.text, actual: documentToText(row.document) },
    ];
    return texts
      .filter(({ stored, actual }) => stored !== actual)
      .map(({ check, stored, actual }) => ({
        check,
        communityId: row.community_id,
        id: String(row.id),
        stored: stored.slice(0, SHOWN),
        actual: actual.slice(0, SHOWN),
      }));
  });
}

type ThreadSample = {
  community_id: number;
  id: number;
  title: string;
  slug: string;
  line_text: string;
  answer: string | null;
};

/** The slug of a sample of titles, and the line of their accepted or official answers. */
async function threadTexts(db: Db, inScope: Scope): Promise<Difference[]> {
  const { rows } = await sql<ThreadSample>`
    select t.community_id, t.id, t.title, t.slug, t.line_text, p.text as answer
    from thread t left join post p on p.community_id = t.community_id
      and p.id = coalesce(t.accepted_post_id, t.official_post_id)
    where ${inScope("t.community_id")} order by random() limit ${SAMPLE}
  `.execute(db);
  return rows.flatMap((row) => {
    const line = row.answer === null ? "" : threadLine(null, row.answer).line_text;
    const texts = [
      { check: "thread.slug", stored: row.slug, actual: slugOf(row.title) },
      { check: "thread.line_text", stored: row.line_text, actual: line },
    ];
    return texts
      .filter(({ stored, actual }) => stored !== actual)
      .map((text) => ({ ...text, communityId: row.community_id, id: String(row.id) }));
  });
}

/** Differences between stored texts and what they are made from, in a random sample. */
export async function examineTexts(db: Db, inScope: Scope): Promise<Difference[]> {
  return [...(await postTexts(db, inScope)), ...(await threadTexts(db, inScope))];
}
