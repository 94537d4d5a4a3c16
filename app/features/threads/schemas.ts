import { z } from "zod";

/** Limits of what members write, shared by forms and commands. */
export const TITLE_LENGTH = { min: 10, max: 150 } as const;
export const BODY_LENGTH = { min: 1, max: 20_000 } as const;
export const MAX_TAGS = 5;

const title = z.string().trim().min(TITLE_LENGTH.min).max(TITLE_LENGTH.max);
const body = z.string().trim().min(BODY_LENGTH.min).max(BODY_LENGTH.max);
const reason = z.string().trim().max(300).default("");
const idempotencyKey = z.string().min(8).max(100).optional();

export const startThreadSchema = z.object({
  kind: z.enum(["question", "discussion", "idea", "announcement"]),
  title,
  body,
  spaceSlug: z.string().min(1).max(60),
  tags: z.string().max(300).default(""),
  idempotencyKey,
});

export const answerSchema = z.object({ body, idempotencyKey });

export const replySchema = z.object({
  body,
  parentId: z.coerce.number().int().positive(),
  idempotencyKey,
});

export const editPostSchema = z.object({
  title: title.optional(),
  body,
  baseRevision: z.coerce.number().int().positive(),
  reason,
});

export const reasonSchema = z.object({ reason: z.string().trim().min(3).max(300) });

/** Tags as typed, with commas between them → their names. */
export function tagsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(/[,،\n]/)
        .map((name) => name.trim().replace(/\s+/g, " "))
        .filter((name) => name !== ""),
    ),
  ];
}
