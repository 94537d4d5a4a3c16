import { z } from "zod";

export const GUIDELINE_LIMITS = {
  summary: 200,
  markdown: 50_000,
  comment: 2_000,
  note: 1_000,
} as const;

const text = (max: number) =>
  z
    .string()
    .transform((given) => given.toWellFormed().replaceAll("\r\n", "\n").trim())
    .pipe(z.string().min(1).max(max));
const line = (max: number) =>
  z
    .string()
    .transform((given) =>
      given
        .toWellFormed()
        .replace(/[\p{Cc}\s]+/gu, " ")
        .trim(),
    )
    .pipe(z.string().min(1).max(max));

export const proposeForm = z.object({
  summary: line(GUIDELINE_LIMITS.summary),
  markdown: text(GUIDELINE_LIMITS.markdown),
});
export const rebaseForm = z.object({ markdown: text(GUIDELINE_LIMITS.markdown) });
export const voteForm = z.object({ vote: z.enum(["yes", "no"]) });
export const commentForm = z.object({ comment: text(GUIDELINE_LIMITS.comment) });
export const declineForm = z.object({ note: line(GUIDELINE_LIMITS.note) });
