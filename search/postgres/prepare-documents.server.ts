import type { Db } from "#db/client.server.ts";
import { analyseTexts, type AnalysedText } from "../analysis/analyse-text.server.ts";
import { FORM } from "../analysis/form.ts";
import { hashTerm } from "../analysis/hash-term.ts";
import { documentHash } from "../document-hash.ts";
import type { ThreadDocument } from "../port.ts";
import { packSignature, type Counts } from "./signature.ts";

/** A document analysed, before it is salted for a place. */
export type PreparedDocument = {
  document: ThreadDocument;
  hash: string;
  titleTerms: string[];
  titleForms: string[];
  terms: string[];
  forms: string[];
  titleSignature: Buffer;
  signature: Buffer;
};

/** Longer texts add nothing that ranks. */
const READ = 20_000;
/** Forms are kept of what is looked up by its exact words; other answers count by their stems. */
const FIELDS_WITH_FORMS = 3;

function fieldTexts(document: ThreadDocument): string[] {
  const named = [
    document.tags.map(({ name }) => name).join(" "),
    document.spaceSlug.replaceAll("-", " "),
  ].join("\n");
  return [
    document.title,
    `${document.opening.slice(0, READ)}\n${named}`,
    document.accepted.slice(0, READ),
    document.answers.slice(0, READ),
  ];
}

function add(counts: Map<string, Counts>, key: string, field: number, count: number): void {
  let entry = counts.get(key);
  if (!entry) counts.set(key, (entry = [0, 0, 0, 0]));
  entry[field]! += count;
}

function prepare(document: ThreadDocument, fields: AnalysedText[]): PreparedDocument {
  const all = new Map<string, Counts>();
  const title = new Map<string, Counts>();
  const forms = new Set<string>();
  fields.forEach((analysed, field) => {
    for (const [term, count] of analysed.terms) add(all, term, field, count);
    if (field >= FIELDS_WITH_FORMS) return;
    for (const form of analysed.forms) {
      forms.add(form);
      add(all, FORM + form, field, 1);
    }
  });
  for (const [key, counts] of all) if (counts[0]! > 0) title.set(key, counts);
  const lengths = fields.map(({ length }) => length);
  const [first] = fields;
  return {
    document,
    hash: documentHash(document),
    titleTerms: [...first!.terms.keys()],
    titleForms: [...first!.forms],
    terms: [...all.keys()].filter((key) => !key.startsWith(FORM)),
    forms: [...forms],
    titleSignature: packSignature(lengths, title),
    signature: packSignature(lengths, all),
  };
}

/** Analyses documents, those of one language together. */
export async function prepareDocuments(
  db: Db,
  documents: ThreadDocument[],
): Promise<PreparedDocument[]> {
  const prepared: PreparedDocument[] = [];
  for (const language of new Set(documents.map((document) => document.language))) {
    const own = documents.filter((document) => document.language === language);
    const analysed = await analyseTexts(db, language, own.flatMap(fieldTexts));
    own.forEach((document, index) =>
      prepared.push(prepare(document, analysed.slice(4 * index, 4 * index + 4))),
    );
  }
  return prepared;
}

/** Salted keys for a GIN index: terms and forms. */
export function keysOf(terms: string[], forms: string[], salt: number): number[] {
  return [
    ...new Set([
      ...terms.map((term) => hashTerm(term, salt)),
      ...forms.map((form) => hashTerm(FORM + form, salt)),
    ]),
  ];
}
