import type { Page } from "@playwright/test";
import { field, writeAnew } from "../driver.ts";
import { expect, larkfield, query, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

/** Places of the default ranks. */
const [NEWCOMER, NEIGHBOUR, REGULAR, GUIDE] = [0, 1, 2, 3];

async function setRank(handle: string, rank: number): Promise<void> {
  await query("update member set rank = $2 where handle = $1", [handle, rank]);
}

async function openTending(page: Page, thread: string): Promise<void> {
  await page.goto(thread);
  await page.locator("[popovertarget=thread-menu]").click();
  await page.locator("#thread-menu").getByText("Tags, space, duplicate").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Put in order");
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with script" : "without script", () => {
    test.use({ javaScriptEnabled });

    test("a newcomer’s link is refused, and the text is still there", async ({ page }) => {
      const thread = await ask("rob", `Where are the settings ${mark()}`);
      await signIn(page.context(), await newWriter(larkfield(), NEWCOMER));
      await page.goto(thread);
      const text = `Read https://elsewhere.example/guide ${mark()}`;
      await field(page, "Your answer").fill(text);
      await page.getByRole("button", { name: "Post answer" }).click();
      const alert = page.getByRole("alert").first();
      await expect(alert).toContainText("can’t link to other sites yet (elsewhere.example)");
      await expect(alert).toContainText("from the rank “Neighbour” on");
      const box = field(page, "Your answer");
      if (javaScriptEnabled) await expect(box).toContainText(text);
      else await expect(box).toHaveValue(text);
      await writeAnew(page, "Your answer", "Look into the settings of the hub.");
      await page.getByRole("button", { name: "Post answer" }).click();
      await expect(page).toHaveURL(/#post-\d+$/);
    });

    test("a Regular changes tags until the rank is lost", async ({ page }) => {
      const thread = await ask("rob", `Which tags fit this ${mark()}`);
      const regular = await newWriter(larkfield(), REGULAR);
      await signIn(page.context(), regular);
      await openTending(page, thread);
      await expect(field(page, "Space")).toHaveCount(0);
      await field(page, "Tags").fill("no such tag at all");
      await page.getByRole("button", { name: "Save tags" }).click();
      await expect(page.getByRole("alert")).toContainText("no such tag at all");
      await field(page, "Tags").fill("hub-3");
      await page.getByRole("button", { name: "Save tags" }).click();
      await expect(page.locator(".pl-q .pl-chips a")).toHaveAttribute("href", "/tag/hub-3");

      await openTending(page, thread);
      await setRank(regular, NEIGHBOUR);
      await field(page, "Tags").fill("");
      await page.getByRole("button", { name: "Save tags" }).click();
      await expect(page.getByText("You can’t do this here.")).toBeVisible();
      await page.goto(thread);
      await expect(page.locator(".pl-q .pl-chips a")).toHaveAttribute("href", "/tag/hub-3");
      await expect(page.locator("#thread-menu")).toHaveCount(0);
    });
  });
}

test("a duplicate leads to its answer, and the asker undoes it", async ({ page, browser }) => {
  const words = mark();
  const answered = await ask("chris", `Lamp blinks red ${words}`);
  const same = await ask("rob", `Red blinking of the lamp ${words}`);
  await signIn(page.context(), await newWriter(larkfield(), GUIDE));
  await openTending(page, same);
  await field(page, "Address or number of the question that answers it").fill(
    larkfield() + answered,
  );
  await page.getByRole("button", { name: "Close as a duplicate" }).click();
  const note = page.getByText("This question is answered in");
  await expect(note).toBeVisible();
  await expect(page.getByText("This thread takes no more replies.")).toBeVisible();
  await page
    .getByRole("link", { name: `Lamp blinks red ${words}` })
    .first()
    .click();
  await expect(page).toHaveURL(new RegExp(`${answered}$`));

  const context = await browser.newContext({ baseURL: larkfield() });
  await signIn(context, "rob");
  const asker = await context.newPage();
  await asker.goto(same);
  await asker.locator("[popovertarget=thread-menu]").click();
  await asker.getByRole("button", { name: "Not a duplicate" }).click();
  await expect(asker.getByText("This question is answered in")).toHaveCount(0);
  await expect(field(asker, "Your answer")).toBeVisible();
  await context.close();
});

test("three votes hide a post, and staff show it again", async ({ page, browser }) => {
  const thread = await ask("rob", `Who sells lamps here ${mark()}`);
  const id = await answer("chris", thread, `Buy mine ${mark()}`);
  for (const count of [0, 1, 2]) {
    const context = await browser.newContext({
      baseURL: larkfield(),
      javaScriptEnabled: count > 0,
    });
    await signIn(context, await newWriter(larkfield(), REGULAR));
    const voter = await context.newPage();
    await voter.goto(`/p/${id}/vote-hide`);
    await field(voter, "Reason").fill("Advertising");
    await voter.getByRole("button", { name: "Do it" }).click();
    await expect(voter).toHaveURL(new RegExp(`#post-${id}$`));
    if (count < 2) {
      await voter.locator(`[popovertarget=menu-${id}]`).click();
      await expect(voter.locator(`#menu-${id}`)).toContainText(
        `You voted to hide this (${count + 1} of 3)`,
      );
    }
    await context.close();
  }
  await signIn(page.context(), "dan");
  await page.goto(thread);
  const post = page.locator(`#post-${id}`);
  await expect(post).toContainText(
    "Hidden from readers. 3 members voted to hide this: Advertising",
  );
  await post.getByRole("button", { name: "More actions" }).click();
  await page.locator(`#menu-${id}`).getByText("Show again", { exact: true }).click();
  await expect(page.getByText("Hidden from readers.")).toHaveCount(0);
});
