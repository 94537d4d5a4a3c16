import { z } from "zod";

const version = z.coerce.number().int().min(0);

/** What the page of all checks sends besides its fields. */
export const rulesForm = z.object({ do: z.enum(["try", "save"]), version });

/** Brings the settings of an earlier version back. */
export const backForm = z.object({ do: z.literal("back"), version, to: version });

export const wordListForm = z.object({
  do: z.enum(["try", "save", "remove"]),
  version,
  /** Empty: a new one. */
  list: z.string().max(3).default(""),
  name: z.string().max(200).default(""),
  mode: z.string().max(10).default(""),
  entries: z.string().max(1_000_000).default(""),
});
