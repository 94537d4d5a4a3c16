import { createHash, randomBytes } from "node:crypto";

/** A secret for a link or a session: 32 random bytes, base64url, 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** SHA-256 of a secret, hex: what the database keeps in its place. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
