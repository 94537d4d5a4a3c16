import { z } from "zod";
import { noteField } from "./point-rules-form.ts";

/** The fields of the list of ranks besides the ranks themselves. */
export const ranksForm = z.object({
  note: noteField,
  do: z.string().max(20),
  replaces: z.coerce.number().int().min(0),
  figures: z.string().max(64).default(""),
});
