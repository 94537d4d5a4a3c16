import { expect, larkfield, originOf, signIn, test } from "./fixtures.ts";
import { answer, ask } from "./write-posts.ts";
import { mark } from "./mark.ts";

test.use({ baseURL: larkfield() });

const isModule = (url: string) => url.includes("/assets/") && url.endsWith(".js");

test("a guest’s thread is whole before any script, and starts on the first interaction", async ({
  page,
}) => {
  const thread = await ask("rob", `Is this page whole without scripts ${mark()}`);
  await answer("marta", thread, "Yes, it is.");
  const modules: string[] = [];
  page.on("request", (request) => {
    if (isModule(request.url())) modules.push(request.url());
  });
  await page.goto(thread, { waitUntil: "networkidle" });
  await expect(page.getByText("Yes, it is.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Sign in to answer" })).toBeVisible();
  expect(modules).toEqual([]);
  const still = await page.locator("main").innerHTML();

  await page.mouse.click(2, 300);
  await expect.poll(() => modules.length).toBeGreaterThan(0);
  await page.waitForLoadState("networkidle");
  await expect(page.getByText("Yes, it is.")).toBeVisible();
  const hydrated = await page.locator("main").innerHTML();
  const plain = (html: string) => html.replaceAll(/<input type="hidden" name="stay"[^>]*>/g, "");
  expect(plain(hydrated)).toBe(plain(still));
});

test("a member’s page starts at once, and votes without a reload", async ({ page }) => {
  const thread = await ask("rob", `Does a vote reload the page ${mark()}`);
  await answer("marta", thread, "Vote for me.");
  await signIn(page.context(), "priya");
  const started = page.waitForRequest((request) => isModule(request.url()));
  await page.goto(thread);
  await started;
  await expect(page.locator("input[name=stay]").first()).toBeAttached();
  const loads: string[] = [];
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads.push(request.url());
  });
  const vote = page.getByRole("button", { name: /^Helpful/ });
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "true");
  await expect(vote).toContainText("1");
  await vote.click();
  await expect(vote).toHaveAttribute("aria-pressed", "false");
  expect(loads).toEqual([]);
});

test("the first view of a thread with 20 posts takes at most 60 KB", async ({ page }) => {
  const thread = await ask("rob", `How heavy is a page ${mark()}`, TEXT);
  for (let post = 2; post <= 20; post += 1) {
    await answer(post % 2 === 0 ? "marta" : "jonas", thread, `${post}. ${TEXT}`);
  }
  const client = await page.context().newCDPSession(page);
  await client.send("Network.enable");
  const types = new Map<string, string>();
  const sizes = new Map<string, number>();
  client.on("Network.responseReceived", ({ requestId, response }) => {
    types.set(requestId, `${response.mimeType} ${new URL(response.url).pathname}`);
  });
  client.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    sizes.set(requestId, encodedDataLength);
  });
  await page.goto(originOf("localhost") + thread, { waitUntil: "networkidle" });
  await expect(page.locator("article")).toHaveCount(20);
  const counted = [...sizes]
    .map(([id, bytes]) => ({ what: types.get(id) ?? "", bytes }))
    .filter(({ what }) => !what.startsWith("image/"));
  const total = counted.reduce((sum, { bytes }) => sum + bytes, 0);
  expect(total, JSON.stringify(counted)).toBeGreaterThan(5_000);
  expect(total, JSON.stringify(counted)).toBeLessThanOrEqual(60 * 1_024);
});

const TEXT =
  "I had the same with the hub in the hall. Moving it a metre from the meter box helped, then I " +
  "changed the channel by hand, and since Thursday it has stayed up. What does the second light do?";
