import { createHmac, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, larkfield, queryOne, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test.use({ baseURL: larkfield() });

type Got = { headers: IncomingHttpHeaders; body: string };

/** A ticket system on this machine. */
async function openSystem() {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ reference: "T-1001" }));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { got, url: `http://127.0.0.1:${port}/tickets`, close: () => server.close() };
}

const sign = (secret: string, timestamp: string, body: string) =>
  `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;

test("a case goes to the ticket system, its answer comes back, and is published once it is clean", async ({
  page,
  context,
  request,
}) => {
  const system = await openSystem();
  try {
    await signIn(context, "ruth");
    await page.goto("/staff/escalation");
    await page.getByLabel("Send webhooks").check();
    await page.getByLabel("Address", { exact: true }).fill(system.url);
    await page.getByRole("button", { name: "Save" }).first().click();
    const secret = (await page.locator(".pl-escalation__secret").textContent()) ?? "";
    expect(secret).toHaveLength(43);
    await page.reload();
    await expect(page.locator(".pl-escalation__secret")).toHaveCount(0);
    await page.getByRole("button", { name: "Send a test" }).click();
    await expect.poll(() => system.got.length).toBe(1);

    const title = `Which firmware ${mark()}`;
    const path = await ask(await newWriter(), title);
    const { id: caseId } = await queryOne<{ id: number }>(
      `insert into moderation_case (community_id, queue, thread_id, space_id)
       select community_id, 'wants_staff', id, space_id from thread
       where id = $1 and community_id = (select community_id from community_host where host = $2)
       returning id`,
      [Number(/\/t\/(\d+)/.exec(path)![1]), new URL(larkfield()).hostname],
    );
    await signIn(context, "dan");
    await page.goto(`/staff/cases/${caseId}/escalate`);
    await page.getByLabel("What is needed").fill("Which firmware fixes it?");
    await page.getByRole("button", { name: "Pass on" }).click();
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await expect.poll(() => system.got.length).toBe(2);
    const { headers, body } = system.got[1]!;
    expect(headers["porchlight-signature"]).toBe(
      sign(secret, String(headers["porchlight-timestamp"]), body),
    );
    const message = JSON.parse(body) as {
      id: number;
      outcomeUrl: string;
      thread: { title: string };
    };
    expect(message.thread.title).toBe(title);

    const answer = "Firmware 3.2. Questions to olu.other@mailbox.example.";
    const send = async (key: string) => {
      const data = JSON.stringify({ version: 1, id: message.id, status: "answered", answer });
      const timestamp = String(Math.floor(Date.now() / 1_000));
      return fetch(message.outcomeUrl, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          "idempotency-key": key,
          "porchlight-timestamp": timestamp,
          "porchlight-signature": sign(secret, timestamp, data),
        },
        body: data,
      });
    };
    const taken = await send(randomUUID());
    expect([taken.status, await taken.json()]).toEqual([200, { result: "waits" }]);
    // From a page of another site, or without a signature, it isn't even looked at.
    const forged = await request.post(message.outcomeUrl, {
      headers: { origin: "https://elsewhere.example" },
      data: {},
    });
    expect(forged.status()).toBe(403);

    await page.goto("/staff/escalations?status=answered");
    const ticket = page.getByRole("article", { name: title });
    await expect(ticket.locator("mark")).toHaveText("olu.other@mailbox.example");
    await expect(ticket.getByText("T-1001")).toBeVisible();
    await ticket.getByRole("button", { name: "Mask it" }).click();
    await expect(ticket.locator("mark")).toHaveCount(0);
    await ticket.getByRole("button", { name: "Publish as official answer" }).click();
    await expect(page).toHaveURL(/status=closed/);
    await page.goto(path);
    await expect(page.locator(".pl-answer--official")).toContainText("Firmware 3.2.");
    await expect(page.getByText("olu.other@mailbox.example")).toHaveCount(0);
  } finally {
    system.close();
  }
});
