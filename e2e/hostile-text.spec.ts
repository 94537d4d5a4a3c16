import type { Page } from "@playwright/test";
import { query } from "./database.ts";
import { expect, larkfield, test } from "./fixtures.ts";
import { answer, ask } from "./write-posts.ts";
import { mark as newMark } from "./mark.ts";

test.use({ baseURL: larkfield() });

const HOSTILE = [
  `</script><script>window.hurt=1</script>`,
  `</title><img src=x onerror=window.hurt=1>`,
  `"'><svg onload=window.hurt=1>`,
  `\u2028window.hurt=1//{{7*7}}\${7*7}<!--`,
];

async function expectUnhurt(page: Page): Promise<void> {
  // Both as the server wrote it and as the browser does after the first interaction.
  for (const key of ["Shift", "Tab"]) {
    await page.keyboard.press(key);
    await page.waitForLoadState("networkidle");
    expect(await page.evaluate(() => "hurt" in window)).toBe(false);
    await expect(page.locator("[onerror], [onload], main script")).toHaveCount(0);
  }
}

for (const [index, hostile] of HOSTILE.entries()) {
  test(`hostile text ${index + 1} is text wherever it stands`, async ({ page }) => {
    const mark = newMark();
    const handle = `hostile_${mark}`;
    const [writer] = await query<{ id: number }>(
      `with home as (select community_id as id from community_host where host = 'localhost'),
       writer as (
         insert into member (community_id, handle, handle_key, name, bio, email_verified_at, rank)
         select id, $1, $1, $2, $2, now(), 2 from home returning id)
       select id from writer`,
      [handle, hostile],
    );
    expect(writer).toBeDefined();
    const title = `${hostile} ${mark}`;
    const thread = await ask(handle, title, hostile);
    await answer(handle, thread, `An answer with ${hostile}`);

    await page.goto(thread);
    await expect(page).toHaveTitle(/Larkfield$/);
    const shown = title.replaceAll(/\s+/g, " ");
    await expect(page.getByRole("heading", { level: 1 })).toContainText(shown.trim());
    await expectUnhurt(page);
    for (const path of [
      "/",
      `/m/${handle}`,
      `/search?${new URLSearchParams({ q: title }).toString()}`,
      `/ask?${new URLSearchParams({ title }).toString()}`,
      `/sign-in?${new URLSearchParams({ to: `/${title}` }).toString()}`,
      `/${encodeURIComponent(title)}`,
    ]) {
      await page.goto(path);
      await expectUnhurt(page);
    }
  });
}
