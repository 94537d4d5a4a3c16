import { randomBytes } from "node:crypto";
import type { Browser, Page } from "@playwright/test";
import { copyCommunity } from "../copy-community.ts";
import { query, queryOne } from "../database.ts";
import { field } from "../driver.ts";
import { expect, signIn, test } from "../fixtures.ts";
import { originOf } from "../origins.ts";

// Rules are everybody's: these journeys have a community of their own, read and written without scripts.
const host = `ranks-${randomBytes(4).toString("hex")}.localhost`;
const origin = originOf(host);
let communityId: number;

test.describe.configure({ mode: "serial" });
test.use({ baseURL: origin, javaScriptEnabled: false });

async function pageOf(browser: Browser, handle?: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: origin, javaScriptEnabled: false });
  if (handle) await signIn(context, handle, origin);
  return context.newPage();
}

async function pointsOf(handle: string): Promise<number> {
  const { points } = await queryOne<{ points: number }>(
    "select points from member where community_id = $1 and handle = $2",
    [communityId, handle],
  );
  return points;
}

test.beforeAll(async () => {
  communityId = await copyCommunity({
    from: "larkfield",
    slug: host.split(".")[0]!,
    host,
    locale: "en",
    name: "Ranks Community",
  });
  await query("update member set points = 0, rank = 0 where community_id = $1", [communityId]);
  await query(
    `with fact as (insert into event (community_id, type, payload)
       values ($1, 'import.finished', '{"source":"journey"}') returning community_id, id)
     select graphile_worker.add_job('dispatch_event',
       json_build_object('communityId', community_id, 'eventId', id)) from fact`,
    [communityId],
  );
  await expect(async () => {
    expect(await pointsOf("marta")).toBeGreaterThan(0);
  }).toPass();
});

test("a member sees what each rank asks and how far they are", async ({ browser }) => {
  const page = await pageOf(browser, "marta");
  await page.goto("/");
  await page.getByRole("link", { name: "How ranks work" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Ranks" })).toBeVisible();
  await expect(page.getByText("You’re here")).toHaveCount(1);
  const guide = page.getByRole("main").getByRole("listitem").filter({ hasText: "Guide" }).first();
  await expect(guide).toContainText("At least 1,000 points from the last 365 days");
  // Other journeys have answers of theirs accepted meanwhile.
  await expect(guide).toContainText(/you have|\d of \d/);
  await expect(guide).toContainText("Mark questions as duplicates");
  await expect(page.getByRole("row", { name: /A helpful vote for your post/ })).toContainText("10");
  await expect(page.getByText("Nothing has been changed yet.")).toBeVisible();
  await page.context().close();
});

test("an admin tries a rule, publishes it, and the points move as was said", async ({
  browser,
}) => {
  const page = await pageOf(browser, "ruth");
  await page.goto("/staff/points");
  const before = await pointsOf("marta");
  await page.locator("#points-helpful").fill("many");
  await page.getByRole("button", { name: "Try it" }).last().click();
  await expect(page.getByRole("alert")).toContainText("Write a whole number from 0 to 1000.");
  await expect(page.locator("#points-helpful")).toHaveValue("many");

  await page.locator("#points-helpful").fill("4");
  await field(page, "What changes, and why").fill("Votes count less than fixes.");
  await page.getByRole("button", { name: "Try it" }).last().click();
  const row = () => page.getByRole("row", { name: /Marta Kowalczyk/ }).first();
  await expect(row()).toContainText(before.toLocaleString("en-GB"));
  expect(await pointsOf("marta")).toBe(before);

  // Another rule than the one that was tried isn't published; it is tried instead.
  await page.locator("#points-helpful").fill("5");
  await page.getByRole("button", { name: "Publish as version 1" }).click();
  await expect(page.getByRole("alert")).toContainText("Nothing was published");
  const said = await row().getByRole("cell").allInnerTexts();
  await page.getByRole("button", { name: "Publish as version 1" }).click();
  await expect(page.getByText("Version 1 is published.")).toBeVisible();
  const number = (text: string | undefined) => Number((text ?? "").replace(/[^\d-]/g, ""));
  expect(number(said[1])).toBe(before);
  expect(number(said[2])).toBe(await pointsOf("marta"));
  expect(number(said[2])).toBeLessThan(before);

  const guest = await pageOf(browser);
  await guest.goto("/ranks");
  await expect(guest.getByText("Votes count less than fixes.")).toBeVisible();
  await expect(guest.getByText("5 points instead of 10")).toBeVisible();
  await guest.context().close();

  const moderator = await pageOf(browser, "dan");
  await moderator.goto("/staff/points");
  await expect(moderator.getByText("Admins change these rules.")).toBeVisible();
  await expect(moderator.getByRole("button", { name: "Try it" })).toHaveCount(0);
  await moderator.context().close();
  await page.context().close();
});

test("an admin writes a rank, sees who it is for, and publishes it", async ({ browser }) => {
  const page = await pageOf(browser, "ruth");
  await page.goto("/staff/ranks");
  await page.getByRole("button", { name: "Remove: Lamplighter" }).click();
  await page.getByRole("button", { name: "Add a rank" }).click();
  await page.locator("#name-4").fill("Beacon");
  await page.locator("#formula-4").fill("pionts >= 5");
  await page.getByRole("button", { name: "Try it" }).last().click();
  await expect(page.getByRole("alert")).toContainText(
    "“pionts” isn’t one of the figures. Is “points” meant?",
  );
  await expect(page.locator("#name-4")).toHaveValue("Beacon");
  await page.locator("#formula-4").fill("points >= 5");
  await page.getByRole("button", { name: "Move up: Beacon" }).click();
  await page.getByRole("button", { name: "Move down: Beacon" }).click();
  await page.getByRole("button", { name: "Try it" }).last().click();
  await expect(page.getByRole("table", { name: "Who changes rank" })).toContainText("Beacon");
  await page.getByRole("button", { name: "Publish as version 1" }).click();
  await expect(page.getByText("Version 1 is published.")).toBeVisible();

  const member = await pageOf(browser, "marta");
  await member.goto("/ranks");
  await expect(member.getByText("You are Beacon.")).toBeVisible();
  await expect(member.getByText("New rank: Beacon")).toBeVisible();
  await member.context().close();
  await page.context().close();
});

test("staff decide on a case of votes and turn it around", async ({ browser }) => {
  await query(
    `with opened as (
       insert into vote_case (community_id, kind, evidence) values ($1, 'burst',
         '[{"key":"fairness.evidence.bursts","params":{"bursts":4,"votes":23,"most":8,"minutes":6}}]')
       returning community_id, id)
     insert into vote_case_member
       (community_id, case_id, member_id, given_inside, given, received_inside, received)
     select o.community_id, o.id, m.id, 23, 31, 0, 4 from opened o
     join member m on m.community_id = o.community_id and m.handle in ('marta', 'priya')`,
    [communityId],
  );
  const page = await pageOf(browser, "dan");
  await page.goto("/staff/votes");
  await expect(page.getByText("Bursts of votes: 4, with 23 votes in all.")).toBeVisible();
  await field(page, "Why").fill("They share a flat.");
  await page.getByRole("button", { name: /^Dismiss/ }).click();
  await expect(page.getByText(/Dismissed by Dan/)).toBeVisible();
  await expect(page.getByText("They share a flat.")).toBeVisible();
  await field(page, "Why").fill("They don’t.");
  await page.getByRole("button", { name: /^Uphold/ }).click();
  await expect(page.getByText(/Upheld by Dan/)).toBeVisible();
  await page.context().close();
});
