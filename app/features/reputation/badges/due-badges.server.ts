import { sql, type RawBuilder } from "kysely";
import * as answers from "./answer-rules.server.ts";
import { RULED, RULED_KEYS, type RuledKey } from "./built-in-badges.ts";
import * as other from "./other-rules.server.ts";
import { ruleScope, type Rule } from "./rule-scope.server.ts";
import * as votes from "./vote-rules.server.ts";

const RULES: Record<RuledKey, Rule> = {
  "first-answer": answers.firstAnswer,
  "first-fix": answers.fixer,
  fixer: answers.fixer,
  "first-on-scene": answers.firstOnScene,
  revival: answers.revival,
  confirmed: answers.confirmed,
  helpful: votes.helpful,
  "great-answer": votes.greatAnswer,
  explainer: votes.explainer,
  tag: votes.tagKnowledge,
  welcomer: answers.welcomer,
  patient: answers.patient,
  "closes-loop": other.closesLoop,
  "tidy-hand": other.tidyHand,
  "night-owl": answers.nightOwl,
  "good-question": votes.goodQuestion,
  "same-boat": other.sameBoat,
  "good-idea": other.goodIdea,
  "idea-shipped": other.ideaShipped,
  years: other.years,
  weeks: answers.weeks,
};

export type DueScope = {
  /** `null`: everybody. */
  memberIds: number[] | null;
  /** `null`: every badge by rule. */
  keys: readonly RuledKey[] | null;
  now: Date;
};

const LEVELS = JSON.stringify(
  RULED_KEYS.flatMap((rule) =>
    RULED[rule].levels.map((need, index) => ({ rule, level: index + 1, need })),
  ),
);

/** Everything that counts, as rows (rule, badge_key, member_id, at, thread_id, post_id). */
export function countedForBadges(
  communityId: number,
  { keys, ...of }: DueScope,
): RawBuilder<unknown> {
  const scope = ruleScope(communityId, of);
  const parts = (keys ?? RULED_KEYS).map(
    (rule) => sql`
      select ${sql.lit(rule)} as rule, ${sql.lit(rule)} || coalesce(':' || nullif(subject, ''), '') as badge_key,
        member_id, at, thread_id, post_id from (${RULES[rule](scope)}) ${sql.ref(rule)}`,
  );
  return sql.join(parts, sql` union all `);
}

/**
 * The levels that the rules say, with the moment and the post that earned each, as rows (member_id,
 * badge_key, level, at, thread_id, post_id): a level falls to the so-maniest thing that counts.
 */
export function dueBadges(communityId: number, scope: DueScope): RawBuilder<unknown> {
  return sql`
    select member_id, badge_key, step.level, at, thread_id, post_id
    from (
      select counted.*, row_number() over (
        partition by badge_key, member_id order by at, post_id, thread_id
      ) as number
      from (${countedForBadges(communityId, scope)}) counted
    ) numbered
    join jsonb_to_recordset(${LEVELS}::jsonb) as step (rule text, level smallint, need int)
      on step.rule = numbered.rule and step.need = numbered.number`;
}
