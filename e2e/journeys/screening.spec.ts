import { expect, larkfield, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { ask } from "../write-posts.ts";
import { mark as newMark } from "../mark.ts";

const CONTACT = "kim.lee@mailbox.org";
/** Words with invisible characters in them. */
const HIDDEN = "C\u200Ba\u200Bs\u200Bi\u200Bno bonus for everybody";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with a script" : "without a script", () => {
    test.use({ javaScriptEnabled });

    test("who writes is told first, and posts it as it is", async ({ page }) => {
      const mark = newMark();
      const path = await ask("rob", `Which cable for the ${mark} box`, "The old one is too short.");
      await signIn(page.context(), await newWriter());
      await page.goto(larkfield() + path);
      const box = page.locator("textarea#answer-body, #answer-body[contenteditable=true]");
      const text = `The ${mark} box takes any cable of ours, ask ${CONTACT} for one.`;
      await box.first().focus();
      if (javaScriptEnabled) await page.locator("#answer-body[contenteditable=true]").fill(text);
      else await box.fill(text);
      await page.getByRole("button", { name: "Post answer" }).click();
      const advice = page.getByRole("alert").filter({ hasText: "Please look at this first" });
      await expect(advice).toContainText("There is an e-mail address in your text.");
      await expect(advice.locator("q")).toHaveText(CONTACT);
      await expect(page.locator("#answer-body:visible")).toContainText(mark);
      await page.getByRole("button", { name: "Post as it is" }).click();
      await expect(page).toHaveURL(/#post-\d+$/);
      await expect(page.locator("article").filter({ hasText: CONTACT })).toBeVisible();
    });
  });
}

test("what is held is seen by its author, with the reason, and by nobody else", async ({
  page,
  browser,
}) => {
  const mark = newMark();
  const path = await ask("rob", `What about the ${mark} bonus`, "It came with the last letter.");
  await signIn(page.context(), await newWriter());
  await page.goto(larkfield() + path);
  await page.locator("#answer-body").focus();
  await page
    .locator("#answer-body[contenteditable=true]")
    .fill(`${HIDDEN} ${mark}, says the letter`);
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page).toHaveURL(/#post-\d+$/);
  const own = page.locator("article").filter({ hasText: "bonus for everybody" });
  await expect(own).toContainText("Only you and staff see this until somebody has looked at it.");
  await expect(own).toContainText("There are invisible characters in your text");
  const other = await browser.newPage();
  await other.goto(larkfield() + path);
  await expect(other.getByRole("heading", { level: 1 })).toContainText(mark);
  await expect(other.locator("main")).not.toContainText("bonus for everybody");
  await other.close();
});
