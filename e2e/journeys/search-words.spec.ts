import { randomBytes } from "node:crypto";
import { expect, larkfield, query, signIn, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { ask } from "../write-posts.ts";

test.use({ baseURL: larkfield() });
// They change what the one community’s words mean.
test.describe.configure({ mode: "default" });

const letters = () => randomBytes(6).toString("hex").replace(/\d/g, "q");
const titles = async (words: string): Promise<string[]> => {
  const { body } = await send(larkfield(), `/api/v1/search?q=${encodeURIComponent(words)}`);
  return (JSON.parse(body) as { hits: { title: string }[] }).hits.map(({ title }) => title);
};

async function indexed(title: string): Promise<void> {
  await expect
    .poll(async () => titles(title.split(" ").at(-1)!), { timeout: 20_000 })
    .toContain(title);
}

async function forgetWords(): Promise<void> {
  for (const table of ["search_synonym", "search_word_rule", "search_pin"]) {
    await query(`delete from ${table}`);
  }
}

test.afterAll(forgetWords);

test.beforeEach(async ({ context }) => {
  await forgetWords();
  await signIn(context, "dan");
});

test("a form that is refused right after another was sent shows what that one saved", async ({
  page,
}) => {
  await page.goto("/staff/search/words");
  // Before the application runs, a form leaves the page.
  await page.waitForFunction(() =>
    Object.keys(document.querySelector("main form")!).some((key) => key.startsWith("__react")),
  );
  let saved = () => {};
  const isSaved = new Promise<void>((resolve) => (saved = resolve));
  let first = true;
  await page.route("**/staff/search/words.data**", async (route) => {
    if (!first) return route.continue();
    first = false;
    const answer = await route.fetch();
    saved();
    // Too late: the next form takes the place of this one.
    await page.getByRole("alert").waitFor();
    await route.fulfill({ response: answer }).catch(() => {});
  });
  await page.getByRole("textbox", { name: "Names, one a line" }).fill("Flexo");
  await page.getByRole("button", { name: "Add names" }).click();
  await isSaved;
  await page.getByRole("textbox", { name: "Words, one a line" }).fill("flexo");
  await page.getByRole("button", { name: "Add stop words" }).click();
  await expect(page.getByRole("alert")).toContainText("It is among the product names.");
  await expect(page.getByRole("button", { name: "Remove “Flexo”" })).toBeVisible();
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("staff enter what people say, and the next search understands it", async ({ page }) => {
      const [said, meant] = [letters(), letters()];
      const title = `How does one use the ${meant}`;
      await ask("rob", title);
      await indexed(title);
      expect(await titles(said)).toEqual([]);

      await page.goto(`/staff/search/words?words=${said}`);
      await expect(page.getByRole("textbox", { name: "Who searches for" })).toHaveValue(said);
      await page.getByRole("textbox", { name: "also finds" }).fill(meant);
      await page.getByRole("button", { name: "Add a synonym" }).click();
      await expect(page.getByText("Saved. It counts from now on.")).toBeVisible();
      expect(await titles(said)).toEqual([title]);
      // Mistyped by a letter.
      expect(await titles(said.slice(0, 5) + said.slice(6))).toEqual([title]);

      await page.getByRole("searchbox", { name: "Search words" }).fill(said);
      await page.getByRole("button", { name: "Try it" }).click();
      await expect(page.getByRole("region", { name: /is understood/ })).toContainText("synonym");
      await expect(page.getByRole("link", { name: title })).toBeVisible();

      await page.getByRole("link", { name: new RegExp(`Edit.*${said}`) }).click();
      await page.getByRole("textbox", { name: "also finds" }).fill("nothinghere");
      await page.getByRole("button", { name: "Save" }).click();
      await expect(page.getByText("1 synonym finds nothing")).toBeVisible();
      await page.getByRole("button", { name: new RegExp(`Remove “${said}”`) }).click();
      await expect(page.getByText("No synonyms yet")).toBeVisible();
      expect(await titles(said)).toEqual([]);
    });

    test("a pasted list is added as a whole, or says which line is wrong", async ({ page }) => {
      await page.goto("/staff/search/words");
      const box = page.getByRole("textbox", { name: "Synonyms, one a line" });
      const pasted = "telly = television\nnot a pair\ngateway => hub";
      await box.fill(pasted);
      await page.getByRole("button", { name: "Add all" }).click();
      await expect(page.getByRole("alert")).toContainText("Line 2, “not a pair”");
      await expect(box).toHaveValue(pasted);
      await box.fill("telly = television\ngateway => hub");
      await page.getByRole("button", { name: "Add all" }).click();
      await expect(page.getByText("2 synonyms were added")).toBeVisible();
      await page.getByRole("textbox", { name: "Names, one a line" }).fill("Flexo\nHub 3");
      await page.getByRole("button", { name: "Add names" }).click();
      await page.getByRole("textbox", { name: "Words, one a line" }).fill("flexo");
      await page.getByRole("button", { name: "Add stop words" }).click();
      await expect(page.getByRole("alert")).toContainText("It is among the product names.");
      await page.getByRole("button", { name: "Remove “Flexo”" }).click();
      await expect(page.getByRole("button", { name: "Remove “Flexo”" })).toHaveCount(0);
    });

    test("staff put threads first for a query, in their order", async ({ page }) => {
      const word = letters();
      const [first, second] = [`About the first ${letters()}`, `About the second ${letters()}`];
      const asked = [first, second];
      const paths = [await ask("rob", first), await ask("rob", second)];
      await indexed(second);
      const pinned = page.locator("main ol").getByRole("listitem");
      await page.goto(`/staff/search/pins?query=${word}`);
      for (const [index, path] of paths.entries()) {
        await page.getByRole("textbox", { name: "For the query" }).fill(word);
        await page
          .getByRole("textbox", { name: "Thread" })
          .fill(path.startsWith("/") ? larkfield() + path : path);
        await page.getByRole("button", { name: "Pin", exact: true }).click();
        await expect(page.getByText("Pinned. It counts from now on.")).toBeVisible();
        await expect(pinned).toContainText(asked.slice(0, index + 1));
      }
      expect(await titles(word)).toEqual([first, second]);
      await page.getByRole("button", { name: `Move up: ${second}` }).click();
      // The page that says so, not the one that is still being left.
      await expect(pinned).toContainText([second, first]);
      expect(await titles(word)).toEqual([second, first]);
      await page.getByRole("button", { name: `Remove: ${second}` }).click();
      await expect(pinned).toHaveCount(1);
      expect(await titles(word)).toEqual([first]);
    });

    test("an admin allows a site", async ({ page, context }) => {
      await signIn(context, "ruth");
      await page.goto("/staff/origins");
      const box = page.getByRole("textbox", { name: "Site" });
      await box.fill("http://www.brand-of.example/path");
      await page.getByRole("button", { name: "Allow", exact: true }).click();
      await expect(page.getByRole("alert")).toContainText("without path");
      await box.fill("HTTPS://Www.Brand-Of.example/");
      await page.getByRole("button", { name: "Allow", exact: true }).click();
      const own = page.getByRole("cell", { name: "https://www.brand-of.example", exact: true });
      await expect(own).toBeVisible();
      await page.getByRole("button", { name: "Remove https://www.brand-of.example" }).click();
      await expect(own).toHaveCount(0);
    });
  });
}

test("moderators find the staff’s pages in their menu, members don’t", async ({
  page,
  context,
}) => {
  await page.goto("/");
  await page
    .getByRole("button", { name: /account|menu/i })
    .first()
    .click();
  await page.getByRole("link", { name: "Staff pages" }).first().click();
  await expect(page).toHaveURL(/\/staff\/search$/);
  const linksOf = (name: string) =>
    page.getByRole("navigation", { name }).getByRole("link").allTextContents();
  expect(await linksOf("Staff pages")).toEqual(["Desk", "Rules", "Search", "Recognition"]);
  expect(await linksOf("Pages of this part")).toEqual([
    "What people look for",
    "Words",
    "Pinned results",
  ]);
  await signIn(context, "priya");
  expect((await page.goto("/staff/search/words"))?.status()).toBe(403);
  await context.clearCookies();
  await page.goto("/staff/search/pins");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fstaff%2Fsearch%2Fpins/);
});
