import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, originOf, signIn, test } from "./fixtures.ts";
import { forcedFaultsOf, outlineFaultsOf, overflowOf } from "./look.ts";
import { open, pageCases, pagesOfSecond, type PageCase } from "./pages.ts";
import { tabThrough } from "./tab-through.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test.use({ contextOptions: { reducedMotion: "reduce" } });
// Much is looked at in each visit.
test.describe.configure({ timeout: 180_000 });

/** What axe finds by all rules, or by some. */
async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(RULES)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}

/** Windows of a phone, of the narrowest one, and of a screen of 1280 px at 200 %. */
const WIDTHS = [640, 320, 390];

async function check(page: Page): Promise<void> {
  expect.soft(await faultsOf(page), "light").toEqual([]);
  expect.soft(await outlineFaultsOf(page), "outline").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  // The page is the same in the dark but for its colours.
  expect.soft(await faultsOf(page, ["color-contrast", "link-in-text-block"]), "dark").toEqual([]);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  expect.soft(await forcedFaultsOf(page), "forced colours").toEqual([]);
  await page.emulateMedia({ forcedColors: "none" });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await overflowOf(page), `at ${width} px`).toEqual([]);
  }
  expect.soft(await faultsOf(page, ["target-size"]), "narrow").toEqual([]);
}

function checkAll(brand: string, host: string, cases: PageCase[]): void {
  for (const pageCase of cases) {
    test(`${brand}: ${pageCase.name}`, async ({ page }) => {
      if (pageCase.as) await signIn(page.context(), pageCase.as, originOf(host));
      await open(page, host, pageCase);
      // A guest's page starts its scripts on the first interaction; `test` watches what they do.
      await page.keyboard.press("Shift");
      await page.waitForLoadState("networkidle");
      await check(page);
      await page.setViewportSize({ width: 1_280, height: 800 });
      expect(await tabThrough(page), "by keyboard").toEqual([]);
    });
  }
}

checkAll("first brand", "localhost", pageCases);
checkAll("second brand, right to left", "second.localhost", pagesOfSecond);

test("open menus", async ({ page }) => {
  await signIn(page.context(), "dan");
  const thread = pageCases.find(({ name }) => name === "solved thread of a moderator")!;
  await open(page, "localhost", thread);
  for (const menu of ["account-menu", "thread-menu"]) {
    await page.locator(`[popovertarget=${menu}]`).click();
    await expect(page.locator(`#${menu}`)).toBeVisible();
    expect(await faultsOf(page), menu).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(page.locator(`#${menu}`)).toBeHidden();
  }
  await page.setViewportSize({ width: 390, height: 800 });
  await page.locator("[popovertarget=nav-menu]").click();
  expect(await faultsOf(page)).toEqual([]);
});
