import { hash, verify, type Options } from "@node-rs/argon2";

/** Source: OWASP Password Storage Cheat Sheet, Argon2id (19 MiB, two passes, one lane). */
const COST: Options = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * The hash of a password nobody knows, made at the same cost: checked where there is no member or no
 * password, so that such a guess takes the time of every other.
 */
let nobody: Promise<string> | undefined;

/** The same typed password must match from every keyboard, composed or not. */
function normalized(password: string): string {
  return password.normalize("NFKC");
}

/** An argon2id hash in PHC form, with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalized(password), COST);
}

/** True when `password` made `stored`; false, in the same time, when nothing is stored. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const matches = await verify(stored ?? (await nobody), normalized(password));
  return stored !== null && matches;
}
