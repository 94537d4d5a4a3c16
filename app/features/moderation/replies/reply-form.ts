import { z } from "zod";

/** A canned reply as its form sends it; without a number it is a new one. */
export const replyForm = z.object({
  do: z.enum(["save", "remove"]),
  id: z.coerce.number().int().positive().optional().catch(undefined),
  name: z.string().default(""),
  text: z.string().default(""),
});
