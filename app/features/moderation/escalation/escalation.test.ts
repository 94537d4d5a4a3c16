import { createServer, type IncomingHttpHeaders, type Server } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { escalationMail } from "#app/features/notifications/mail-escalation.server.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { ConflictError, ForbiddenError, InvalidError, NotFoundError } from "#app/lib/errors.ts";
import { isSignatureOf, messageSignature } from "#app/lib/message-signature.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { openCase } from "../open-case.server.ts";
import { openDesk, type Desk } from "../testing/open-desk.server.ts";
import { webhook } from "./adapters/webhook.server.ts";
import { maskEscalationAnswer } from "./change-escalation.server.ts";
import { deliverEscalation } from "./deliver.server.ts";
import { escalateCase, escalateThread, retryDelivery, testEscalation } from "./escalate.server.ts";
import { MOST_TRIES } from "./escalation-rules.ts";
import { listEscalations } from "./list-escalations.server.ts";
import type { EscalationMessage } from "./message.ts";
import { publishAnswer } from "./publish-answer.server.ts";
import { receiveOutcome } from "./receive-outcome.server.ts";
import {
  rotateSecret,
  setAccount,
  setEscalationMail,
  setWebhook,
} from "./set-escalation.server.ts";
import { takeOutcome } from "./take-outcome.server.ts";

// The ticket system of these tests is on this machine.
process.env.OUTSIDE_PRIVATE = "true";

const { db } = await cloneDatabase();
const adapters = { webhook, mail: escalationMail };

type Got = { headers: IncomingHttpHeaders; body: string };
let system: Server;
let url = "";
let got: Got[] = [];
let answers: { status: number; body?: string }[] = [];

beforeAll(async () => {
  system = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      got.push({ headers: request.headers, body: Buffer.concat(parts).toString() });
      const { status, body = "" } = answers.shift() ?? { status: 200 };
      response.writeHead(status, { "content-type": "application/json" }).end(body);
    });
  }).listen(0, "127.0.0.1");
  await once(system, "listening");
  url = `http://127.0.0.1:${(system.address() as AddressInfo).port}/tickets`;
});
afterAll(() => system.close());
beforeEach(() => {
  got = [];
  answers = [];
});

/** A case about an answer, and a ticket system with a webhook. */
async function openEscalation(options: { account?: boolean } = {}) {
  const desk = await openDesk(db);
  const { threadId } = await desk.ask();
  const { postId } = await desk.answer(threadId);
  const { secret } = await setWebhook(desk.as(desk.admin), { on: true, url });
  if (options.account) await setAccount(desk.as(desk.admin), { memberId: desk.second.id });
  const { caseId } = await inTransaction(db, (tx) =>
    openCase(tx, desk.as(desk.staff), { subject: { kind: "post", id: postId }, queue: "reported" }),
  );
  const { escalationId } = await escalateCase(desk.as(desk.staff), {
    caseId,
    note: "Which firmware fixes it?",
  });
  return { desk, threadId, postId, caseId, escalationId, secret: secret! };
}

const deliveriesOf = (desk: Desk) =>
  db
    .selectFrom("escalation_delivery")
    .selectAll()
    .where("community_id", "=", desk.community.id)
    .orderBy("id")
    .execute();

const deliver = async (desk: Desk, id?: number) =>
  deliverEscalation(desk.as(GUEST), adapters, id ?? (await deliveriesOf(desk))[0]!.id);

const escalationOf = (id: number) =>
  db.selectFrom("escalation").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const caseOf = (id: number) =>
  db.selectFrom("moderation_case").selectAll().where("id", "=", id).executeTakeFirstOrThrow();

const officialOf = async (threadId: number) => {
  const { official_post_id: id } = await db
    .selectFrom("thread")
    .select("official_post_id")
    .where("id", "=", threadId)
    .executeTakeFirstOrThrow();
  return id === null
    ? null
    : db.selectFrom("post").select(["author_id", "text"]).where("id", "=", id).executeTakeFirst();
};

/** A message of the ticket system. */
function outcomeOf(
  { escalationId, secret }: { escalationId: number; secret: string },
  given: { answer?: string; status?: string; key?: string; at?: number; id?: number },
) {
  const body = JSON.stringify({
    version: 1,
    id: given.id ?? escalationId,
    status: given.status ?? "answered",
    reference: "T-1001",
    answer: given.answer ?? "Firmware 3.2 fixes it. It is out on **Monday**.",
  });
  const timestamp = String(given.at ?? Math.floor(Date.now() / 1_000));
  const signature = messageSignature(secret, timestamp, body);
  return { escalationId, body, timestamp, signature, key: given.key ?? "first" };
}

