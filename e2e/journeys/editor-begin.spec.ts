import { expect, larkfield, signIn, test } from "../fixtures.ts";
import { ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test("what was selected before the editor came is what one writes over", async ({ page }) => {
  let come = () => {};
  const wait = new Promise<void>((resolve) => (come = resolve));
  await page.route("**/assets/editor-box*", async (route) => {
    await wait;
    await route.continue();
  });
  const path = await ask("rob", `How does writing begin ${mark()}`);
  await signIn(page.context(), "marta");
  await page.goto(larkfield() + path);
  await page.locator("textarea#answer-body").focus();
  await page.keyboard.type("The **first** words");
  await page.keyboard.press("ControlOrMeta+a");
  come();
  const editor = page.locator("#answer-body[contenteditable=true]");
  await expect(editor).toBeFocused();
  await page.keyboard.type("Others");
  await expect(editor).toHaveText("Others");
});
