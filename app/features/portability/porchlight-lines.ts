import { z } from "zod";
import { MEMBER_ROLES } from "#app/lib/roles.ts";
import { parseWhen } from "./parse-when.ts";

const id = z.string().min(1).max(90);
const reference = id.nullish().transform((value) => value ?? null);
const short = (max: number) => z.string().max(max).default("");
const when = z.string().transform((value, ctx) => {
  const date = parseWhen(value);
  if (date) return date;
  ctx.addIssue({ code: "custom", message: "is no date, or one that can't be" });
  return z.NEVER;
});
const maybeWhen = when.nullish().transform((value) => value ?? null);
const text = z.union([
  z.strictObject({ markdown: z.string() }),
  z.strictObject({ html: z.string() }),
  z.strictObject({ document: z.unknown() }),
]);
const state = z.enum(["published", "held", "hidden", "deleted"]).default("published");
const slug = z.string().regex(/^[a-z0-9-]{1,60}$/);
const path = z.string().startsWith("/").max(500);

const origin = {
  author: reference,
  sourceAuthor: z
    .string()
    .max(120)
    .nullish()
    .transform((value) => value ?? null),
  text,
  createdAt: when,
  editedAt: maybeWhen,
  editedBy: reference,
  licence: z
    .string()
    .max(60)
    .nullish()
    .transform((value) => value ?? null),
  sourceUrl: z
    .string()
    .max(500)
    .nullish()
    .transform((value) => value ?? null),
};

/** The lines of Porchlight's own format; docs/importing.md describes them. */
export const lineSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("community"), version: z.literal(1), slug, url: z.url().nullish() }),
  z.object({
    type: z.literal("space"),
    slug,
    name: z.string().min(1).max(80),
    description: short(300),
    icon: z
      .string()
      .regex(/^[a-z-]{1,30}$/)
      .default("message"),
    position: z.number().int().min(0).max(10_000).default(0),
    readRole: z.enum(["guest", ...MEMBER_ROLES]).default("guest"),
  }),
  z.object({
    type: z.literal("tag"),
    slug: z.string().min(1).max(60),
    name: z.string().min(1).max(60),
  }),
  z.object({
    type: z.literal("member"),
    id,
    handle: z.string().min(1).max(200),
    name: z.string().max(200).default(""),
    title: short(80),
    bio: text.nullish().transform((value) => value ?? null),
    createdAt: when,
  }),
  z.object({
    type: z.literal("thread"),
    id,
    kind: z.enum(["question", "discussion", "idea", "announcement"]),
    space: slug.nullish().transform((value) => value ?? null),
    title: z.string(),
    tags: z.array(z.string().min(1).max(60)).default([]),
    state,
    stateReason: short(500),
    lockedAt: maybeWhen,
    lockedReason: short(500),
    pinned: z.boolean().default(false),
    ideaStatus: z
      .enum(["new", "under_review", "planned", "shipped", "declined"])
      .nullish()
      .transform((value) => value ?? null),
    ideaNote: short(500),
    accepted: z.object({ post: id, at: maybeWhen, by: reference }).nullish(),
    official: z.object({ post: id }).nullish(),
    opening: z.object({ id, ...origin }),
  }),
  z.object({
    type: z.literal("post"),
    id,
    thread: id,
    parent: reference,
    state,
    stateReason: short(500),
    ...origin,
  }),
  z.object({
    type: z.literal("vote"),
    post: id,
    member: reference,
    source: z
      .string()
      .min(1)
      .max(100)
      .nullish()
      .transform((value) => value ?? null),
    createdAt: when,
  }),
  z.object({ type: z.literal("same_here"), thread: id, member: id, createdAt: when }),
  z.object({ type: z.literal("redirect"), path, thread: id, post: reference }),
]);

export type PorchlightLine = z.infer<typeof lineSchema>;

const KNOWN = new Set(lineSchema.options.map((option) => String(option.shape.type.value)));

/** Reads one line; `unknown` names a type of a later version. */
export function readPorchlightLine(
  json: string,
): { line: PorchlightLine } | { problem: string; id: string } | { unknown: string } {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { problem: "not JSON, or cut off", id: "" };
  }
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    unknown
  >;
  const named = typeof given["id"] === "string" ? given["id"].slice(0, 100) : "";
  const { type } = given;
  if (typeof type !== "string") return { problem: "the line has no type", id: named };
  if (!KNOWN.has(type)) return { unknown: type.slice(0, 40) };
  const parsed = lineSchema.safeParse(value);
  if (parsed.success) return { line: parsed.data };
  const { path: at, message } = parsed.error.issues[0]!;
  return { problem: `${at.join(".") || type}: ${message}`, id: named };
}
