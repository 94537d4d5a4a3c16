import { z } from "zod";

export const callShareForm = z.object({
  share: z
    .string()
    .trim()
    .regex(/^\d{1,3}$/, "impact.shareBad")
    .transform(Number)
    .pipe(z.number().max(100, "impact.shareBad")),
});
