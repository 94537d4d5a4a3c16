import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe finds in a part of a page, in both themes. */
export async function faultsOf(page: Page, part: string): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    const axe = new AxeBuilder({ page }).include(part);
    // The actions beside a post are looked at by the sweep over all pages.
    const { violations } = await axe.exclude(".pl-acts").withTags(RULES).analyze();
    for (const { id, nodes } of violations) {
      for (const { target, failureSummary } of nodes) {
        faults.push(`${colorScheme} ${id} ${target.join(" ")}: ${failureSummary}`);
      }
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  return faults;
}
