import { sql, type RawBuilder } from "kysely";

/** Condition on a community_id column: one community, or all. */
export type Scope = (column: string) => RawBuilder<unknown>;

export type Check = {
  name: string;
  /** Gives (community_id, id, stored, actual) for every row that differs. */
  find: (inScope: Scope) => RawBuilder<unknown>;
};

type Counter = {
  name: string;
  table: string;
  column: string;
  /** Subselect that counts for the row `t`. */
  actual: string;
};

/** A column that must equal what a subselect says. */
function counter({ name, table, column, actual }: Counter): Check {
  return {
    name,
    find: (inScope) => sql`
      select t.community_id, t.id::text as id, t.${sql.ref(column)}::text as stored, r.actual::text as actual
      from ${sql.table(table)} t cross join lateral (select (${sql.raw(actual)}) as actual) r
      where ${inScope("t.community_id")} and t.${sql.ref(column)} is distinct from r.actual`,
  };
}

/** Rows that must not be there: `from` selects them under the name `t`, `says` tells what is wrong. */
function none({
  name,
  id,
  from,
  says,
}: {
  name: string;
  id: string;
  from: string;
  says: string;
}): Check {
  return {
    name,
    find: (inScope) => sql`
      select t.community_id, (${sql.raw(id)})::text as id, ${says} as stored, 'no such row' as actual
      from ${sql.raw(from)} and ${inScope("t.community_id")}`,
  };
}

const postsOf = "from post p where p.community_id = t.community_id and p.thread_id = t.id";
const POINTS_AT = "post p on p.community_id = t.community_id and p.id";
const writtenBy = `from post p join thread h on h.community_id = p.community_id and h.id = p.thread_id
  where p.community_id = t.community_id and p.author_id = t.id and p.state = 'published'
    and h.state = 'published'`;

const threadCounters: Check[] = [
  counter({
    name: "thread.answer_count",
    table: "thread",
    column: "answer_count",
    actual: `select count(*) ${postsOf} and p.kind = 'answer' and p.state = 'published'`,
  }),
  counter({
    name: "thread.reply_count",
    table: "thread",
    column: "reply_count",
    actual: `select count(*) ${postsOf} and p.kind <> 'opening' and p.state = 'published'`,
  }),
  counter({
    name: "thread.same_here_count",
    table: "thread",
    column: "same_here_count",
    actual: `select count(*) from same_here s where s.community_id = t.community_id and s.thread_id = t.id`,
  }),
  counter({
    name: "thread.helpful_count",
    table: "thread",
    column: "helpful_count",
    actual: `select count(*) from vote v
      where v.community_id = t.community_id and v.post_id = t.opening_post_id`,
  }),
  counter({
    name: "thread.first_answer_at",
    table: "thread",
    column: "first_answer_at",
    actual: `select min(p.created_at) ${postsOf} and p.kind = 'answer' and p.state = 'published'`,
  }),
  counter({
    name: "thread.last_activity_at",
    table: "thread",
    column: "last_activity_at",
    actual: `select coalesce((select max(p.created_at) ${postsOf} and p.state = 'published'), t.created_at)`,
  }),
];

