import { randomBytes } from "node:crypto";

const ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";

/** An id that can't be guessed: 26 characters of base32, 130 random bits. */
export function newUploadId(): string {
  return Array.from(randomBytes(26), (byte) => ALPHABET[byte & 31]).join("");
}
