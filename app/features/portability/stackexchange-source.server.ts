import type { ImportItem, ImportSource, OutlineItem, VoteItem } from "./import-items.ts";
import type { ImportReport } from "./import-report.server.ts";
import { parseWhen } from "./parse-when.ts";
import { StackExchangeReader } from "./stackexchange-items.ts";
import { stackExchangeLinks } from "./stackexchange-links.ts";
import { StackExchangeTables } from "./stackexchange-tables.server.ts";

const QUESTION = "1";
const ANSWER = "2";
const ACCEPTED = "1";
const HELPFUL = "2";

const POST_TYPES: Record<string, string> = {
  3: "an orphaned wiki page",
  4: "the excerpt of a tag wiki",
  5: "the page of a tag wiki",
  6: "a moderator nomination",
  7: "a wiki placeholder",
  8: "a privilege wiki",
};
const VOTE_TYPES: Record<string, string> = {
  3: "a vote against a post",
  4: "an offensive flag",
  5: "a bookmark",
  6: "a vote to close",
  7: "a vote to reopen",
  8: "the start of a bounty",
  9: "the end of a bounty",
  10: "a deletion",
  11: "an undeletion",
  12: "a spam flag",
  15: "a moderator review",
  16: "the approval of an edit",
};

/** The dump of one site (Posts, Users, Comments, Votes, PostLinks as XML) as an import source. */
export class StackExchangeSource implements ImportSource {
  readonly name: string;
  readonly baseUrl: string;
  readonly findTarget: ImportSource["findTarget"];
  private readonly tables: StackExchangeTables;
  private readonly host: string;
  private readonly report: ImportReport;
  /** Post id → question id; a question stands for itself. */
  private readonly threadOf = new Map<number, number>();
  private readonly acceptedOn = new Map<number, Date>();

  private constructor(tables: StackExchangeTables, host: string, report: ImportReport) {
    this.tables = tables;
    this.host = host;
    this.report = report;
    this.name = `stackexchange:${host}`;
    this.baseUrl = `https://${host}`;
    this.findTarget = stackExchangeLinks(host);
  }

  /** Throws ImportRefusedError when the folder is no dump. */
  static async open(folder: string, host: string, report: ImportReport): Promise<ImportSource> {
    const source = new StackExchangeSource(
      await StackExchangeTables.open(folder, report),
      host,
      report,
    );
    return {
      name: source.name,
      baseUrl: source.baseUrl,
      findTarget: source.findTarget,
      outline: () => source.outline(),
      items: () => source.items(),
    };
  }

  async *outline(): AsyncGenerator<OutlineItem> {
    for await (const row of this.tables.read("Posts")) {
      const { id } = row.where;
      const type = row.get("PostTypeId") ?? "";
      if (type === ANSWER) continue;
      if (type !== QUESTION) this.report.leaveOut(POST_TYPES[type] ?? "a post of an unknown type");
      else if (this.threadOf.has(Number(id)))
        this.report.problem(row.where, "the id is there twice");
      else {
        this.threadOf.set(Number(id), Number(id));
        yield { type: "thread", key: id, title: row.get("Title") ?? "", where: row.where };
        yield { type: "post", key: id, thread: id, isOpening: true, where: row.where };
      }
    }
    for await (const row of this.tables.read("Posts")) {
      if (row.get("PostTypeId") !== ANSWER) continue;
      const { id } = row.where;
      const thread = row.get("ParentId") ?? "";
      if (this.threadOf.has(Number(id))) this.report.problem(row.where, "the id is there twice");
      else if (this.threadOf.get(Number(thread)) !== Number(thread)) {
        this.report.problem(row.where, "an answer to a question that isn't there");
      } else {
        this.threadOf.set(Number(id), Number(thread));
        yield { type: "post", key: id, thread, isOpening: false, where: row.where };
      }
    }
    await this.readAcceptDates();
    await this.countLinks();
  }

  async *items(): AsyncGenerator<ImportItem> {
    const reader = new StackExchangeReader(this.host, this.report);
    for await (const row of this.tables.read("Users")) yield reader.member(row);
    yield* this.questions(reader);
    yield* this.answers(reader);
    yield* this.accepted();
    yield* this.comments(reader);
    yield* this.votes();
  }

  private async readAcceptDates(): Promise<void> {
    for await (const row of this.tables.read("Votes")) {
      const date = row.get("VoteTypeId") === ACCEPTED && parseWhen(row.get("CreationDate"));
      if (date) this.acceptedOn.set(Number(row.get("PostId")), date);
    }
  }

  private async countLinks(): Promise<void> {
    let count = 0;
    for await (const row of this.tables.read("PostLinks")) if (row.where.id) count += 1;
    if (count > 0) this.report.leaveOut("a link between related or duplicate questions", count);
  }

  private async *questions(reader: StackExchangeReader): AsyncGenerator<ImportItem> {
    for await (const row of this.tables.read("Posts")) {
      if (row.get("PostTypeId") === QUESTION) yield reader.thread(row);
    }
  }

  private async *answers(reader: StackExchangeReader): AsyncGenerator<ImportItem> {
    for await (const row of this.tables.read("Posts")) {
      if (row.get("PostTypeId") !== ANSWER) continue;
      const item = reader.answer(row);
      // A second row with the id of an answer elsewhere was reported while the outline was read.
      if (this.threadOf.get(Number(row.where.id)) === Number(item.thread)) yield item;
    }
  }

  private async *accepted(): AsyncGenerator<ImportItem> {
    for await (const row of this.tables.read("Posts")) {
      const post = row.get("AcceptedAnswerId");
      if (row.get("PostTypeId") !== QUESTION || !post) continue;
      const { id } = row.where;
      if (this.threadOf.get(Number(post)) !== Number(id) || post === id) {
        this.report.problem(row.where, "the accepted answer isn't there");
        continue;
      }
      const at = this.acceptedOn.get(Number(post)) ?? null;
      const by = row.get("OwnerUserId");
      yield { type: "accepted", where: row.where, thread: id, post, at, by };
    }
  }

  private async *comments(reader: StackExchangeReader): AsyncGenerator<ImportItem> {
    for await (const row of this.tables.read("Comments")) {
      const parent = row.get("PostId") ?? "";
      const thread = this.threadOf.get(Number(parent));
      if (thread === undefined) this.report.leaveOut("a comment on a post that wasn't taken");
      else yield reader.comment(row, String(thread), parent);
    }
  }

  private async *votes(): AsyncGenerator<VoteItem> {
    let last = new Date(Date.UTC(2008, 6, 31));
    for await (const row of this.tables.read("Votes")) {
      const type = row.get("VoteTypeId") ?? "";
      const post = row.get("PostId") ?? "";
      if (type === ACCEPTED) continue;
      if (type !== HELPFUL) this.report.leaveOut(VOTE_TYPES[type] ?? "a vote of an unknown type");
      else if (!this.threadOf.has(Number(post))) {
        this.report.leaveOut("a vote on a post that wasn't taken");
      } else {
        last = parseWhen(row.get("CreationDate")) ?? last;
        const source = `${this.name}:${row.where.id}`;
        yield { type: "vote", where: row.where, post, member: null, source, createdAt: last };
      }
    }
  }
}
