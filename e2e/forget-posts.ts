import { query } from "./database.ts";

/** Forgets how much members wrote within the last minute and hour. */
export async function forgetPosts(): Promise<void> {
  await query("delete from rate_limit where key like 'post:%'");
}
