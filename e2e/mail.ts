import { expect, type Page } from "@playwright/test";

/** Waits on the outbox's page until a job has written the mail to an address; gives its link. */
export async function awaitMail(page: Page, email: string) {
  const link = page.getByRole("row").filter({ hasText: email }).getByRole("link");
  await expect(async () => {
    await page.goto("/outbox");
    await expect(link).toBeVisible({ timeout: 1_000 });
  }).toPass();
  return link;
}
