import { randomBytes } from "node:crypto";

/**
 * A word that stands nowhere else. Of letters alone: one of digits would now and then be taken for a
 * telephone number, and the text that holds it would come back with advice.
 */
export function mark(): string {
  const hex = randomBytes(5).toString("hex");
  return hex.replace(/\d/g, (digit) => "ghijklmnop"[Number(digit)]!);
}
