import { z } from "zod";
import { keptQuestionForm } from "../drafts/draft-form.ts";

const once = z.string().min(8).max(100);

/** What "This solved it" sends: the whole form, or from a thread's page the title alone. */
export const closeQuestionForm = z.object({
  ...keptQuestionForm.shape,
  threadId: z.coerce.number().int().positive(),
  once,
  draftKey: z.string().optional(),
  idempotencyKey: z.string().min(8).max(100).optional(),
});

/** What "Bring my question back" sends. */
export const reopenQuestionForm = z.object({ once });
