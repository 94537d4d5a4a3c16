import { tidyLine } from "#app/features/members/one-line-text.ts";
import { formatTime, type TimeText } from "#app/i18n/format-time.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { AppealOutcome } from "#db/schema-moderation.ts";
import type { ToldDecision } from "./load-told.server.ts";
import { isMessage } from "./told-verbs.ts";

/** A decision as whoever it is about reads it. */
export type OwnDecision = {
  id: number;
  /** A word from the team, which stands in `reason`; nothing was decided. */
  message: boolean;
  /** What was decided, as a sentence without its full stop. */
  did: string;
  /** What that changes for them. */
  means: string;
  at: TimeText;
  /** The thread that it is about, or that the post stands in. */
  title: string | null;
  text: string | null;
  reason: string;
  /** What it rests on, in a sentence. */
  rests: string;
  /** Who decided: a person or a rule. */
  by: string;
  /** When it ends; `null` where it has no end, or nothing that could end. */
  until: TimeText | null;
  /** It goes on until it is undone. */
  endless: boolean;
  state: "stands" | "ended" | "undone";
  appeal: {
    at: TimeText;
    outcome: AppealOutcome | null;
    decidedAt: TimeText | null;
    answer: string;
  } | null;
};

const EXCERPT = 300;

/** The beginning of a text, in whole characters as a reader counts them. */
function beginning(text: string): string {
  const tidy = text.replace(/\s+/g, " ").trim();
  const parts = [...new Intl.Segmenter().segment(tidy.slice(0, EXCERPT * 8))].map(
    ({ segment }) => segment,
  );
  return parts.length > EXCERPT ? `${parts.slice(0, EXCERPT).join("").trimEnd()}…` : parts.join("");
}

/** On what a decision rests: the law or the community's rules, and which. */
export function restsOn(t: Translate, { rule, ground }: Pick<ToldDecision, "rule" | "ground">) {
  return rule === ""
    ? t("telling.restsOn", { ground })
    : t("telling.restsOnRule", { ground, rule: tidyLine(rule) });
}

/** A decision in words, in the language of `ctx.t`. */
export function ownDecision(
  ctx: Pick<Ctx, "t" | "now" | "community">,
  row: ToldDecision,
): OwnDecision {
  const { t } = ctx;
  const time = (at: Date) => formatTime(t, at, ctx.now, ctx.community.timeZone);
  const ended = row.ends_at !== null && row.ends_at <= ctx.now;
  const means = [t("telling.means", { verb: row.verb })];
  if (row.items > 0) means.push(t("telling.items", { count: row.items }));
  return {
    id: row.id,
    message: isMessage(row.verb),
    did: t("telling.did", { verb: row.verb }),
    means: means.join(" "),
    at: time(row.created_at),
    title: row.title === null ? null : tidyLine(row.title),
    text: row.text === null ? null : beginning(row.text),
    reason: row.reason,
    rests: restsOn(t, row),
    by: t("telling.by", { by: row.automated ? "rule" : "person" }),
    until: row.ends_at ? time(row.ends_at) : null,
    endless: row.ends_at === null && (row.sanction === "silence" || row.sanction === "suspend"),
    state: row.undone ? "undone" : ended ? "ended" : "stands",
    appeal: row.appealed_at
      ? {
          at: time(row.appealed_at),
          outcome: row.appeal_outcome,
          decidedAt: row.appeal_decided_at ? time(row.appeal_decided_at) : null,
          answer: row.appeal_answer ?? "",
        }
      : null,
  };
}