describe("on the way there", () => {
  it("is signed, says what a ticket needs, and is delivered once", async () => {
    const { desk, escalationId, secret, threadId, postId } = await openEscalation();
    await db
      .updateTable("post")
      .set({ text: "Call me on +44 20 7946 0958, it drops." })
      .where("id", "=", postId)
      .execute();
    await db
      .insertInto("import_record")
      .values({
        community_id: desk.community.id,
        source: "crm",
        kind: "member",
        source_id: "c-77",
        target_id: desk.helper.id,
      })
      .execute();
    answers = [{ status: 201, body: JSON.stringify({ reference: "T-1001" }) }];
    const all = await Promise.all([deliver(desk), deliver(desk), deliver(desk)]);
    expect(all).toContain("done");
    expect(await deliver(desk)).toBe("done");
    expect(got).toHaveLength(1);
    const [{ headers, body }] = got as [Got];
    const timestamp = String(headers["porchlight-timestamp"]);
    const signature = String(headers["porchlight-signature"]);
    expect(isSignatureOf(signature, { secret, timestamp, body })).toBe(true);
    expect(isSignatureOf(signature, { secret: "another", timestamp, body })).toBe(false);
    expect(headers["idempotency-key"]).toBe((await deliveriesOf(desk))[0]!.key);
    const message = JSON.parse(body) as EscalationMessage;
    expect(message).toMatchObject({
      version: 1,
      type: "escalation.opened",
      id: escalationId,
      thread: { id: threadId },
      post: { id: postId, excerpt: "Call me on [phone number hidden], it drops." },
      member: {
        name: "Hal Helper",
        handle: desk.helper.handle,
        external: [{ source: "crm", id: "c-77" }],
      },
      note: "Which firmware fixes it?",
      outcomeUrl: `${desk.community.baseUrl}/api/v1/escalations/${escalationId}`,
    });
    expect(body).not.toMatch(/7946|@example/);
    expect(await escalationOf(escalationId)).toMatchObject({ reference: "T-1001", status: "open" });
  });

  it("is tried again when the other side is away, with the same key, and says so in the case", async () => {
    const { desk, caseId } = await openEscalation();
    answers = [{ status: 500 }, { status: 503 }];
    expect([await deliver(desk), await deliver(desk), await deliver(desk)]).toEqual([
      "again",
      "again",
      "done",
    ]);
    expect(new Set(got.map(({ headers }) => headers["idempotency-key"])).size).toBe(1);
    expect((await deliveriesOf(desk))[0]).toMatchObject({ status: "sent", tries: 3 });

    const other = await openEscalation();
    answers = Array.from({ length: MOST_TRIES }, () => ({ status: 500 }));
    const said = [];
    for (let at = 0; at < MOST_TRIES; at += 1) said.push(await deliver(other.desk));
    expect(said.at(-2)).toBe("again");
    expect(said.at(-1)).toBe("done");
    const [failed] = await deliveriesOf(other.desk);
    expect(failed).toMatchObject({ status: "failed", http_status: 500, error: "HTTP 500" });
    expect((await caseOf(other.caseId)).reasons).toContainEqual({
      key: "escalation.caseFailed",
      params: { channel: "webhook", error: "HTTP 500" },
    });
    expect((await caseOf(caseId)).reasons).toHaveLength(1);
    await retryDelivery(other.desk.as(other.desk.staff), { deliveryId: failed!.id });
    expect(await deliver(other.desk)).toBe("done");
    expect((await deliveriesOf(other.desk))[0]).toMatchObject({ status: "sent", tries: 1 });
  });

  it("ends at once where it is refused", async () => {
    const { desk } = await openEscalation();
    answers = [{ status: 401 }];
    expect(await deliver(desk)).toBe("done");
    expect((await deliveriesOf(desk))[0]).toMatchObject({ status: "failed", tries: 1 });
  });

  it("goes by mail as well, once, with our reference in its subject", async () => {
    const desk = await openDesk(db);
    await setEscalationMail(desk.as(desk.admin), { on: true, to: "tickets@brand.example" });
    const { threadId } = await desk.ask();
    const { escalationId } = await escalateThread(desk.as(desk.staff), {
      threadId,
      note: "Please call them.",
    });
    const [delivery] = await deliveriesOf(desk);
    expect(delivery!.channel).toBe("mail");
    await deliver(desk);
    await db
      .updateTable("escalation_delivery")
      .set({ status: "waiting" })
      .where("id", "=", delivery!.id)
      .execute();
    await deliver(desk);
    const mails = await db
      .selectFrom("mail")
      .select(["to_address", "subject", "text", "member_id"])
      .where("community_id", "=", desk.community.id)
      .where("to_address", "=", "tickets@brand.example")
      .execute();
    expect(mails).toHaveLength(1);
    expect(mails[0]!.subject).toContain(`[${desk.community.slug}-${escalationId}]`);
    expect(mails[0]!.text).toContain("Please call them.");
    expect(mails[0]!.member_id).toBe(null);
  });

  it("is for staff, once a case, of what is open and set up; settings are for admins", async () => {
    const { desk, caseId } = await openEscalation();
    const note = "Once more.";
    await expect(escalateCase(desk.as(desk.staff), { caseId, note })).rejects.toThrow(
      ConflictError,
    );
    for (const actor of [desk.asker, desk.superUser, desk.local]) {
      await expect(escalateCase(desk.as(actor), { caseId, note })).rejects.toThrow(ForbiddenError);
      await expect(listEscalations(desk.as(actor), { status: "open" })).rejects.toThrow(
        ForbiddenError,
      );
    }
    for (const run of [
      () => setWebhook(desk.as(desk.staff), { on: true, url }),
      () => rotateSecret(desk.as(desk.staff)),
      () => testEscalation(desk.as(desk.staff)),
      () => setAccount(desk.as(desk.staff), { memberId: null }),
    ]) {
      await expect(run()).rejects.toThrow(ForbiddenError);
    }
    const elsewhere = await openDesk(db);
    await expect(escalateCase(elsewhere.as(elsewhere.staff), { caseId, note })).rejects.toThrow(
      NotFoundError,
    );
    expect(
      (await listEscalations(elsewhere.as(elsewhere.staff), { status: "open" })).items,
    ).toEqual([]);
    const { threadId } = await elsewhere.ask();
    await expect(
      escalateThread(elsewhere.as(elsewhere.staff), { threadId, note }),
    ).rejects.toMatchObject({ code: "not_set_up" });
    for (const bad of ["ftp://brand.example", "nowhere", "https://a:b@brand.example"]) {
      await expect(setWebhook(desk.as(desk.admin), { on: true, url: bad })).rejects.toThrow(
        InvalidError,
      );
    }
  });
});

