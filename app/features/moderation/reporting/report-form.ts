import { z } from "zod";
import { REPORT_KINDS } from "../report-input.ts";

const text = z.string().default("");

export const reportForm = z.object({
  kind: z.enum(REPORT_KINDS),
  text,
  ground: text,
  name: text,
  email: text,
  goodFaith: text.transform((given) => given !== ""),
});
