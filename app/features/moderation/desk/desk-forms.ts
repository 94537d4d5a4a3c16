import { z } from "zod";
import { MODERATION_VERBS } from "#app/features/members/moderation-verbs.ts";

const id = z.coerce.number().int().positive();
const text = z.string().default("");
/** A number that may be left out. */
const maybe = z
  .string()
  .optional()
  .transform((given) => (given ? Number(given) : undefined));

/** Which of the desk's forms was sent. */
export const intentForm = z.object({ intent: text });
export const caseForm = z.object({ case: id });

export const decideForm = z.object({
  verb: z.enum(MODERATION_VERBS),
  kind: z.enum(["post", "thread", "member"]),
  id,
  case: id,
  lastSeen: maybe,
  reason: text,
  rule: text,
  hours: maybe,
  spaceSlug: z.string().optional(),
  target: z.string().optional(),
  title: z.string().optional(),
  threadKind: z.enum(["question", "discussion", "idea", "announcement"]).optional(),
});

export const appealForm = z.object({
  appeal: id,
  case: id,
  outcome: z.enum(["upheld", "overturned"]),
  reason: text,
});

export const undoForm = z.object({ decision: id });
export const bulkForm = z.object({ verb: z.enum(["approve", "hide", "close"]) });
export const noteForm = z.object({ case: id, handle: z.string().max(60), note: text });
export const threadNoteForm = z.object({ thread: id, note: text });
export const assignForm = z.object({ case: id, worker: maybe, priority: z.coerce.number() });
export const viewForm = z.object({ name: text });
export const removeViewForm = z.object({ view: id });
export const answerForm = z.object({
  case: id,
  answer: text,
  official: z.string().optional(),
  lastSeen: maybe,
  key: z.string().max(100),
});
