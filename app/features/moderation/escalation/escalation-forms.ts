import { z } from "zod";

export const escalateForm = z.object({ note: z.string().max(5_000).default("") });

/** Which of the settings' forms was sent. */
export const settingsForm = z.object({
  do: z.enum(["webhook", "secret", "mail", "account", "test"]),
});
const flag = z.string().max(10).default("");
export const webhookForm = z.object({
  webhookOn: flag,
  webhookUrl: z.string().max(600).default(""),
});
export const mailForm = z.object({ mailOn: flag, mailTo: z.string().max(300).default("") });
export const accountForm = z.object({ account: z.string().max(20).default("") });

export const escalationsForm = z.object({
  do: z.enum(["outcome", "mask", "publish", "close", "retry"]),
});
export const escalationForm = z.object({ escalation: z.coerce.number().int().positive() });
export const retryForm = z.object({ delivery: z.coerce.number().int().positive() });
export const outcomeForm = z.object({
  reference: z.string().max(200).default(""),
  answer: z.string().max(30_000).default(""),
});
