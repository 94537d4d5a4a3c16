import { z } from "zod";

const list = z
  .string()
  .max(200)
  .transform((text) =>
    text
      .split(",")
      .map((word) => word.trim().toLowerCase())
      .filter(Boolean),
  )
  .optional();

/** What an address may ask of a search. */
export const searchParams = z.object({
  q: z.string().max(300).default(""),
  kind: list,
  status: list,
  space: list,
  tag: list,
  language: list,
  date: z.enum(["month", "year"]).optional().catch(undefined),
  /** `key:value` of fields of questions, several separated by commas. */
  field: z.string().max(300).optional(),
  sort: z.enum(["best", "new", "helpful"]).default("best"),
  limit: z.coerce.number().int().min(1).max(50).default(20),
  cursor: z.coerce.number().int().min(0).max(1_000).default(0),
});

export type SearchParams = z.output<typeof searchParams>;

export const similarParams = z.object({
  title: z.string().max(300).default(""),
  body: z.string().max(20_000).default(""),
  limit: z.coerce.number().int().min(1).max(50).default(5),
});

export type SimilarParams = z.output<typeof similarParams>;
