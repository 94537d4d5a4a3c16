import type { Sent } from "./draft-saver.ts";

/** What browsers send for a page that is gone; larger requests are refused. */
const KEEPALIVE_MAX = 60_000;

/** Posts a draft; `null` when it wasn't taken (offline, signed out, too often). */
export async function sendDraft(fields: URLSearchParams, leaving: boolean): Promise<Sent | null> {
  let body = fields.toString();
  if (leaving && body.length > KEEPALIVE_MAX) {
    fields.delete("document");
    body = fields.toString();
  }
  try {
    const response = await fetch("/drafts/save", {
      method: "POST",
      headers: { Accept: "application/json", "Content-Type": "application/x-www-form-urlencoded" },
      body,
      keepalive: leaving && body.length <= KEEPALIVE_MAX,
      signal: leaving ? undefined : AbortSignal.timeout(15_000),
    });
    if (!response.ok) return null;
    return (await response.json()) as Sent;
  } catch {
    return null;
  }
}
