import { readFile } from "node:fs/promises";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { detectLanguage } from "../analysis/detect-language.ts";
import type { ThreadDocument } from "../port.ts";

/** One document of a set with the id that its judgements name. */
export type SetDocument = { id: string; document: ThreadDocument };
export type SetQuery = { id: string; text: string; wanted: Set<string>; before?: Date };
export type EvaluationSet = { documents: SetDocument[]; queries: SetQuery[] };

const question = z.object({
  id: z.string(),
  title: z.string(),
  body: z.string().nullish(),
  created_at: z.string(),
  score: z.number().default(0),
  answers: z.number().default(0),
  accepted: z.boolean().default(false),
});
const frequent = z.object({
  id: z.string(),
  question: z.string(),
  answers: z.array(z.string()).default([]),
});
const rewording = z.object({ id: z.string(), text: z.string(), relevant: z.string() });

async function readText(file: string): Promise<string> {
  const bytes = await readFile(file);
  const packed = bytes[0] === 0x1f && bytes[1] === 0x8b;
  return (packed ? gunzipSync(bytes) : bytes).toString("utf8");
}

const lines = (text: string): string[] => text.split("\n").filter((line) => line.trim() !== "");

function documentOf(
  threadId: number,
  given: Partial<ThreadDocument> & { title: string; createdAt: Date; id: string },
): ThreadDocument {
  const { id, ...rest } = given;
  return {
    threadId,
    version: 1,
    language: detectLanguage(`${given.title}\n${given.opening ?? ""}`, "en"),
    opening: "",
    accepted: "",
    answers: "",
    tags: [],
    spaceId: 1,
    spaceSlug: "general",
    kind: "question",
    status: given.solved ? "solved" : "open",
    solved: false,
    official: false,
    helpful: 0,
    authorId: null,
    activeAt: given.createdAt,
    externalId: id,
    ...rest,
  };
}

// The sets write UTC without saying so.
const utc = (stamp: string): Date =>
  new Date(/(Z|[+-]\d\d:?\d\d)$/.test(stamp) ? stamp : `${stamp}Z`);

export type SimilarOptions = { bodies: boolean; votes: boolean };

/**
 * Questions and which of them ask the same (judgements of grade 2). A query is the title of its
 * question; only questions from before it are candidates.
 */
export async function readSimilarSet(
  corpus: string,
  qrels: string,
  options: SimilarOptions,
): Promise<EvaluationSet> {
  const rows = lines(await readText(corpus)).map((line) => question.parse(JSON.parse(line)));
  const documents = rows.map((row, index) => ({
    id: row.id,
    document: documentOf(index + 1, {
      id: row.id,
      title: row.title,
      opening: options.bodies ? (row.body ?? "") : "",
      createdAt: utc(row.created_at),
      solved: row.accepted,
      helpful: options.votes ? row.score : 0,
    }),
  }));
  const known = new Map(documents.map((one) => [one.id, one.document]));
  const wanted = new Map<string, Set<string>>();
  for (const line of lines(await readText(qrels)).slice(1)) {
    const [query = "", id = "", grade = ""] = line.split("\t");
    if (Number(grade) !== 2) continue;
    wanted.set(query, (wanted.get(query) ?? new Set()).add(id));
  }
  const queries = [...wanted].flatMap(([id, ids]): SetQuery[] => {
    const own = known.get(id);
    return own ? [{ id, text: own.title, wanted: ids, before: own.createdAt }] : [];
  });
  return { documents, queries };
}

/** Questions with answers, and people's rewordings of the questions. */
export async function readFaqSet(corpus: string, queries: string): Promise<EvaluationSet> {
  const rows = z.array(frequent).parse(JSON.parse(await readText(corpus)));
  return {
    documents: rows.map((row, index) => ({
      id: row.id,
      document: documentOf(index + 1, {
        id: row.id,
        title: row.question,
        accepted: row.answers[0] ?? "",
        answers: row.answers.slice(1).join("\n"),
        createdAt: new Date(0),
      }),
    })),
    queries: lines(await readText(queries))
      .map((line) => rewording.parse(JSON.parse(line)))
      .map(({ id, text, relevant }) => ({ id, text, wanted: new Set([relevant]) })),
  };
}
