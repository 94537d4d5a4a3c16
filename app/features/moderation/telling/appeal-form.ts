import { z } from "zod";

export const appealForm = z.object({ text: z.string().default("") });

/** As many characters as an appeal may have. */
export const APPEAL_LENGTH = 5_000;
