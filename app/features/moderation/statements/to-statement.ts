import { maskWordsOf } from "#app/features/automod/personal-data/mask-personal-data.ts";
import type { Translate } from "#app/i18n/translate.ts";
import type { Community } from "#app/lib/ctx.ts";
import type { ReportKind } from "#db/schema-moderation.ts";
import type { Stated, StatedVerb } from "./load-stated.server.ts";
import type { Statement } from "./statement-schema.ts";
import { withoutNames } from "./without-names.ts";

type Decided = Partial<
  Pick<
    Statement,
    | "decision_visibility"
    | "decision_visibility_other"
    | "decision_provision"
    | "end_date_service_restriction"
    | "decision_account"
    | "end_date_account_restriction"
  >
>;

const VISIBILITY: Partial<
  Record<StatedVerb, NonNullable<Statement["decision_visibility"]>[number]>
> = {
  hide: "DECISION_VISIBILITY_CONTENT_DISABLED",
  remove: "DECISION_VISIBILITY_CONTENT_REMOVED",
  edit: "DECISION_VISIBILITY_OTHER",
  mask: "DECISION_VISIBILITY_OTHER",
  lock: "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
  mark_duplicate: "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
};

function decided(t: Translate, { verb, ends_on: ends }: Stated): Decided {
  const visibility = VISIBILITY[verb];
  if (visibility) {
    return {
      decision_visibility: [visibility],
      ...(visibility === "DECISION_VISIBILITY_OTHER"
        ? { decision_visibility_other: t("statements.other", { verb }) }
        : {}),
    };
  }
  if (verb === "silence") {
    return {
      decision_provision: "DECISION_PROVISION_PARTIAL_SUSPENSION",
      ...(ends === null ? {} : { end_date_service_restriction: ends }),
    };
  }
  return {
    decision_account: verb === "ban" ? "DECISION_ACCOUNT_TERMINATED" : "DECISION_ACCOUNT_SUSPENDED",
    ...(ends === null ? {} : { end_date_account_restriction: ends }),
  };
}

/** What the reports say of the kind; rules of the house where they say nothing the list has. */
function categoryOf({ verb, kinds, ground, queue }: Stated): Statement["category"] {
  const has = (kind: ReportKind) => kinds.includes(kind);
  if (verb === "mask" || has("personal_data") || queue === "personal_data") {
    return "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS";
  }
  if (has("harassment")) return "STATEMENT_CATEGORY_CYBER_VIOLENCE";
  if (has("illegal") || ground === "law") return "STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE";
  return "STATEMENT_CATEGORY_OTHER_VIOLATION_TC";
}

function sourceOf({ kinds }: Stated): Statement["source_type"] {
  if (kinds.includes("illegal")) return "SOURCE_ARTICLE_16";
  return kinds.length > 0 ? "SOURCE_TYPE_OTHER_NOTIFICATION" : "SOURCE_VOLUNTARY";
}

/** Queues that a rule fills, not a person. */
const FOUND_BY_RULE: ReadonlySet<string> = new Set(["held", "suspect", "personal_data"]);

function contentOf(t: Translate, { verb, pictures }: Stated) {
  if (!VISIBILITY[verb]) {
    return {
      content_type: ["CONTENT_TYPE_OTHER" as const],
      content_type_other: t("statements.account"),
    };
  }
  const content_type: Statement["content_type"] = ["CONTENT_TYPE_TEXT"];
  if (pictures) content_type.push("CONTENT_TYPE_IMAGE");
  return { content_type };
}

/** A decision → its statement of reasons, without personal data, in the language of `t`. */
export function toStatement(
  t: Translate,
  community: Pick<Community, "slug" | "locale" | "baseUrl">,
  row: Stated,
): Statement {
  const words = maskWordsOf(t);
  const member = t("statements.member");
  const clean = (text: string | null, max: number) =>
    withoutNames(text ?? "", { names: row.names, words, member })
      .trim()
      .slice(0, max);
  const explanation = clean(row.reason, 2_000) || t("statements.noReason", { verb: row.verb });
  const rule = clean(row.rule, 500);
  const source = sourceOf(row);
  const byRule = kindsFoundByRule(row);
  const grounds =
    row.ground === "law"
      ? {
          decision_ground: "DECISION_GROUND_ILLEGAL_CONTENT" as const,
          illegal_content_legal_ground:
            rule || clean(row.legal_ground, 500) || t("statements.someLaw"),
          illegal_content_explanation: explanation,
        }
      : {
          decision_ground: "DECISION_GROUND_INCOMPATIBLE_CONTENT" as const,
          decision_ground_reference_url: `${community.baseUrl}/guidelines`,
          incompatible_content_ground: rule || t("statements.someRule"),
          incompatible_content_explanation: explanation,
          incompatible_content_illegal: "No" as const,
        };
  return {
    puid: `${community.slug}-${row.id}`.replace(/[^A-Za-z0-9_-]/g, "_"),
    ...decided(t, row),
    ...grounds,
    ...contentOf(t, row),
    category: categoryOf(row),
    content_language: community.locale.slice(0, 2).toUpperCase(),
    content_date: row.content_on,
    application_date: row.decided_on,
    decision_facts: t("statements.facts", { source, verb: row.verb, reason: explanation }),
    source_type: source,
    automated_detection: byRule ? "Yes" : "No",
    automated_decision: row.automated
      ? "AUTOMATED_DECISION_FULLY"
      : "AUTOMATED_DECISION_NOT_AUTOMATED",
  };
}

function kindsFoundByRule({ automated, kinds, queue }: Stated): boolean {
  return automated || (kinds.length === 0 && queue !== null && FOUND_BY_RULE.has(queue));
}
