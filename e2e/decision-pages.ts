import type { Page } from "@playwright/test";
import { query } from "./database.ts";

/** A page, once staff have edited what Priya wrote. */
export function decided(path: string): (host: string) => Promise<string> {
  return async (host) => {
    await query(
      `insert into decision (community_id, verb, actor_id, thread_id, about_id, space_id, rule, reason,
         before, after)
       select t.community_id, 'edit', staff.id, t.id, t.author_id, t.space_id, 'No contact details',
         'There was a telephone number in it.', '{}', '{}'
       from community_host h
       join member m on m.community_id = h.community_id and m.handle = 'priya'
       join member staff on staff.community_id = h.community_id and staff.handle = 'dan'
       join thread t on t.community_id = h.community_id and t.author_id = m.id
       where h.host = $1 order by t.id limit 1`,
      [host],
    );
    return path;
  };
}

/** The page that the newest decision is appealed on. */
export async function openAppeal(page: Page): Promise<void> {
  await page.locator("main a[href^='/appeal/']").first().click();
  await page.locator("#text").waitFor();
}
