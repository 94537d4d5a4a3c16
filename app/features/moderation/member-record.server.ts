import { sql } from "kysely";
import type { Ctx } from "#app/lib/ctx.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import type { SanctionKind } from "#db/schema-moderation.ts";

/** What the desk knows of a member; no address. */
export type MemberRecord = {
  id: number;
  handle: string;
  name: string;
  hue: number;
  role: MemberRole;
  rank: number;
  joined: Date;
  threads: number;
  answers: number;
  accepted: number;
  points: number;
  /** Decisions about them that still stand, by verb. */
  decisions: Record<string, number>;
  /** Decisions about them that were undone. */
  undone: number;
  /** Their own reports. */
  reports: { agreed: number; declined: number; open: number };
  /** Reports about what they wrote. */
  reported: number;
  sanctions: {
    id: number;
    decision_id: number;
    kind: SanctionKind;
    starts_at: string;
    ends_at: string | null;
    /** Holds now. */
    active: boolean;
  }[];
  notes: { id: number; text: string; author: string | null; created_at: string }[];
};

/** A member's record in one query; `null` when there is no such member. The caller may see the desk. */
export async function loadRecord(
  ctx: Pick<Ctx, "db" | "community" | "now">,
  memberId: number,
  { notes }: { notes: boolean },
): Promise<MemberRecord | null> {
  const at = ctx.community.id;
  const { rows } = await sql<MemberRecord>`
    select m.id, m.handle, m.name, m.hue, m.role, m.rank, m.created_at as joined, m.thread_count as threads,
      m.answer_count as answers, m.accepted_count as accepted, m.points,
      (select coalesce(json_object_agg(x.verb, x.times), '{}'::json) from (
        select d.verb, count(*) as times from decision d
        where d.community_id = ${at} and d.about_id = m.id and d.reverses is null and not exists (
          select from decision r where r.community_id = d.community_id and r.reverses = d.id)
        group by d.verb) x) as decisions,
      (select count(*) from decision d where d.community_id = ${at} and d.about_id = m.id
        and d.reverses is null and exists (
          select from decision r where r.community_id = d.community_id and r.reverses = d.id)) as undone,
      (select json_build_object('agreed', count(*) filter (where r.outcome = 'agreed'),
          'declined', count(*) filter (where r.outcome = 'declined'),
          'open', count(*) filter (where r.outcome is null))
        from report r where r.community_id = ${at} and r.reporter_id = m.id) as reports,
      (select count(*) from report r where r.community_id = ${at} and r.member_id = m.id)
        + (select count(*) from report r join post p on p.community_id = r.community_id and p.id = r.post_id
          where r.community_id = ${at} and p.author_id = m.id)
        + (select count(*) from report r join thread t on t.community_id = r.community_id
            and t.id = r.thread_id where r.community_id = ${at} and t.author_id = m.id) as reported,
      (select coalesce(json_agg(json_build_object('id', s.id, 'decision_id', s.decision_id, 'kind', s.kind,
          'starts_at', s.starts_at, 'ends_at', s.ends_at,
          'active', s.kind <> 'warn' and s.ended_by is null
            and (s.ends_at is null or s.ends_at > ${ctx.now})) order by s.id desc), '[]'::json)
        from sanction s where s.community_id = ${at} and s.member_id = m.id) as sanctions,
      (select coalesce(json_agg(json_build_object('id', n.id, 'text', n.text, 'author', a.name,
          'created_at', n.created_at) order by n.id desc), '[]'::json)
        from member_note n left join member a on a.community_id = n.community_id and a.id = n.author_id
        where n.community_id = ${at} and n.member_id = m.id and ${notes}) as notes
    from member m where m.community_id = ${at} and m.id = ${memberId}
  `.execute(ctx.db);
  return rows[0] ?? null;
}
