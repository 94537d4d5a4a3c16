import type { Page } from "@playwright/test";
import { query } from "./database.ts";

/** The desk with the oldest open case of a queue, or a form of its own for that case. */
export function deskCase(queue: string, form?: string): (host: string) => Promise<string> {
  return async (host) => {
    const [row] = await query<{ id: number }>(
      `select min(c.id) as id from moderation_case c
       join community_host h on h.community_id = c.community_id
       where h.host = $1 and c.queue = $2 and c.closed_at is null`,
      [host, queue],
    );
    return form ? `/staff/cases/${row!.id}/${form}` : `/staff/desk?case=${row!.id}`;
  };
}

/** The last form of a page comes back when nothing is filled in. */
export async function addNothing(page: Page): Promise<void> {
  const form = page.locator("main form[method=post]").last();
  await form.evaluate((element: HTMLFormElement) => {
    element.noValidate = true;
  });
  await form.locator("button").first().click();
  await page.getByRole("alert").first().waitFor();
}

/** The desk's forms come back when nothing is given as a reason. */
export async function hideWithoutReason(page: Page): Promise<void> {
  await page.locator("#decide button[value='hide']").click();
  await page.getByRole("alert").first().waitFor();
}

/** A page, once something waits for members who review. */
export function reviewItem(path: string): (host: string) => Promise<string> {
  return async (host) => {
    await query(
      `insert into review_item (community_id, kind, thread_id, author_id, reason)
       select t.community_id, 'close', t.id, t.author_id, 'The offer has ended.'
       from thread t join community_host h on h.community_id = t.community_id
       join space s on s.community_id = t.community_id and s.id = t.space_id
       join member m on m.community_id = t.community_id and m.id = t.author_id and m.role = 'member'
       where h.host = $1 and s.read_role = 'guest' and t.state = 'published' and t.locked_at is null
         and t.kind = 'question' and t.id < 500
       order by t.id limit 3 on conflict do nothing`,
      [host],
    );
    return path;
  };
}

/** A staff page, once an answer with personal data came back from the ticket system. */
export function ticket(path: string): (host: string) => Promise<string> {
  return async (host) => {
    await query(
      `with passed_on as (
         insert into escalation (community_id, thread_id, note, status, reference, answer, answered_at)
         select t.community_id, t.id, 'Which box is it?', 'answered', 'T-1001',
           'We sent it out. Call +44 20 7946 0958 if it does not come.', now()
         from thread t join community_host h on h.community_id = t.community_id
         where h.host = $1 and t.state = 'published' and t.kind = 'question' and t.id < 500
         order by t.id limit 1 returning community_id, id)
       insert into escalation_delivery (community_id, escalation_id, channel, status, tries, error, done_at)
       select community_id, id, 'webhook', 'failed', 9, 'HTTP 500', now() from passed_on`,
      [host],
    );
    return path;
  };
}
