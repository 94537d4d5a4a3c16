import { z } from "zod";

/** A box that is checked, or isn't sent at all. */
const box = z
  .string()
  .default("")
  .transform((sent) => sent !== "");

export const ownChoicesForm = z.object({
  badgeMails: box,
  monthMails: box,
  openBadge: box,
  onLeaderboards: box,
  openToInvites: box,
});
