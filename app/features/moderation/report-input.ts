import { InvalidError } from "#app/lib/errors.ts";
import type { ReportKind } from "#db/schema-moderation.ts";
import type { Subject } from "./subject.ts";

export const REPORT_KINDS = [
  "spam",
  "rude",
  "harassment",
  "personal_data",
  "off_topic",
  "wrong",
  "safety",
  "illegal",
  "other",
] as const satisfies readonly ReportKind[];

export type ReportContent = {
  subject: Subject;
  kind: ReportKind;
  text?: string | undefined;
  /** Of illegal content: which law, that it is said in good faith, and of guests who says it. */
  legal?:
    | { ground: string; goodFaith: boolean; name?: string | undefined; email?: string | undefined }
    | undefined;
};

export type ReadReport = {
  kind: ReportKind;
  text: string;
  legal_ground: string;
  legal_name: string;
  legal_email: string;
  good_faith: boolean;
};

const LIMITS = { text: 2_000, ground: 300, name: 200, email: 254 } as const;

function read(given: string | undefined, field: keyof typeof LIMITS, required: boolean): string {
  const text = (given ?? "").replaceAll("\r\n", "\n").trim();
  const max = LIMITS[field];
  if (required && text === "") throw new InvalidError({ [field]: { key: "error.required" } });
  if (text.length > max)
    throw new InvalidError({ [field]: { key: "error.tooLong", params: { max } } });
  return text;
}

/** A report's fields. Throws InvalidError (text, ground, name, email, goodFaith). */
export function readReport(given: ReportContent, { guest }: { guest: boolean }): ReadReport {
  const { kind, legal } = given;
  if (kind !== "illegal") {
    const text = read(given.text, "text", kind === "other");
    return { kind, text, legal_ground: "", legal_name: "", legal_email: "", good_faith: false };
  }
  if (!legal?.goodFaith) {
    throw new InvalidError({ goodFaith: { key: "moderation.goodFaith" } });
  }
  const email = read(guest ? legal.email : "", "email", guest);
  if (guest && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
    throw new InvalidError({ email: { key: "moderation.email" } });
  }
  return {
    kind,
    text: read(given.text, "text", true),
    legal_ground: read(legal.ground, "ground", true),
    legal_name: read(guest ? legal.name : "", "name", guest),
    legal_email: email,
    good_faith: true,
  };
}
