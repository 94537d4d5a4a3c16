import { z } from "zod";
import { IDEA_STATUSES } from "./idea-status.ts";

/** Limits of what members write, in characters; write-rules.ts holds every way in to them. */
export const TITLE_LENGTH = { min: 10, max: 150 } as const;
export const BODY_LENGTH = { min: 1, max: 20_000 } as const;

const text = z.string().default("");
/** The editor's document as JSON; without JavaScript there is only `body`. */
const document = z.string().optional();
/** Sent back to post in spite of what automod says: the `token` of its advice. */
const asItIs = z.string().max(100).optional();
const idempotencyKey = z.string().min(8).max(100).optional();
const id = z.coerce.number().int().positive();

export const startThreadSchema = z.object({
  kind: z.enum(["question", "discussion", "idea", "announcement"]),
  title: text,
  body: text,
  document,
  /** What was tried, in Markdown. */
  tried: text,
  spaceSlug: z.string().min(1),
  tags: text,
  idempotencyKey,
  asItIs,
  draftKey: z.string().optional(),
});

/** Written text alone, as the preview sends it. */
export const writtenSchema = z.object({ body: text, document });

export const answerSchema = z.object({ body: text, document, idempotencyKey, asItIs });
export const replySchema = z.object({ body: text, document, parentId: id, idempotencyKey, asItIs });
export const editPostSchema = z.object({
  title: z.string().optional(),
  body: text,
  document,
  baseRevision: id,
  reason: text,
  asItIs,
});

/** What the small forms beside posts and threads send. */
export const verbSchema = z.object({
  on: z.enum(["yes", "no"]).default("yes"),
  reason: text,
  replaces: id.optional(),
});
export type VerbInput = z.infer<typeof verbSchema>;

export const setIdeaStatusSchema = z.object({ status: z.enum(IDEA_STATUSES), note: text });
export const mergeIdeaSchema = z.object({ target: z.string().min(1).max(500) });

export const retagThreadSchema = z.object({ tags: text });
export const markDuplicateSchema = z.object({ target: z.string().min(1).max(500) });
export const moveThreadSchema = z.object({ spaceSlug: z.string().min(1).max(100) });

/** What a reader says of an answer. */
export const fixReportSchema = z.object({ works: z.enum(["yes", "no"]) });

/** "Remove" in the list of bookmarks. */
export const removeBookmarkForm = z.object({ post: id });