describe("on the way back", () => {
  it("waits for staff without an account, who publish it as their official answer", async () => {
    const one = await openEscalation();
    const { desk, escalationId, threadId, caseId } = one;
    expect(await receiveOutcome(desk.as(GUEST), outcomeOf(one, {}))).toEqual({ result: "waits" });
    expect(await officialOf(threadId)).toBe(null);
    const [item] = (await listEscalations(desk.as(desk.staff), { status: "answered" })).items;
    expect(item).toMatchObject({ id: escalationId, reference: "T-1001", holdsPersonal: false });
    const published = await Promise.allSettled([
      publishAnswer(desk.as(desk.staff), { escalationId }),
      publishAnswer(desk.as(desk.second), { escalationId }),
    ]);
    expect(published.filter(({ status }) => status === "fulfilled").length).toBeGreaterThan(0);
    const posts = await db
      .selectFrom("post")
      .select("id")
      .where("thread_id", "=", threadId)
      .where("author_id", "in", [desk.staff.id, desk.second.id])
      .execute();
    expect(posts).toHaveLength(1);
    expect(await officialOf(threadId)).toMatchObject({
      text: "Firmware 3.2 fixes it. It is out on Monday.",
    });
    expect(await escalationOf(escalationId)).toMatchObject({ status: "closed" });
    expect((await caseOf(caseId)).closed_at).not.toBe(null);
  });

  it("is published at once as the account that is set, and closes the case", async () => {
    const one = await openEscalation({ account: true });
    const { desk, threadId, caseId, escalationId } = one;
    const taken = await receiveOutcome(desk.as(GUEST), outcomeOf(one, {}));
    expect(taken).toEqual({ result: "published" });
    expect(await officialOf(threadId)).toMatchObject({ author_id: desk.second.id });
    expect((await caseOf(caseId)).closed_at).not.toBe(null);
    // Sent again with a new signature it changes nothing; with the same one it is refused.
    const again = outcomeOf(one, { at: Math.floor(Date.now() / 1_000) - 5 });
    expect(await receiveOutcome(desk.as(GUEST), again)).toEqual({ result: "published" });
    await expect(receiveOutcome(desk.as(GUEST), outcomeOf(one, { key: "second" }))).rejects.toThrow(
      ConflictError,
    );
    expect((await escalationOf(escalationId)).status).toBe("closed");
    const answersHere = await db
      .selectFrom("post")
      .select("id")
      .where("thread_id", "=", threadId)
      .where("author_id", "=", desk.second.id)
      .execute();
    expect(answersHere).toHaveLength(1);
  });

  it("is never published with personal data: staff mask it first", async () => {
    const one = await openEscalation({ account: true });
    const { desk, threadId, escalationId } = one;
    const answer = "We wrote to olu.other@mailbox.example, please answer there.";
    const taken = await receiveOutcome(desk.as(GUEST), outcomeOf(one, { answer }));
    expect(taken).toEqual({ result: "waits" });
    expect(await officialOf(threadId)).toBe(null);
    const [item] = (await listEscalations(desk.as(desk.staff), { status: "answered" })).items;
    expect(item!.pieces.filter(({ personal }) => personal).map(({ text }) => text)).toEqual([
      "olu.other@mailbox.example",
    ]);
    await expect(publishAnswer(desk.as(desk.staff), { escalationId })).rejects.toMatchObject({
      code: "personal_data",
    });
    await maskEscalationAnswer(desk.as(desk.staff), { escalationId });
    await publishAnswer(desk.as(desk.staff), { escalationId });
    expect((await officialOf(threadId))!.text).not.toContain("olu.other");

    const link = await openEscalation({ account: true });
    const hidden = "Write [to us](mailto:olu.other@mailbox.example).";
    expect(await receiveOutcome(link.desk.as(GUEST), outcomeOf(link, { answer: hidden }))).toEqual({
      result: "waits",
    });
  });

  it("is refused unless it is signed, fresh, new and for this one", async () => {
    const one = await openEscalation();
    const { desk, escalationId } = one;
    const ctx = desk.as(GUEST);
    const right = outcomeOf(one, {});
    const wrong = { ...one, secret: "another secret" };
    await expect(receiveOutcome(ctx, outcomeOf(wrong, {}))).rejects.toMatchObject({
      code: "bad_signature",
    });
    await expect(
      receiveOutcome(ctx, { ...right, body: right.body.replace("3.2", "9.9") }),
    ).rejects.toMatchObject({ code: "bad_signature" });
    for (const ago of [400, -400]) {
      const stale = outcomeOf(one, { at: Math.floor(Date.now() / 1_000) - ago });
      await expect(receiveOutcome(ctx, stale)).rejects.toMatchObject({ code: "stale_signature" });
    }
    await expect(receiveOutcome(ctx, outcomeOf(one, { id: 987_654 }))).rejects.toThrow(
      InvalidError,
    );
    expect((await escalationOf(escalationId)).status).toBe("open");
    expect(await receiveOutcome(ctx, right)).toEqual({ result: "waits" });
    await expect(receiveOutcome(ctx, right)).rejects.toMatchObject({ code: "replayed" });
    const other = outcomeOf(one, { answer: "Something else." });
    await expect(receiveOutcome(ctx, other)).rejects.toMatchObject({ code: "key_reused" });
    // The secret of one community opens nothing elsewhere; a new one ends the old one.
    const elsewhere = await openEscalation();
    await expect(
      receiveOutcome(elsewhere.desk.as(GUEST), outcomeOf({ ...elsewhere, secret: one.secret }, {})),
    ).rejects.toMatchObject({ code: "bad_signature" });
    const { secret } = await rotateSecret(desk.as(desk.admin));
    await expect(
      receiveOutcome(ctx, outcomeOf(one, { key: "third", answer: "More." })),
    ).rejects.toMatchObject({ code: "bad_signature" });
    const fresh = outcomeOf({ ...one, secret }, { key: "third", answer: "More." });
    expect(await receiveOutcome(ctx, fresh)).toEqual({ result: "waits" });
    expect((await escalationOf(escalationId)).answer).toBe("More.");
  });

  it("can be entered by staff, and ended without an answer", async () => {
    const { desk, escalationId, caseId } = await openEscalation();
    await expect(
      takeOutcome(desk.as(desk.superUser), {
        escalationId,
        outcome: { reference: "", status: "answered", answer: "Yes." },
      }),
    ).rejects.toThrow(ForbiddenError);
    const one = await openEscalation({ account: true });
    const closed = { answer: "", status: "closed" };
    expect(await receiveOutcome(one.desk.as(GUEST), outcomeOf(one, closed))).toEqual({
      result: "closed",
    });
    expect((await caseOf(one.caseId)).closed_at).not.toBe(null);
    await takeOutcome(desk.as(desk.staff), {
      escalationId,
      outcome: { reference: "T-7", status: "answered", answer: "Yes, it is out." },
    });
    expect(await escalationOf(escalationId)).toMatchObject({
      reference: "T-7",
      status: "answered",
    });
    await publishAnswer(desk.as(desk.staff), { escalationId });
    expect((await caseOf(caseId)).closed_at).not.toBe(null);
  });
});
