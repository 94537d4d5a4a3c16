import { z } from "zod";
import { WORD_LIMITS } from "./word-limits.ts";

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const words = z.string().trim().min(1).max(WORD_LIMITS.synonymLength);

export const synonymForm = z.object({
  id: id.optional(),
  words,
  means: words,
  direction: z.enum(["both", "one"]),
});
export const pasteForm = z.object({ pasted: z.string().min(1).max(WORD_LIMITS.paste) });
export const removeSynonymForm = z.object({ id });
export const wordRulesForm = z.object({
  rule: z.enum(["keep", "stop"]),
  list: z.string().trim().min(1).max(WORD_LIMITS.paste),
});
export const removeWordRuleForm = z.object({ word: z.string().min(1).max(WORD_LIMITS.ruleLength) });

const query = z.string().trim().min(1).max(WORD_LIMITS.queryLength);
export const pinForm = z.object({ query, thread: z.string().trim().min(1).max(500) });
export const arrangePinForm = z.object({
  key: z.string().min(1).max(200),
  thread: id,
  verb: z.enum(["up", "down", "remove"]),
});

export type SynonymForm = z.infer<typeof synonymForm>;
export type WordRulesForm = z.infer<typeof wordRulesForm>;
export type ArrangePinForm = z.infer<typeof arrangePinForm>;
