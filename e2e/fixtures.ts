import { test as base, expect, type Page } from "@playwright/test";
import { forgetPosts } from "./forget-posts.ts";

export { expect };
export { query, queryOne } from "./database.ts";
export { larkfield, originOf, sahl } from "./origins.ts";
export { signIn } from "./sessions.ts";

/**
 * Collects what must not happen in a page: script errors, failed hydration, and whatever the content
 * security policy refuses.
 */
export function watch(page: Page): string[] {
  const faults: string[] = [];
  page.on("pageerror", (error) => faults.push(`script at ${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    // A page that answers 404 or 422 on purpose is reported here too.
    if (/status of 4\d\d/.test(message.text())) return;
    // The browser's own page around a picture has scripts and styles of its own, which we refuse.
    if (new URL(page.url()).pathname.startsWith("/files/")) return;
    // Remix reports a navigation too that was overtaken while its data was being read.
    if (message.text().startsWith("AbortError: signal is aborted")) return;
    faults.push(`console at ${page.url()}: ${message.text()}`);
  });
  return faults;
}

/**
 * A test whose page fails on anything `watch` sees. The demo's members write in many tests, on a fast
 * machine more within a minute than one member may: each test begins with none of it counted.
 */
export const test = base.extend<{ watched: string[] }>({
  watched: [
    async ({ page }, use) => {
      await forgetPosts();
      const faults = watch(page);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
