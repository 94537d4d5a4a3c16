import { z } from "zod";

export const WHY_LENGTH = 1_000;

export const caseForm = z.object({
  case: z.coerce.number().int().positive(),
  verdict: z.enum(["upheld", "dismissed"]),
  note: z.string().trim().min(1).max(WHY_LENGTH),
});
