import { opendir, readFile, stat } from "node:fs/promises";
import path from "node:path";
import { forumOf, readTopic } from "./discourse-topic.ts";
import { IMPORT_LIMITS } from "./import-limits.ts";
import { ImportRefusedError } from "./import-refused-error.ts";
import { BrokenFileError } from "./read-bytes.server.ts";
import { readLines } from "./read-lines.server.ts";
import { readTarEntries } from "./read-tar-entries.server.ts";

/** The text of one topic and where it was, or what kept it from being read. */
export type TopicText = { file: string; row: number } & ({ json: string } | { problem: string });

const LOOKED_AT_FOR_ADDRESS = 50;
const TOO_LONG = "too long to be read";

async function* fromFolder(folder: string): AsyncGenerator<TopicText> {
  const files: string[] = [];
  for await (const entry of await opendir(folder, { recursive: true })) {
    if (entry.isFile()) files.push(path.relative(folder, path.join(entry.parentPath, entry.name)));
  }
  for (const name of files.sort()) yield* fromFile(path.join(folder, name), name);
}

async function* fromArchive(file: string): AsyncGenerator<TopicText> {
  let row = 0;
  for await (const { name, bytes } of readTarEntries(file)) {
    if (!name.endsWith(".json")) continue;
    row += 1;
    const where = { file: name, row };
    yield bytes ? { ...where, json: bytes.toString("utf8") } : { ...where, problem: TOO_LONG };
  }
}

async function* fromLines(file: string, name: string): AsyncGenerator<TopicText> {
  for await (const { row, text } of readLines(file)) {
    yield text === null ? { file: name, row, problem: TOO_LONG } : { file: name, row, json: text };
  }
}

async function* fromFile(file: string, name: string): AsyncGenerator<TopicText> {
  try {
    if (/\.(tar|tar\.gz|tgz)$/i.test(name)) yield* fromArchive(file);
    else if (/\.(jsonl|ndjson)(\.gz)?$/i.test(name)) yield* fromLines(file, name);
    else if (!/\.json$/i.test(name)) return;
    else if ((await stat(file)).size > IMPORT_LIMITS.entry) {
      yield { file: name, row: 0, problem: TOO_LONG };
    } else yield { file: name, row: 0, json: await readFile(file, "utf8") };
  } catch (error) {
    if (!(error instanceof BrokenFileError)) throw error;
    yield { file: name, row: 0, problem: error.message };
  }
}

/**
 * The topics of a folder, an archive (.tar, .tar.gz), JSON Lines (.jsonl, .jsonl.gz) or one .json
 * file, in an order that is always the same. Throws ImportRefusedError when there is no such file.
 */
export async function* readTopicTexts(place: string): AsyncGenerator<TopicText> {
  const found = await stat(place).catch(() => null);
  if (!found) throw new ImportRefusedError(`There is no ${place}`);
  if (found.isDirectory()) {
    yield* fromFolder(place);
    return;
  }
  const name = path.basename(place);
  if (!/\.(json|tar|tar\.gz|tgz|(jsonl|ndjson)(\.gz)?)$/i.test(name)) {
    throw new ImportRefusedError(`${name} is no .json, .jsonl, .jsonl.gz, .tar or .tar.gz file`);
  }
  yield* fromFile(place, name);
}

/** The forum's address: given, or as the first topics tell. */
export async function findForum(place: string, given: string | null): Promise<string | null> {
  if (given) return given.replace(/\/+$/, "");
  let looked = 0;
  for await (const text of readTopicTexts(place)) {
    if ("json" in text) {
      const topic = readTopic(text.json);
      const forum = "problem" in topic ? null : forumOf(topic);
      if (forum) return forum;
    }
    looked += 1;
    if (looked >= LOOKED_AT_FOR_ADDRESS) break;
  }
  return null;
}
