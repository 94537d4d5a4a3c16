import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { outsideSignature } from "#app/features/automod/screening/ask-outside.server.ts";
import { openHeldCase } from "#app/features/moderation/open-held-case.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { advised, openScreened } from "../testing/open-screened.server.ts";
import { lookAgain } from "./look-again.server.ts";

process.env.OUTSIDE_PRIVATE = "true";
const { db } = await cloneDatabase();
const scene = await openScreened(db);
const { as, ask, answer, post, thread, member, newcomer, trusted, staff } = scene;

type Asked = { headers: IncomingHttpHeaders; body: string };
const asked: Asked[] = [];
/** What the service answers: a body with 200, a status without, or nothing ever. */
let says: string | number | null = '{"verdict":"publish"}';
const server = createServer((request, response) => {
  let body = "";
  request.on("data", (part: Buffer) => (body += part.toString()));
  request.on("end", () => {
    asked.push({ headers: request.headers, body });
    if (typeof says === "number") response.writeHead(says).end("{}");
    else if (says !== null) response.end(says);
  });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
const outside = (more: Record<string, unknown> = {}) =>
  scene.set({
    outside: { url: url(), secret: "s3cret", timeout: 300, sparesTrusted: false, ...more },
  });

let serial = 0;
const body = (what = "") => {
  serial += 1;
  return `Turn valve number ${serial} until the ${what} light goes out`;
};
const stateOf = async ({ postId }: { postId: number }) => (await post(postId)).state;

beforeEach(async () => {
  asked.length = 0;
  says = '{"verdict":"publish"}';
  await outside();
});

describe("a service elsewhere", () => {
  it("is told a text without mail addresses, signed", async () => {
    const { threadId } = await ask(staff);
    asked.length = 0;
    await scene.set({
      personalData: { mode: "off" },
      outside: { url: url(), secret: "s3cret", mode: "hold" },
    });
    await answer(threadId, `${body()} or mail ann@mailbox.org`);
    const [{ headers, body: sent } = { headers: {}, body: "" }] = asked;
    const stamp = String(headers["porchlight-timestamp"]);
    expect(headers["porchlight-signature"]).toBe(outsideSignature("s3cret", stamp, sent));
    expect(outsideSignature("other", stamp, sent)).not.toBe(headers["porchlight-signature"]);
    expect(Math.abs(Number(stamp) - Date.now() / 1000)).toBeLessThan(60);
    expect(JSON.parse(sent)).toMatchObject({
      version: 1,
      surface: "answer",
      text: expect.stringContaining("or mail [e-mail]") as string,
      links: [],
      author: { newcomer: false, trusted: false },
    });
    expect(sent).not.toContain("ann@mailbox.org");
    expect(sent).not.toContain(member.name);
  });

  it("may tell, hold and refuse, as far as the settings let it", async () => {
    const { threadId } = await ask(staff);
    says = '{"verdict":"nudge","reason":"Say which model."}';
    const { reasons } = await advised(answer(threadId, body()));
    expect(reasons[0]?.message).toEqual({
      key: "screening.outsideSaid",
      params: { reason: "Say which model." },
    });
    says = '{"verdict":"reject","note":"known sender"}';
    const held = await answer(threadId, body());
    expect(await post(held.postId)).toMatchObject({ state: "held" });
    const said = (await scene.screenings()).at(-1)!;
    expect(said.findings).toMatchObject([
      { check: "outside", toStaff: { key: "screening.outsideNoted" } },
    ]);
    await outside({ mode: "reject" });
    await expect(answer(threadId, body())).rejects.toThrow("automod");
  });
});

describe.each([
  ["answers too late", null],
  ["answers with an error", 500],
  ["answers with nonsense", "<html>"],
])("a check that breaks: the service %s", (_how, answers) => {
  it("holds newcomers and lets others pass", async () => {
    const { threadId } = await ask(staff);
    says = answers;
    expect(await stateOf(await answer(threadId, body(), newcomer))).toBe("held");
    expect(await stateOf(await answer(threadId, body(), member))).toBe("published");
    expect(await stateOf(await answer(threadId, body(), trusted))).toBe("published");
    const last = (await scene.screenings()).slice(-3);
    expect(last.map(({ verdict, failed }) => [verdict, failed])).toEqual([
      ["hold", ["outside"]],
      [null, ["outside"]],
      [null, ["outside"]],
    ]);
    expect((await thread(threadId)).answer_count).toBe(2);
  });
});

describe("looking again", () => {
  const flagged = async (postId: number) =>
    (await scene.facts(["post.flagged"])).filter(
      ({ payload }) => "postId" in payload && payload.postId === postId,
    );

  it("opens a case for what it finds, and none for what is well", async () => {
    const { threadId } = await ask(staff);
    says = 500;
    await db.deleteFrom("screening").execute();
    const bad = await answer(threadId, body("bad"));
    // Still broken: it is left for the next time.
    expect(await lookAgain(as(GUEST))).toBe(0);
    says = '{"verdict":"hold","note":"known text"}';
    expect(await lookAgain(as(GUEST))).toBe(1);
    expect(await lookAgain(as(GUEST))).toBe(0);
    const [fact, ...more] = await flagged(bad.postId);
    expect(more).toEqual([]);
    await openHeldCase(as(GUEST), fact as never);
    const [opened] = (await scene.cases()).filter((row) => row.post_id === bad.postId);
    expect(opened?.reasons).toEqual([
      { key: "screening.lookedAgain" },
      { key: "screening.outsideNoted", params: { note: "known text" } },
    ]);
    expect(await stateOf(bad)).toBe("published");

    says = 500;
    const later = await answer(threadId, body("later"));
    says = '{"verdict":"publish"}';
    expect(await lookAgain(as(GUEST))).toBe(1);
    expect(await flagged(later.postId)).toEqual([]);
  });

  it("gives up after a day", async () => {
    const { threadId } = await ask(staff);
    says = 500;
    const { postId } = await answer(threadId, body());
    const tomorrow = new Date(Date.now() + 25 * 3_600_000);
    expect(await lookAgain(as(GUEST, tomorrow))).toBe(1);
    expect(await flagged(postId)).toEqual([]);
  });
});
