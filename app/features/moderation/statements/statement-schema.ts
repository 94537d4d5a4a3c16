import { z } from "zod";

/*
 * A statement of reasons as the EU's DSA transparency database takes it, version 2 (since July 2025).
 * Source: https://transparency.dsa.ec.europa.eu/page/api-documentation, "Statement Attributes".
 */

const VISIBILITIES = [
  "DECISION_VISIBILITY_CONTENT_REMOVED",
  "DECISION_VISIBILITY_CONTENT_DISABLED",
  "DECISION_VISIBILITY_CONTENT_DEMOTED",
  "DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED",
  "DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED",
  "DECISION_VISIBILITY_CONTENT_LABELLED",
  "DECISION_VISIBILITY_OTHER",
] as const;
const PROVISIONS = [
  "DECISION_PROVISION_PARTIAL_SUSPENSION",
  "DECISION_PROVISION_TOTAL_SUSPENSION",
  "DECISION_PROVISION_PARTIAL_TERMINATION",
  "DECISION_PROVISION_TOTAL_TERMINATION",
] as const;
const ACCOUNTS = ["DECISION_ACCOUNT_SUSPENDED", "DECISION_ACCOUNT_TERMINATED"] as const;
const GROUNDS = [
  "DECISION_GROUND_ILLEGAL_CONTENT",
  "DECISION_GROUND_INCOMPATIBLE_CONTENT",
] as const;
const CONTENT_TYPES = [
  "CONTENT_TYPE_APP",
  "CONTENT_TYPE_AUDIO",
  "CONTENT_TYPE_IMAGE",
  "CONTENT_TYPE_PRODUCT",
  "CONTENT_TYPE_SYNTHETIC_MEDIA",
  "CONTENT_TYPE_TEXT",
  "CONTENT_TYPE_VIDEO",
  "CONTENT_TYPE_OTHER",
] as const;
const CATEGORIES = [
  "STATEMENT_CATEGORY_ANIMAL_WELFARE",
  "STATEMENT_CATEGORY_CONSUMER_INFORMATION",
  "STATEMENT_CATEGORY_CYBER_VIOLENCE",
  "STATEMENT_CATEGORY_CYBER_VIOLENCE_AGAINST_WOMEN",
  "STATEMENT_CATEGORY_DATA_PROTECTION_AND_PRIVACY_VIOLATIONS",
  "STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH",
  "STATEMENT_CATEGORY_INTELLECTUAL_PROPERTY_INFRINGEMENTS",
  "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
  "STATEMENT_CATEGORY_NOT_SPECIFIED_NOTICE",
  "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  "STATEMENT_CATEGORY_PROTECTION_OF_MINORS",
  "STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY",
  "STATEMENT_CATEGORY_SCAMS_AND_FRAUD",
  "STATEMENT_CATEGORY_SELF_HARM",
  "STATEMENT_CATEGORY_UNSAFE_AND_PROHIBITED_PRODUCTS",
  "STATEMENT_CATEGORY_VIOLENCE",
] as const;
const SOURCES = [
  "SOURCE_ARTICLE_16",
  "SOURCE_TRUSTED_FLAGGER",
  "SOURCE_TYPE_OTHER_NOTIFICATION",
  "SOURCE_VOLUNTARY",
] as const;
const AUTOMATED = [
  "AUTOMATED_DECISION_FULLY",
  "AUTOMATED_DECISION_PARTIALLY",
  "AUTOMATED_DECISION_NOT_AUTOMATED",
] as const;

const day = z.iso.date();
const yesNo = z.enum(["Yes", "No"]);
const text = (max: number) => z.string().trim().min(1).max(max);

/** The attributes that a community's decisions can have; the database's others are optional. */
export const statementSchema = z
  .strictObject({
    puid: z.string().regex(/^[A-Za-z0-9_-]{1,500}$/),
    decision_visibility: z.array(z.enum(VISIBILITIES)).min(1).optional(),
    decision_visibility_other: text(500).optional(),
    end_date_visibility_restriction: day.optional(),
    decision_provision: z.enum(PROVISIONS).optional(),
    end_date_service_restriction: day.optional(),
    decision_account: z.enum(ACCOUNTS).optional(),
    end_date_account_restriction: day.optional(),
    decision_ground: z.enum(GROUNDS),
    decision_ground_reference_url: z.url().max(500).optional(),
    illegal_content_legal_ground: text(500).optional(),
    illegal_content_explanation: text(2_000).optional(),
    incompatible_content_ground: text(500).optional(),
    incompatible_content_explanation: text(2_000).optional(),
    incompatible_content_illegal: yesNo.optional(),
    content_type: z.array(z.enum(CONTENT_TYPES)).min(1),
    content_type_other: text(500).optional(),
    category: z.enum(CATEGORIES),
    content_language: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    content_date: day,
    application_date: day,
    decision_facts: text(5_000),
    source_type: z.enum(SOURCES),
    automated_detection: yesNo,
    automated_decision: z.enum(AUTOMATED),
  })
  .refine(
    (one) => one.decision_visibility ?? one.decision_provision ?? one.decision_account,
    "decides nothing",
  )
  .refine(
    ({ decision_visibility: of, decision_visibility_other: other }) =>
      (of?.includes("DECISION_VISIBILITY_OTHER") ?? false) === (other !== undefined),
    "decision_visibility_other goes with DECISION_VISIBILITY_OTHER",
  )
  .refine(
    ({ content_type: of, content_type_other: other }) =>
      of.includes("CONTENT_TYPE_OTHER") === (other !== undefined),
    "content_type_other goes with CONTENT_TYPE_OTHER",
  )
  .refine((one) => {
    const illegal = one.decision_ground === "DECISION_GROUND_ILLEGAL_CONTENT";
    const [ground, why] = illegal
      ? [one.illegal_content_legal_ground, one.illegal_content_explanation]
      : [one.incompatible_content_ground, one.incompatible_content_explanation];
    const other = illegal ? one.incompatible_content_ground : one.illegal_content_legal_ground;
    return ground !== undefined && why !== undefined && other === undefined;
  }, "the ground and its explanation go together");

export type Statement = z.infer<typeof statementSchema>;

/** Every attribute, in the order of the columns of a table. */
export const STATEMENT_FIELDS = Object.keys(statementSchema.shape) as (keyof Statement)[];