const otherCounters: Check[] = [
  counter({
    name: "post.helpful_count",
    table: "post",
    column: "helpful_count",
    actual: `select count(*) from vote v where v.community_id = t.community_id and v.post_id = t.id`,
  }),
  counter({
    name: "post.works_count",
    table: "post",
    column: "works_count",
    actual: `select count(*) from fix_report r
      where r.community_id = t.community_id and r.post_id = t.id and r.works`,
  }),
  counter({
    name: "post.last_worked_at",
    table: "post",
    column: "last_worked_at",
    actual: `select max(r.created_at) from fix_report r
      where r.community_id = t.community_id and r.post_id = t.id and r.works`,
  }),
  counter({
    name: "post.revision",
    table: "post",
    column: "revision",
    actual: `select count(*) + 1 from revision r where r.community_id = t.community_id and r.post_id = t.id`,
  }),
  counter({
    name: "space.thread_count",
    table: "space",
    column: "thread_count",
    actual: `select count(*) from thread h
      where h.community_id = t.community_id and h.space_id = t.id and h.state = 'published'
        and h.merged_into is null`,
  }),
  counter({
    name: "tag.thread_count",
    table: "tag",
    column: "thread_count",
    actual: `select count(*) from thread_tag tt
      join thread h on h.community_id = tt.community_id and h.id = tt.thread_id
      where tt.community_id = t.community_id and tt.tag_id = t.id and h.state = 'published'
        and h.merged_into is null`,
  }),
  counter({
    name: "member.thread_count",
    table: "member",
    column: "thread_count",
    actual: `select count(*) ${writtenBy} and p.kind = 'opening'`,
  }),
  counter({
    name: "member.answer_count",
    table: "member",
    column: "answer_count",
    actual: `select count(*) ${writtenBy} and p.kind = 'answer'`,
  }),
  counter({
    name: "member.accepted_count",
    table: "member",
    column: "accepted_count",
    actual: `select count(*) ${writtenBy} and h.accepted_post_id = p.id`,
  }),
  counter({
    name: "member.helpful_count",
    table: "member",
    column: "helpful_count",
    actual: `select coalesce(sum(p.helpful_count), 0) ${writtenBy}`,
  }),
];

const pointers: Check[] = [
  none({
    name: "thread.opening_post",
    id: "t.id",
    says: "no opening post of its own that is published",
    from: `thread t left join ${POINTS_AT} = t.opening_post_id and p.thread_id = t.id
        and p.kind = 'opening' and p.state = 'published' where p.id is null
        and (t.merged_into is null or t.opening_post_id is not null)`,
  }),
  none({
    name: "thread.opening_author",
    id: "t.id",
    says: "the opening post has another author",
    from: `thread t join ${POINTS_AT} = t.opening_post_id where p.author_id is distinct from t.author_id`,
  }),
  none({
    name: "thread.accepted_post",
    id: "t.id",
    says: "the accepted post is no published answer of this question",
    from: `thread t left join ${POINTS_AT} = t.accepted_post_id and p.thread_id = t.id
        and p.kind = 'answer' and p.state = 'published' and t.kind = 'question'
      where t.accepted_post_id is not null and p.id is null`,
  }),
  none({
    name: "thread.accepted_at",
    id: "t.id",
    says: "accepted by or at without an accepted answer",
    from: `thread t where t.accepted_post_id is null
      and (t.accepted_at is not null or t.accepted_by is not null)`,
  }),
  none({
    name: "thread.official_post",
    id: "t.id",
    says: "the official post is no published answer marked official",
    from: `thread t left join ${POINTS_AT} = t.official_post_id and p.thread_id = t.id
        and p.kind = 'answer' and p.state = 'published' and p.official
      where t.official_post_id is not null and p.id is null`,
  }),
  none({
    name: "post.official",
    id: "t.id",
    says: "marked official, but its thread points elsewhere",
    from: `post t join thread h on h.community_id = t.community_id and h.id = t.thread_id
      where t.official and h.official_post_id is distinct from t.id`,
  }),
  none({
    name: "thread.line",
    id: "t.id",
    says: "a line without an accepted or official answer",
    from: `thread t where t.accepted_post_id is null and t.official_post_id is null
      and (t.line_text <> '' or t.line_who <> '')`,
  }),
  none({
    name: "thread.state_by",
    id: "t.id",
    says: "published, but with who or why it was withdrawn",
    from: `thread t where t.state = 'published'
      and (t.state_by is not null or t.state_at is not null or t.state_reason <> '')`,
  }),
];

