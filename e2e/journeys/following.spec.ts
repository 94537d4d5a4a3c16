import { expect, larkfield, query, sahl, signIn, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a followed thread says what is new and leads to the first new post", async ({
      page,
      context,
    }) => {
      const title = `Will I hear of a new answer ${mark()}`;
      const thread = await ask("rob", title);
      await answer("marta", thread, "The answer that was there already.");
      await signIn(context, "beth");
      await page.goto(thread);
      await page.getByRole("button", { name: `Follow ${title}` }).click();
      await expect(
        page.getByRole("button", { name: `Follow ${title}`, pressed: true }),
      ).toBeVisible();

      const first = await answer("marta", thread, `The first new one ${mark()}`);
      await answer("priya", thread, `The second new one ${mark()}`);
      await page.goto("/following");
      const row = page.getByRole("listitem").filter({ hasText: title });
      await expect(row).toContainText("2 new posts");
      await page.goto("/?list=following");
      const listed = page.getByRole("listitem").filter({ hasText: title });
      await expect(listed.getByText("New posts")).toBeAttached();
      await listed.getByRole("link", { name: title }).click();
      await page.getByRole("link", { name: "To the first of 2 new posts" }).click();
      await expect(page).toHaveURL(new RegExp(`#post-${first}$`));
      await expect(page.locator(`#post-${first}`)).toBeInViewport();
      await page.goto("/following");
      await expect(row).not.toContainText("new post");

      await page.goto(thread);
      await page.getByRole("button", { name: `Follow ${title}` }).click();
      await expect(
        page.getByRole("button", { name: `Follow ${title}`, pressed: false }),
      ).toBeVisible();
    });

    test("spaces, tags and people can be followed", async ({ page, context }) => {
      await query("delete from follow where subject_kind <> 'thread'");
      await signIn(context, "hamza");
      for (const path of ["/s/wifi", "/tag/mesh", "/m/marta"]) {
        await page.goto(path);
        const button = page.getByRole("button", { name: /^Follow / });
        await button.click();
        await expect(
          page.locator("main").getByRole("button", { name: /^Follow /, pressed: true }),
        ).toBeVisible();
      }
      await page.goto("/following");
      const rail = page.getByRole("complementary");
      for (const href of ["/s/wifi", "/tag/mesh", "/m/marta"]) {
        await expect(rail.locator(`a[href="${href}"]`)).toBeVisible();
      }
      await page.goto("/");
      await page.getByRole("link", { name: "Following" }).last().click();
      await expect(page.locator(".pl-row").first()).toBeVisible();
    });

    test("bookmarks are kept and taken away", async ({ page, context }) => {
      const title = `Worth finding again ${mark()}`;
      const thread = await ask("rob", title);
      const id = await answer("marta", thread, "A gem of an answer.");
      await signIn(context, "aisha");
      await page.goto(thread);
      const post = page.locator(`#post-${id}`);
      await post.getByRole("button", { name: "Bookmark" }).click();
      await expect(post.getByRole("button", { name: "Bookmark", pressed: true })).toBeVisible();
      await page.goto("/settings/bookmarks");
      const row = page.getByRole("listitem").filter({ hasText: title });
      await expect(row).toContainText("A gem of an answer.");
      await row.getByRole("button", { name: /^Remove/ }).click();
      await expect(row).toHaveCount(0);
    });
  });
}

test("a guest who follows is asked to sign in", async ({ page }) => {
  await page.goto("/s/wifi");
  await page.getByRole("button", { name: /^Follow / }).click();
  await expect(page).toHaveURL(/\/sign-in\?to=/);
});

test("nobody follows or bookmarks what they can't see", async () => {
  const session = await startSession("priya");
  const forms: [string, Record<string, string>][] = [
    ["/follow", { kind: "thread", subject: "999999999", on: "yes" }],
    ["/follow", { kind: "space", subject: "no-such-space", on: "yes" }],
    ["/follow", { kind: "member", subject: "priya", on: "yes" }],
    ["/p/999999999/bookmark", { on: "yes" }],
  ];
  for (const [path, form] of forms) {
    const sent = await send(larkfield(), path, { session, form });
    expect(sent.status, JSON.stringify(form)).toBe(404);
  }
});

test("the list is there in Arabic, without sideways scroll on a phone", async ({ browser }) => {
  const context = await browser.newContext({
    baseURL: sahl(),
    viewport: { width: 390, height: 800 },
    hasTouch: true,
  });
  const [member] = await query<{ handle: string }>(
    `select m.handle from member m join community_host h on h.community_id = m.community_id
     where h.host = $1 and m.thread_count > 0 order by m.id limit 1`,
    [new URL(sahl()).hostname],
  );
  await signIn(context, member!.handle, sahl());
  const page = await context.newPage();
  await page.goto("/following");
  await expect(page.getByRole("heading", { level: 1, name: "ما تتابعه" })).toBeVisible();
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(390);
  await context.close();
});
