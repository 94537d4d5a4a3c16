import { z } from "zod";

export const inviteForm = z.object({
  /** The member's id. */
  member: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER),
});
