import type { Browser, BrowserContextOptions } from "@playwright/test";
import { keyboard, pointer, tabTo, type Driver } from "../driver.ts";
import { expect, larkfield, signIn, test, watch } from "../fixtures.ts";
import { awaitMail } from "../mail.ts";
import { mark as newMark } from "../mark.ts";

const PASSWORD = "lamp meadow quarter";

/** Opens a browser of somebody's own, signed in when a handle is given. */
async function person(
  browser: Browser,
  drive: (page: Driver["page"]) => Driver,
  options: BrowserContextOptions,
  handle?: string,
): Promise<Driver & { faults: string[] }> {
  const context = await browser.newContext({ ...options, baseURL: larkfield() });
  if (handle) await signIn(context, handle);
  const page = await context.newPage();
  const faults = watch(page);
  return { ...drive(page), faults };
}

async function signUp({ page, ...self }: Driver, email: string, handle: string): Promise<void> {
  await page.goto("/sign-up");
  await self.fill("Name", "Nadia Quill");
  await self.fill("Handle", handle);
  await self.fill("E-mail address", email);
  await self.fill("Password", PASSWORD);
  await self.press("Create account");
  await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
}

async function verifyByMail({ page, ...self }: Driver, email: string): Promise<void> {
  await self.follow(page.getByRole("link", { name: "outbox" }));
  await self.follow(await awaitMail(page, email));
  await self.follow(page.locator("main").getByRole("link", { name: /\/verify\?token=/ }));
  await self.press("Verify my address");
  await expect(page.getByText("Your address is verified. Sign in to go on.")).toBeVisible();
}

async function signInByForm({ page, ...self }: Driver, login: string): Promise<void> {
  await self.fill("E-mail address or handle", login);
  await self.fill("Password", PASSWORD);
  await self.press("Sign in");
  await expect(page.getByRole("button", { name: "Your account, Nadia Quill" })).toBeVisible();
}

async function askQuestion({ page, ...self }: Driver, title: string): Promise<void> {
  await self.follow(page.getByRole("banner").getByRole("link", { name: /^Ask/ }));
  await self.fill("In one sentence", title);
  await self.fill("What happens", "Two lights blink **orange**, then it restarts.");
  await self.choose("Where does it belong?", "Wi-Fi and router");
  await self.press("Post it");
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await expect(page.locator("main strong")).toHaveText("orange");
}

type Way = {
  name: string;
  /** Each asks for something else: what is answered already is stopped before it is posted. */
  problem: string;
  drive: (page: Driver["page"]) => Driver;
  options: BrowserContextOptions;
};

const ways: Way[] = [
  {
    name: "with a pointer",
    problem: "Hub restarts whenever the kettle is on",
    drive: pointer,
    options: {},
  },
  {
    name: "without JavaScript",
    problem: "Handset crackles beside the microwave",
    drive: pointer,
    options: { javaScriptEnabled: false },
  },
  {
    name: "with a keyboard alone",
    problem: "Box hums after every thunderstorm",
    drive: keyboard,
    options: {},
  },
];

for (const { name, problem, drive, options } of ways) {
  test(`a question gets its accepted answer, ${name}`, async ({ browser }) => {
    const mark = newMark();
    const title = `${problem} ${mark}`;
    const fix = `Move it to another socket than the kettle ${mark}.`;

    const asker = await person(browser, drive, options);
    await signUp(asker, `${mark}@example.com`, `nadia_${mark}`);
    await verifyByMail(asker, `${mark}@example.com`);
    await signInByForm(asker, `nadia_${mark}`);
    await askQuestion(asker, title);
    const address = asker.page.url();

    const helper = await person(browser, drive, options, "marta");
    await helper.page.goto(address);
    await helper.fill("Your answer", fix);
    await helper.press("Post answer");
    await expect(helper.page.locator("article").getByText(fix)).toBeVisible();

    await asker.page.goto(address);
    await asker.press("This solved it", asker.page.locator("article").filter({ hasText: fix }));
    const accepted = asker.page.getByRole("region", { name: "Accepted answer" });
    await expect(accepted.getByText(fix)).toBeVisible();

    const third = await person(browser, drive, options, "linda");
    await third.page.goto(address);
    await third.press(/^I have this too/);
    await expect(third.page.getByRole("button", { name: "You have this too" })).toContainText("1");
    await third.press(/^Helpful/);
    await expect(third.page.getByRole("button", { name: /^Helpful/, pressed: true })).toContainText(
      "1",
    );

    await third.page.goto("/?list=solved");
    const row = third.page.getByRole("listitem").filter({ hasText: title });
    await expect(row.getByText("Solved", { exact: true })).toBeVisible();
    await expect(row.getByText(`Marta Kowalczyk: ${fix}`)).toBeVisible();
    for (const { page, faults } of [asker, helper, third]) {
      expect(faults).toEqual([]);
      await page.context().close();
    }
  });
}

test("the first Tab leads past the header", async ({ page }) => {
  await page.goto(larkfield());
  const skip = page.getByRole("link", { name: "Skip to content" });
  await page.keyboard.press("Tab");
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  const inMain = page.locator("main :focus");
  await expect(inMain).toHaveCount(1);
  await tabTo(page, inMain);
});
