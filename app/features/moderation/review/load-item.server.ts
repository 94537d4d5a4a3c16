import { sql } from "kysely";
import type { PersonalOptions } from "#app/features/automod/personal-data/kinds.ts";
import { diffText, type DiffSegment } from "#app/features/threads/rich-text/diff-text.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import type { PostKind, ThreadKind } from "#db/schema-threads.ts";
import type { ReviewKind } from "#db/schema-review.ts";
import { holdsPersonal } from "./find-personal.ts";

type Text = { title: string; text: string; html: string };

type Row = Text & {
  kind: ReviewKind;
  reason: string;
  thread_kind: ThreadKind;
  post_kind: PostKind;
  space: string;
  author: string | null;
  opening: Text | null;
  target: Text | null;
  before: { title: string | null; text: string } | null;
  /** The text after the edit; `null`: as it stands. */
  after: { title: string | null; text: string } | null;
};

/** An item as reviewers see it: what is public of it, without times, votes or addresses. */
export type ItemView = {
  kind: ReviewKind;
  threadKind: ThreadKind;
  space: string;
  title: string;
  author: string | null;
  /** The post that it is about; of an edit what it made of it. */
  html: string | null;
  /** What it answers. */
  opening: { html: string } | null;
  target: { title: string; html: string } | null;
  edit: { title: DiffSegment[] | null; text: DiffSegment[] } | null;
  reason: string;
};

async function loadRow(db: Db, communityId: number, itemId: number): Promise<Row | undefined> {
  const { rows } = await sql<Row>`
    select i.kind, i.reason, t.kind as thread_kind, p.kind as post_kind, s.name as space,
      a.name as author, t.title, p.text, p.html,
      case when i.post_id is not null then json_build_object('title', t.title, 'text', o.text,
        'html', o.html) end as opening,
      case when target.id is not null then json_build_object('title', target.title,
        'text', tp.text, 'html', tp.html) end as target,
      (select json_build_object('title', r.title, 'text', r.text) from revision r
        where r.community_id = i.community_id and r.post_id = p.id and r.number = i.revision) as before,
      (select json_build_object('title', r.title, 'text', r.text) from revision r
        where r.community_id = i.community_id and r.post_id = p.id and r.number = i.revision + 1) as after
    from review_item i
    join thread t on t.community_id = i.community_id and t.id = i.thread_id
    join space s on s.community_id = t.community_id and s.id = t.space_id
    join post o on o.community_id = t.community_id and o.id = t.opening_post_id
    join post p on p.community_id = t.community_id and p.id = coalesce(i.post_id, t.opening_post_id)
    left join member a on a.community_id = p.community_id and a.id = p.author_id
    left join thread target on target.community_id = i.community_id and target.id = i.target_id
    left join post tp on tp.community_id = target.community_id and tp.id = target.opening_post_id
    where i.community_id = ${communityId} and i.id = ${itemId}
  `.execute(db);
  return rows[0];
}

function editOf({ title, text, post_kind: kind, before, after }: Row): ItemView["edit"] {
  if (!before) return null;
  const now = { title: after?.title ?? title, text: after?.text ?? text };
  const retitled = kind === "opening" && before.title !== null && before.title !== now.title;
  return {
    title: retitled ? diffText(before.title!, now.title) : null,
    text: diffText(before.text, now.text),
  };
}

/**
 * What a reviewer is shown of an item; `null` when it is gone. `personal` says that something of it holds
 * personal data, `own` that the thing itself does as it stands.
 */
export async function loadItem(
  db: Db,
  { community }: Pick<Ctx, "community">,
  { itemId, options }: { itemId: number; options: PersonalOptions },
): Promise<{ view: ItemView; personal: boolean; own: boolean } | null> {
  const row = await loadRow(db, community.id, itemId);
  if (!row) return null;
  const holds = (part: Text) =>
    holdsPersonal({ text: `${part.title}\n${part.text}`, html: part.html }, options);
  const own = holds(row);
  const words = [
    row.reason,
    row.before?.title,
    row.before?.text,
    row.after?.title,
    row.after?.text,
  ];
  const around = [row.opening, row.target].some((part) => part !== null && holds(part));
  const personal =
    own || around || holdsPersonal({ text: words.filter(Boolean).join("\n") }, options);
  const isEdit = row.kind === "edit";
  return {
    view: {
      kind: row.kind,
      threadKind: row.thread_kind,
      space: row.space,
      title: row.title,
      author: row.author,
      html: isEdit ? null : row.html,
      opening: row.opening ? { html: row.opening.html } : null,
      target: row.target ? { title: row.target.title, html: row.target.html } : null,
      edit: isEdit ? editOf(row) : null,
      reason: row.kind === "close" ? row.reason : "",
    },
    personal,
    own,
  };
}
