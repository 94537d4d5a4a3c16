import { stat } from "node:fs/promises";
import path from "node:path";
import type {
  ImportItem,
  ImportSource,
  LinkTarget,
  MarkItem,
  OutlineItem,
  PostFields,
  Where,
} from "./import-items.ts";
import { ImportRefusedError } from "./import-refused-error.ts";
import type { ImportReport } from "./import-report.server.ts";
import { readPorchlightLine, type PorchlightLine } from "./porchlight-lines.ts";
import { BrokenFileError } from "./read-bytes.server.ts";
import { readLines } from "./read-lines.server.ts";

type Line<T extends PorchlightLine["type"]> = Extract<PorchlightLine, { type: T }>;

function fieldsOf(
  key: string,
  given: Omit<PostFields, "key" | "editor" | "oldPaths"> & { editedBy: string | null },
): PostFields {
  const { author, sourceAuthor, text, createdAt, editedAt, editedBy, licence, sourceUrl } = given;
  const kept = { author, sourceAuthor, text, createdAt, editedAt, licence, sourceUrl };
  return { key, ...kept, editor: editedBy, oldPaths: [] };
}

/** Reads addresses of threads and posts of the community the file came from: `/t/ID/slug#post-ID`. */
function porchlightLinks(baseUrl: string | null): (href: string) => LinkTarget | null {
  return (href) => {
    const base = baseUrl ?? "https://site.invalid";
    if (!URL.canParse(href, base)) return null;
    const { host, pathname, hash } = new URL(href, base);
    const thread = /^\/t\/([^/]+)(?:\/[^/]*)?$/.exec(pathname)?.[1];
    if (!thread || host !== new URL(base).host) return null;
    const post = /^#post-(.+)$/.exec(hash)?.[1];
    return post ? { post } : { thread };
  };
}

function threadItem(line: Line<"thread">, where: Where): ImportItem {
  const { id: key, accepted: _accepted, official: _official, opening, tags, ...kept } = line;
  return {
    ...kept,
    where,
    key,
    ideaStatus: line.kind === "idea" ? (line.ideaStatus ?? "new") : null,
    tags: tags.map((slug) => ({ slug, name: slug })),
    opening: fieldsOf(opening.id, opening),
  };
}

function marksOf(line: Line<"thread">, where: Where): MarkItem[] {
  const { accepted, official, id: thread } = line;
  const marks: MarkItem[] = [];
  if (accepted) marks.push({ type: "accepted", where, thread, ...accepted });
  if (official)
    marks.push({ type: "official", where, thread, post: official.post, at: null, by: null });
  return marks;
}

/** A file of Porchlight's own JSON Lines as an import source. */
export class PorchlightSource implements ImportSource {
  readonly name: string;
  readonly baseUrl: string | null;
  readonly findTarget: ImportSource["findTarget"];
  private readonly file: string;
  private readonly report: ImportReport;
  private readonly threadOf = new Map<string, string>();
  private readonly threads = new Map<string, number>();

  private constructor(file: string, community: Line<"community">, report: ImportReport) {
    this.file = file;
    this.report = report;
    this.baseUrl = community.url ? new URL(community.url).origin : null;
    this.name = `porchlight:${this.baseUrl ? new URL(this.baseUrl).host : community.slug}`;
    this.findTarget = porchlightLinks(this.baseUrl);
  }

  /** Throws ImportRefusedError when the file doesn't begin with its community. */
  static async open(file: string, report: ImportReport): Promise<PorchlightSource> {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new ImportRefusedError(`There is no file ${file}`);
    for await (const { text } of readLines(file)) {
      const read = text === null ? null : readPorchlightLine(text);
      if (read && "line" in read && read.line.type === "community") {
        return new PorchlightSource(file, read.line, report);
      }
      break;
    }
    throw new ImportRefusedError(
      `${path.basename(file)} is no Porchlight export: its first line names no community`,
    );
  }

  async *outline(): AsyncGenerator<OutlineItem> {
    for await (const { line, where } of this.read(true)) {
      if (line.type === "thread") {
        if (this.threads.has(line.id) || this.threadOf.has(line.opening.id)) {
          this.report.problem(where, "the id is there twice");
          continue;
        }
        this.threads.set(line.id, where.row);
        this.threadOf.set(line.opening.id, line.id);
        yield { type: "thread", key: line.id, title: line.title, where };
        yield { type: "post", key: line.opening.id, thread: line.id, isOpening: true, where };
      } else if (line.type === "post") {
        if (this.threadOf.has(line.id)) this.report.problem(where, "the id is there twice");
        else if (!this.threads.has(line.thread)) {
          this.report.problem(where, "its thread isn't on a line before it");
        } else {
          this.threadOf.set(line.id, line.thread);
          yield { type: "post", key: line.id, thread: line.thread, isOpening: false, where };
        }
      }
    }
  }

  async *items(): AsyncGenerator<ImportItem> {
    const marks: MarkItem[] = [];
    for await (const { line, where } of this.read(false)) {
      if (line.type === "thread") {
        if (this.threads.get(line.id) !== where.row) continue;
        yield threadItem(line, where);
        marks.push(...marksOf(line, where));
      } else yield* this.lineItems(line, where);
    }
    yield* marks;
  }

  private *lineItems(line: PorchlightLine, where: Where): Generator<ImportItem> {
    switch (line.type) {
      case "space":
      case "tag":
      case "redirect":
      case "same_here":
        yield { ...line, where };
        break;
      case "member":
        yield { ...line, where, key: line.id };
        break;
      case "post":
        if (this.threadOf.get(line.id) === line.thread) {
          const { type, thread, parent, state, stateReason } = line;
          yield { ...fieldsOf(line.id, line), type, where, thread, parent, state, stateReason };
        }
        break;
      case "vote": {
        const { member, source } = line;
        if ((member === null) === (source === null)) {
          this.report.problem(where, "a vote has either a member or a source");
        } else {
          // A vote that was imported before keeps the name it got then.
          const named = source === null || source.includes(":") ? source : `${this.name}:${source}`;
          yield { ...line, where, source: named };
        }
        break;
      }
      default:
    }
  }

  private async *read(isFirst: boolean): AsyncGenerator<{ line: PorchlightLine; where: Where }> {
    const file = path.basename(this.file);
    const say = (row: number, id: string, reason: string) =>
      isFirst && this.report.problem({ file, row, id }, reason);
    try {
      for await (const { row, text } of readLines(this.file)) {
        const read =
          text === null ? { problem: "too long to be read", id: "" } : readPorchlightLine(text);
        if ("problem" in read) say(row, read.id, read.problem);
        else if ("unknown" in read) {
          if (isFirst) this.report.leaveOut(`a line of type ${read.unknown}`);
        } else
          yield {
            line: read.line,
            where: { file, row, id: "id" in read.line ? read.line.id : "" },
          };
      }
    } catch (error) {
      if (!(error instanceof BrokenFileError)) throw error;
      say(0, "", error.message);
    }
  }
}
