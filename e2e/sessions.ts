import { createHash, randomBytes } from "node:crypto";
import type { BrowserContext } from "@playwright/test";
import { query } from "./database.ts";
import { larkfield } from "./origins.ts";

/** Starts a session of a member by a row, without the form; gives the cookie's value. */
export async function startSession(handle: string, origin = larkfield()): Promise<string> {
  const id = randomBytes(20).toString("hex");
  const rows = await query(
    `insert into member_session (id_hash, community_id, member_id, expires_at)
     select $1, m.community_id, m.id, now() + interval '20 days'
     from member m join community_host h on h.community_id = m.community_id
     where h.host = $2 and m.handle = $3 returning 1`,
    [createHash("sha256").update(id).digest("hex"), new URL(origin).hostname, handle],
  );
  if (rows.length === 0) throw new Error(`there is no member ${handle} at ${origin}`);
  return id;
}

/** Signs a browser in as a member. */
export async function signIn(
  context: BrowserContext,
  handle: string,
  origin = larkfield(),
): Promise<void> {
  const value = await startSession(handle, origin);
  await context.addCookies([{ name: "porchlight", value, url: origin }]);
}
