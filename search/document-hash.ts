import { createHash } from "node:crypto";
import type { ThreadDocument } from "./port.ts";

/** What tells two states of a document apart; the version and when somebody was last active don't. */
export function documentHash(document: ThreadDocument): string {
  const { version: _version, activeAt: _activeAt, ...content } = document;
  return createHash("sha256").update(JSON.stringify(content)).digest("base64url").slice(0, 27);
}