const structure: Check[] = [
  none({
    name: "post.root",
    id: "t.id",
    says: "the root is no answer or opening post of its thread, or not its parent's",
    from: `post t left join post p on p.community_id = t.community_id and p.id = t.parent_id
      left join post r on r.community_id = t.community_id and r.id = t.root_id
        and r.thread_id = t.thread_id and r.kind <> 'reply'
      where (r.id is null or (t.kind = 'reply' and p.root_id is distinct from t.root_id))`,
  }),
  none({
    name: "revision.number",
    id: "t.post_id || '/' || t.number",
    says: "a revision that isn't older than its post",
    from: `revision t join post p on p.community_id = t.community_id and p.id = t.post_id
      where t.number >= p.revision`,
  }),
  none({
    name: "vote.own",
    id: "t.id",
    says: "a vote on one's own post",
    from: `vote t join post p on p.community_id = t.community_id and p.id = t.post_id
      where t.member_id = p.author_id`,
  }),
  none({
    name: "same_here.own",
    id: "t.thread_id || '/' || t.member_id",
    says: "same here on one's own thread",
    from: `same_here t join thread h on h.community_id = t.community_id and h.id = t.thread_id
      where t.member_id = h.author_id`,
  }),
  none({
    name: "thread.merged_into",
    id: "t.id",
    says: "merged into what isn't there or was merged itself, or still wanted by somebody",
    from: `thread t left join thread h on h.community_id = t.community_id and h.id = t.merged_into
      where t.merged_into is not null
        and (h.id is null or h.merged_into is not null or t.same_here_count > 0)`,
  }),
  none({
    name: "thread.duplicate_of",
    id: "t.id",
    says: "a duplicate of what is no question, or is a duplicate itself",
    from: `thread t left join thread h on h.community_id = t.community_id and h.id = t.duplicate_of
      where t.duplicate_of is not null and (t.kind <> 'question' or h.kind <> 'question'
        or h.duplicate_of is not null or t.merged_into is not null)`,
  }),
  none({
    name: "idea.status",
    id: "t.id",
    says: "an idea whose status or note isn't what its log ends with",
    from: `thread t join lateral (
        select c.to_status, c.note from idea_status_change c
        where c.community_id = t.community_id and c.thread_id = t.id order by c.id desc limit 1
      ) last on true
      where t.kind = 'idea' and (t.idea_status, t.idea_note) is distinct from (last.to_status, last.note)`,
  }),
  none({
    name: "fix_report.own",
    id: "t.id",
    says: "a report on one's own answer",
    from: `fix_report t join post p on p.community_id = t.community_id and p.id = t.post_id
      where t.member_id = p.author_id`,
  }),
  none({
    name: "follow.subject",
    id: "t.member_id || '/' || t.subject_kind || '/' || t.subject_id",
    says: "follows what isn't there",
    from: `follow t where not case t.subject_kind
        when 'thread' then exists (select from thread x where x.community_id = t.community_id and x.id = t.subject_id)
        when 'space' then exists (select from space x where x.community_id = t.community_id and x.id = t.subject_id)
        when 'tag' then exists (select from tag x where x.community_id = t.community_id and x.id = t.subject_id)
        else exists (select from member x where x.community_id = t.community_id and x.id = t.subject_id)
          and t.subject_id <> t.member_id end`,
  }),
  none({
    name: "redirect.post",
    id: "t.path",
    says: "leads to a post that isn't in its thread",
    from: `redirect t left join post p on p.community_id = t.community_id and p.id = t.post_id
        and p.thread_id = t.thread_id
      where t.post_id is not null and p.id is null`,
  }),
  none({
    name: "import_record.target",
    id: "t.source || '/' || t.kind || '/' || t.source_id",
    says: "imported as a row that isn't there",
    from: `import_record t where not case t.kind
        when 'thread' then exists (select from thread x where x.community_id = t.community_id and x.id = t.target_id)
        when 'post' then exists (select from post x where x.community_id = t.community_id and x.id = t.target_id)
        when 'member' then exists (select from member x where x.community_id = t.community_id and x.id = t.target_id)
        else true end`,
  }),
  none({
    name: "actor.missing",
    id: "t.id",
    says: "accepted, withdrawn or edited by nobody of this community",
    from: `(
        select community_id, 'thread ' || id as id, accepted_by as who from thread
        union all select community_id, 'thread ' || id, state_by from thread
        union all select community_id, 'post ' || id, state_by from post
        union all select community_id, 'post ' || id, edited_by from post
      ) t left join member m on m.community_id = t.community_id and m.id = t.who
      where t.who is not null and m.id is null`,
  }),
];

/** Everything that must hold between rows, each check set-based. */
export const checks: Check[] = [...threadCounters, ...otherCounters, ...pointers, ...structure];
