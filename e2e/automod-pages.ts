import type { Page } from "@playwright/test";
import { query } from "./database.ts";

/** What was masked in a post, looked at once. */
export async function maskedPost(host: string): Promise<string> {
  const [row] = await query<{ post_id: number }>(
    `with kept as (
       insert into masked_original (community_id, post_id, kinds, texts, by_rule, masked_at, keep_until)
       select t.community_id, t.opening_post_id, '{phone,email}',
         '[{"number": 1, "title": "Call me", "document": {"type": "doc"}, "text": "On 212-555-0142"}]',
         true, now() - interval '1 hour', now() + interval '30 days'
       from thread t join community_host h on h.community_id = t.community_id
       join member m on m.community_id = t.community_id and m.id = t.author_id and m.role = 'member'
       where h.host = $1 and t.state = 'published' order by t.id limit 1
       returning community_id, id, post_id
     ), looked as (
       insert into masked_look (community_id, original_id, member_id, looked_at)
       select k.community_id, k.id, m.id, now() from kept k
       join member m on m.community_id = k.community_id and m.handle = 'dan'
     )
     select post_id from kept`,
    [host],
  );
  return `/p/${row!.post_id}/original`;
}

/** Presses the button that shows it. */
export async function lookAtOriginal(page: Page): Promise<void> {
  await page.locator("main form[method=post] button").click();
  await page.locator("main .pl-panel--sunken").first().waitFor();
}

/** What other rules would have done, as a job found out. */
export async function triedRules(host: string): Promise<string> {
  const caught = (hold: number) => ({
    verdicts: { nudge: 2, hold, reject: 0 },
    authors: { newcomer: 2, member: 1, trusted: 0, superUser: 1, staff: 0 },
    removed: 1,
    stood: 3,
  });
  const figures = { tried: caught(4), inForce: caught(1), newly: 3, noLonger: 0 };
  const [post] = await query<{ id: number }>(
    `select t.opening_post_id as id from thread t
     join community_host h on h.community_id = t.community_id
     where h.host = $1 and t.state = 'published' order by t.id limit 1`,
    [host],
  );
  const reason = { key: "checks.sameCharacterStaff" };
  const examples = [{ postId: post!.id, verdict: "hold", reason }];
  const checks = [{ check: "floods", ...figures, examples }];
  const report = { texts: 120, cut: false, all: figures, checks };
  const [row] = await query<{ id: number }>(
    `insert into automod_trial (community_id, asked_at, settings, version, from_at, until_at,
       posts_done, posts_all, report, done_at)
     select h.community_id, now(), '{"floods": {"characters": 6}}', 0, now() - interval '30 days', now(),
       120, 120, $2::jsonb, now()
     from community_host h where h.host = $1 returning id`,
    [host, JSON.stringify(report)],
  );
  return `/staff/automod/trials/${row!.id}`;
}

/** Unfolds the examples of the first check. */
export async function openExamples(page: Page): Promise<void> {
  await page.locator("main details summary").first().click();
}
