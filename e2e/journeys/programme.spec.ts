import { expect, larkfield, query, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";

test.use({ baseURL: larkfield() });

test("a member is nominated, invited, accepts, has the powers of a super user, and leaves", async ({
  page,
  browser,
}) => {
  const handle = await newWriter();
  await signIn(page.context(), "dan");
  await page.goto("/staff/programme");
  const settings = page.getByRole("region", { name: "Settings" });
  await settings.getByLabel("The programme is on").check();
  await settings.getByRole("textbox", { name: "The terms" }).fill("Be kind.\n\nStay curious.");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();

  await page.goto("/programme");
  const nominate = page.getByRole("region", { name: "Nominate somebody" });
  await nominate.getByLabel("Handle of the member").fill("nobody-at-all");
  await nominate.getByLabel("Reason").fill("Answers everybody");
  await nominate.getByRole("button", { name: "Nominate" }).click();
  await expect(page.getByRole("alert")).toContainText("Nobody here has that handle.");
  await nominate.getByLabel("Handle of the member").fill(handle);
  await nominate.getByRole("button", { name: "Nominate" }).click();
  await expect(page.getByText("The nomination is with the staff.")).toBeVisible();

  // Without scripts: every form is a plain one.
  const context = await browser.newContext({ baseURL: larkfield(), javaScriptEnabled: false });
  await signIn(context, handle);
  const own = await context.newPage();
  await own.goto("/programme");
  await expect(own.getByText("You are invited")).toHaveCount(0);
  expect((await own.goto("/staff/programme"))?.status()).toBe(403);

  await page.goto("/staff/programme");
  const row = page
    .getByRole("region", { name: "Nominated" })
    .getByRole("listitem")
    .filter({ has: page.locator(`a[href="/staff/programme/${handle}"]`) });
  await row.getByRole("button", { name: /^Invite/ }).click();
  await expect(page.getByText("The invitation is on its way.")).toBeVisible();

  await own.goto("/programme");
  await own.getByRole("button", { name: "Accept and begin" }).click();
  await expect(own.getByRole("alert")).toContainText("Please agree to the terms first.");
  await own.getByLabel("I have read the terms and agree to them.").check();
  await own.getByLabel("My name may stand on this page.").check();
  await own.getByRole("button", { name: "Accept and begin" }).click();
  await expect(own.getByText("Welcome! Your term has begun.")).toBeVisible();
  await expect(
    own.getByRole("region", { name: "Who they are" }).locator(`a[href="/m/${handle}"]`),
  ).toBeVisible();
  await own.goto("/guidelines/proposals");
  await expect(own.getByRole("button", { name: "Propose" })).toBeVisible();

  await page.goto(`/staff/programme/${handle}`);
  await expect(page.getByRole("heading", { name: "Contribution" })).toBeVisible();

  await page.goto("/staff/programme");
  await settings.getByRole("textbox", { name: "The terms" }).fill("Be kind.\n\nStay kind.");
  await settings.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Saved.")).toBeVisible();
  await own.goto("/programme");
  const again = own.getByRole("region", { name: "The terms have changed" });
  await expect(again).toContainText("Stay kind.");
  await again.getByLabel("I have read the terms and agree to them.").check();
  await again.getByRole("button", { name: "Agree" }).click();
  await expect(own.getByText("Thank you. That is kept.")).toBeVisible();
  await expect(again).toHaveCount(0);

  await own.locator("summary", { hasText: "Leave the programme" }).click();
  await own.getByRole("button", { name: "Leave the programme" }).click();
  await expect(own.getByText("You have left the programme.")).toBeVisible();
  await own.goto("/guidelines/proposals");
  await expect(own.getByRole("button", { name: "Propose" })).toHaveCount(0);
  const [member] = await query<{ role: string }>("select role from member where handle = $1", [
    handle,
  ]);
  expect(member?.role).toBe("member");
  await context.close();
});
