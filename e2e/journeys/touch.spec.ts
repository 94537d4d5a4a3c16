import type { Page } from "@playwright/test";
import { field } from "../driver.ts";
import { expect, larkfield, originOf, query, sahl, signIn, test, watch } from "../fixtures.ts";
import { overflowOf } from "../look.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

const PHONE = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true };

test.use({ ...PHONE, baseURL: larkfield() });

async function fits(page: Page): Promise<void> {
  expect(await overflowOf(page), page.url()).toEqual([]);
}

test("reads, votes, follows and answers with a finger", async ({ page, context }) => {
  const title = `Does this work on a phone ${mark()}`;
  const thread = await ask(
    "rob",
    title,
    "```\na long line of code that goes on and on and on and on\n```",
  );
  const id = await answer("marta", thread, "Tap here.");
  await signIn(context, "priya");
  await page.goto("/");
  await page.getByRole("link", { name: title }).tap();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await fits(page);
  const vote = page.locator(`#post-${id}`).getByRole("button", { name: /^Helpful/ });
  await vote.tap();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  const follow = page.getByRole("button", { name: `Follow ${title}` });
  await follow.tap();
  await expect(follow).toHaveAttribute("aria-pressed", "true");
  await page.locator("#answer textarea").tap();
  const text = page.locator("#answer [contenteditable=true]");
  await text.fill("Answered with two thumbs.");
  await fits(page);
  await page.getByRole("button", { name: "Post answer" }).tap();
  const own = page.locator("article", { hasText: "Answered with two thumbs." });
  await expect(own).toBeInViewport();
  await page.locator("[popovertarget=nav-menu]").tap();
  await page.locator("#nav-menu").getByRole("link", { name: "Following" }).tap();
  await expect(page.getByRole("listitem").filter({ hasText: title })).toBeVisible();
});

test("asks, and says what solved it, with a finger", async ({ page, context }) => {
  const title = `Asked from a phone ${mark()}`;
  await signIn(context, "rob");
  await page.goto("/");
  await page.getByRole("banner").getByRole("link", { name: /^Ask/ }).tap();
  await field(page, "In one sentence").fill(title);
  await field(page, "What happens").tap();
  await expect(page.locator(".pl-composer [contenteditable=true]")).toBeFocused();
  await field(page, "What happens").fill("It began on the train.");
  await field(page, "Where does it belong?").selectOption({ label: "Wi-Fi and router" });
  await fits(page);
  await page.locator("main").getByRole("button", { name: "Post it" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const thread = new URL(page.url()).pathname;
  const id = await answer("marta", thread, "Get off the train.");
  await page.goto(thread);
  await page.locator(`#post-${id}`).getByRole("button", { name: "This solved it" }).tap();
  await expect(page.locator("#accepted")).toContainText("Get off the train.");
  await expect(page.locator(".pl-q__s")).toContainText("Solved");
  await fits(page);
});

test("reads, votes and answers from right to left with a finger", async ({ browser }) => {
  const context = await browser.newContext({ ...PHONE, baseURL: sahl(), locale: "ar" });
  const host = new URL(sahl()).hostname;
  const [row] = await query<{ path: string; handle: string; post: number }>(
    `select '/t/' || t.id || '/' || t.slug as path, p.id as post,
       (select m.handle from member m where m.community_id = t.community_id and m.role = 'member'
         and m.email_verified_at is not null and m.id not in (t.author_id, p.author_id)
         order by m.id limit 1) as handle
     from thread t join community_host h on h.community_id = t.community_id
     join post p on p.community_id = t.community_id and p.thread_id = t.id and p.kind = 'answer'
       and p.state = 'published'
     where h.host = $1 and t.state = 'published' and t.kind = 'question' and t.locked_at is null
     order by t.id limit 1`,
    [host],
  );
  await signIn(context, row!.handle, sahl());
  const page = await context.newPage();
  const faults = watch(page);
  await page.goto(originOf(host) + row!.path);
  await expect(page.locator("html")).toHaveAttribute("dir", "rtl");
  await expect(page.locator("input[name=stay]").first()).toBeAttached();
  await fits(page);
  const vote = page.locator(`#post-${row!.post} [data-key=helpful]`);
  const before = await vote.getAttribute("aria-pressed");
  await vote.tap();
  await expect(vote).not.toHaveAttribute("aria-pressed", before!);
  await page.locator("#answer textarea").tap();
  await page.locator("#answer [contenteditable=true]").fill(`أجبت من هاتفي ${mark()}`);
  await fits(page);
  await page.locator("#answer form button.pl-btn--primary").tap();
  const own = page.locator("article", { hasText: "أجبت من هاتفي" });
  await expect(own).toBeInViewport();
  expect(faults).toEqual([]);
  await context.close();
});
