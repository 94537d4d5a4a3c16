import { slugOf } from "#app/lib/slug.ts";
import type { MemberItem, PostFields, PostItem, ThreadItem } from "./import-items.ts";
import type { ImportReport } from "./import-report.server.ts";
import { parseWhen } from "./parse-when.ts";
import type { Row } from "./stackexchange-tables.server.ts";

/** Tags as dumps wrote them before and since 2024: `<a><b>` and `|a|b|`. */
export function readTagList(value: string | null): { slug: string; name: string }[] {
  const names = (value ?? "").split(/[<>|]+/).filter((name) => name !== "");
  return names.map((name) => ({ slug: tagSlug(name), name }));
}

/** An address part that keeps `c`, `c++` and `c#` apart. */
function tagSlug(name: string): string {
  const spelt = name.replace(/\+/g, " plus ").replace(/#/g, " sharp ").replace(/^\./, "dot ");
  return slugOf(spelt).slice(0, 60);
}

/** Rows of one reading of a dump as items: dates that can't be used are taken from the row before. */
export class StackExchangeReader {
  private last = new Date(Date.UTC(2008, 6, 31));
  private readonly host: string;
  private readonly report: ImportReport;

  constructor(host: string, report: ImportReport) {
    this.host = host;
    this.report = report;
  }

  createdAt(row: Row): Date {
    const date = parseWhen(row.get("CreationDate"));
    if (date) this.last = date;
    else this.report.note(row.where, "the date can't be used; took that of the row before");
    return this.last;
  }

  fields(row: Row, name: "OwnerUserId" | "UserId", displayName: string): PostFields {
    const author = row.get(name);
    return {
      key: row.where.id,
      author,
      sourceAuthor: author === null ? row.get(displayName) : null,
      text: { html: row.get("Body") ?? "" },
      createdAt: this.createdAt(row),
      editedAt: parseWhen(row.get("LastEditDate")),
      editor: row.get("LastEditorUserId"),
      licence: row.get("ContentLicense"),
      sourceUrl: null,
      oldPaths: [],
    };
  }

  thread(row: Row): ThreadItem {
    const { id } = row.where;
    const closedAt = parseWhen(row.get("ClosedDate"));
    return {
      type: "thread",
      where: row.where,
      key: id,
      kind: "question",
      space: null,
      title: row.get("Title") ?? "",
      tags: readTagList(row.get("Tags")),
      state: "published",
      stateReason: "",
      lockedAt: closedAt,
      lockedReason: closedAt ? `Closed on ${this.host}` : "",
      pinned: false,
      ideaStatus: null,
      ideaNote: "",
      opening: {
        ...this.fields(row, "OwnerUserId", "OwnerDisplayName"),
        sourceUrl: `https://${this.host}/q/${id}`,
        oldPaths: [`/questions/${id}`, `/q/${id}`],
      },
    };
  }

  answer(row: Row): PostItem {
    const { id } = row.where;
    return {
      ...this.fields(row, "OwnerUserId", "OwnerDisplayName"),
      type: "post",
      where: row.where,
      thread: row.get("ParentId") ?? "",
      parent: null,
      state: "published",
      stateReason: "",
      sourceUrl: `https://${this.host}/a/${id}`,
      oldPaths: [`/a/${id}`],
    };
  }

  /** Comments are written in the small Markdown of their site. */
  comment(row: Row, thread: string, parent: string): PostItem {
    return {
      ...this.fields(row, "UserId", "UserDisplayName"),
      type: "comment",
      where: row.where,
      thread,
      parent,
      text: { markdown: row.get("Text") ?? "" },
      state: "published",
      stateReason: "",
      sourceUrl: `https://${this.host}/posts/comments/${row.where.id}`,
    };
  }

  member(row: Row): MemberItem {
    const bio = row.get("AboutMe");
    return {
      type: "member",
      where: row.where,
      key: row.where.id,
      handle: row.get("DisplayName") ?? "",
      name: row.get("DisplayName") ?? "",
      title: "",
      bio: bio ? { html: bio } : null,
      createdAt: this.createdAt(row),
    };
  }
}
