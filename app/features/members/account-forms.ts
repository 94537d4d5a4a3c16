import { z } from "zod";
import { PASSWORD_MAX } from "./password-rules.ts";

/** What the account forms send. Lengths here only bound the work; the commands hold the rules. */
const line = z.string().max(400);
const password = z.string().min(1).max(PASSWORD_MAX);
/** Judged by the command together with the other fields, so that all that is wrong is said at once. */
const newPassword = z.string().max(PASSWORD_MAX).default("");
const token = z.string().max(200).default("");

const audience = z.enum(["everyone", "members"]).default("everyone");

export const signUpForm = z.object({
  name: line.default(""),
  handle: line.default(""),
  email: line.default(""),
  password: newPassword,
});
export const signInForm = z.object({ login: line.min(1), password, to: z.string().default("") });
export const verifyForm = z.object({ token });
export const forgotForm = z.object({ email: line.min(1) });
export const resetForm = z.object({ token, password: newPassword });
export const profileForm = z.object({
  name: line,
  bio: z.string().max(5_000).default(""),
  products: z.string().max(5_000).default(""),
  showProducts: audience,
  showActivity: audience,
  /** Sent back to save in spite of what automod says. */
  asItIs: z.string().max(100).optional(),
});
export const deleteAccountForm = z.object({ currentPassword: password });
export const changePasswordForm = z.object({ currentPassword: password, password });
export const changeEmailForm = z.object({ email: line.min(1), currentPassword: password });
export const endSessionForm = z.object({ session: z.string().max(64) });
