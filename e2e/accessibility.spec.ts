import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { expect, originOf, signIn, test } from "./fixtures.ts";
import { open, pageCases, pagesOfSecond, type PageCase } from "./pages.ts";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

test.use({ contextOptions: { reducedMotion: "reduce" } });

/** What axe finds by all rules, or by some. */
async function faultsOf(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (rules ? axe.withRules(rules) : axe.withTags(RULES)).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id} ${target.join(" ")}: ${failureSummary}`),
  );
}

/** By how many pixels the page is wider than the window, and what sticks out. */
function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > width + 1 || left < -1;
    });
    return wide.slice(0, 5).map((element) => `${width}: ${element.outerHTML.slice(0, 120)}`);
  });
}

async function check(page: Page): Promise<void> {
  expect(await faultsOf(page), "light").toEqual([]);
  await page.emulateMedia({ colorScheme: "dark" });
  // The page is the same in the dark but for its colours.
  expect(await faultsOf(page, ["color-contrast", "link-in-text-block"]), "dark").toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 800 });
    expect(await overflowOf(page), `at ${width} px`).toEqual([]);
  }
  expect(await faultsOf(page, ["target-size"]), "narrow").toEqual([]);
}

function checkAll(brand: string, host: string, cases: PageCase[]): void {
  for (const pageCase of cases) {
    test(`${brand}: ${pageCase.name}`, async ({ page }) => {
      if (pageCase.as) await signIn(page.context(), pageCase.as, originOf(host));
      await open(page, host, pageCase);
      // A guest's page starts its scripts on the first interaction; `test` watches what they do.
      await page.keyboard.press("Tab");
      await page.waitForLoadState("networkidle");
      // The skip link, where it is shown, covers the brand.
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
      await check(page);
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
