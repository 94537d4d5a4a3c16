import { z } from "zod";

export const FOLLOW_KINDS = ["thread", "space", "tag", "member"] as const;

/** What a follow button sends; `subject` is a thread's id, a space's or tag's slug, or a handle. */
export const followForm = z.object({
  kind: z.enum(FOLLOW_KINDS),
  subject: z.string().min(1).max(100),
  on: z.enum(["yes", "no"]),
});
