import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { getEnv } from "#app/lib/env.server.ts";

const CIPHER = "aes-256-gcm";
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

function keyOf(purpose: string): Buffer {
  return Buffer.from(hkdfSync("sha256", getEnv().SECRET, "", `seal:${purpose}`, 32));
}

/** A text that only the service can read, for one purpose (AES-256-GCM, base64url). */
export function seal(purpose: string, text: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, keyOf(purpose), nonce);
  const hidden = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString("base64url");
}

/** The text in a seal; `null` when it was made for another purpose or with another secret. */
export function unseal(purpose: string, sealed: string): string | null {
  const bytes = Buffer.from(sealed, "base64url");
  const hidden = NONCE_BYTES + TAG_BYTES;
  if (bytes.length < hidden) return null;
  try {
    const cipher = createDecipheriv(CIPHER, keyOf(purpose), bytes.subarray(0, NONCE_BYTES));
    cipher.setAuthTag(bytes.subarray(NONCE_BYTES, hidden));
    return Buffer.concat([cipher.update(bytes.subarray(hidden)), cipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
