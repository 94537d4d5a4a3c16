import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { sql } from "kysely";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { SMTPServer } from "smtp-server";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { outboxOpen } from "./outbox-open.server.ts";
import { sendMail } from "./send-mail.server.ts";
import { sender, smtp } from "./smtp.server.ts";
import { writeMail } from "./write-mail.server.ts";

type Received = { from: string; to: string[]; raw: string };
const received: Received[] = [];
let refuse: { code: number; at: "rcpt" | "data" } | null = null;

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["AUTH", "STARTTLS"],
  onRcptTo(_address, _session, callback) {
    if (refuse?.at === "rcpt") {
      callback(Object.assign(new Error("no such mailbox"), { responseCode: refuse.code }));
    } else callback();
  },
  onData(stream, session, callback) {
    const chunks: Buffer[] = [];
    stream.on("data", (chunk: Buffer) => chunks.push(chunk));
    stream.on("end", () => {
      if (refuse?.at === "data") {
        callback(Object.assign(new Error("try later"), { responseCode: refuse.code }));
        return;
      }
      const { mailFrom, rcptTo } = session.envelope;
      received.push({
        from: mailFrom ? mailFrom.address : "",
        to: rcptTo.map(({ address }) => address),
        raw: Buffer.concat(chunks).toString("utf8"),
      });
      callback();
    });
  },
});
server.listen(0, "127.0.0.1");
await once(server.server, "listening");
const { port } = server.server.address() as AddressInfo;

const { db } = await cloneDatabase();
process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;

let ctx: Ctx;
let ann: TestMember;

beforeEach(async () => {
  received.length = 0;
  refuse = null;
  ctx = makeCtx(
    db,
    await makeCommunity(db, { name: 'Brand\r\nBcc: a@evil.example, "x" <b@evil.example>' }),
  );
  ann = await makeMember(db, ctx.community);
});

afterAll(async () => {
  smtp()?.close();
  await new Promise<void>((resolve) => server.close(resolve));
});

async function write(
  overrides: { dedupeKey?: string; subject?: string; to?: string; unsubscribeUrl?: string } = {},
) {
  await inTransaction(db, (tx) =>
    writeMail(tx, ctx, {
      dedupeKey: overrides.dedupeKey ?? "key",
      memberId: ann.id,
      to: overrides.to ?? "ann@example.com",
      subject: overrides.subject ?? "Hello",
      content: {
        heading: "Hello",
        paragraphs: ["Text"],
        action: { label: "Go", href: "https://x.example/?token=secret" },
      },
      ...(overrides.unsubscribeUrl ? { unsubscribeUrl: overrides.unsubscribeUrl } : {}),
    }),
  );
  const row = await load();
  return { communityId: ctx.community.id, mailId: row.id };
}

const load = () =>
  db
    .selectFrom("mail")
    .selectAll()
    .where("community_id", "=", ctx.community.id)
    .executeTakeFirstOrThrow();

/** The unfolded header lines of a message. */
function headersOf(raw: string): string[] {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n"));
  return head.replace(/\r\n[ \t]+/g, " ").split("\r\n");
}

describe("sendMail", () => {
  it("lets mail programs end a mail that one may end, and forgets how", async () => {
    const url = "https://x.example/unsubscribe/secret";
    await sendMail(db, await write({ unsubscribeUrl: url }));
    const headers = headersOf(received[0]!.raw);
    expect(headers).toContain(`List-Unsubscribe: <${url}>`);
    expect(headers).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect((await load()).unsubscribe_url).toBeNull();
  });

  it("says nothing of that in mails that belong to an account", async () => {
    await sendMail(db, await write());
    expect(received[0]!.raw).not.toMatch(/list-unsubscribe/i);
  });

  it("sends once, with both parts, then forgets the body", async () => {
    const ref = await write();
    await sendMail(db, ref);
    await sendMail(db, ref);
    expect(received).toHaveLength(1);
    const [{ raw, to, from }] = received as [Received];
    expect(to).toEqual(["ann@example.com"]);
    expect(from).toBe(`no-reply@${ctx.community.slug}.localhost`);
    expect(raw).toContain("text/plain");
    expect(raw).toContain("text/html");
    expect(headersOf(raw)).toContain(
      `Message-ID: <${ref.communityId}.${ref.mailId}.mail@${ctx.community.slug}.localhost>`,
    );
    expect(headersOf(raw)).toContain("Auto-Submitted: auto-generated");
    const row = await load();
    expect(row.sent_at).not.toBeNull();
    expect(row.text + row.html).toBe("");
  });

  it("has exactly the headers it means to, whatever the names hold", async () => {
    await sendMail(
      db,
      await write({
        subject:
          'Hi\r\nBcc: c@evil.example\r\n\r\n<b>body</b>, "x" <d@evil.example>\u0000\u2028Cc: e@evil.example',
      }),
    );
    const [{ raw, to }] = received as [Received];
    expect(to).toEqual(["ann@example.com"]);
    const names = headersOf(raw).map((line) => line.split(":")[0]?.toLowerCase());
    expect(names.toSorted((a = "", b = "") => a.localeCompare(b))).toEqual([
      "auto-submitted",
      "content-type",
      "date",
      "from",
      "message-id",
      "mime-version",
      "subject",
      "to",
      "x-auto-response-suppress",
    ]);
    expect(headersOf(raw).find((line) => line.startsWith("To:"))).toBe("To: ann@example.com");
    expect(headersOf(raw).find((line) => line.startsWith("From:"))).toMatch(
      /<no-reply@[a-z0-9-]+\.localhost>$/,
    );
  });

  it("has one recipient, whatever the address says", async () => {
    const ref = await write({
      to: "ann@example.com, eve@evil.example\r\nRCPT TO:<x@evil.example>",
    });
    await sendMail(db, ref).catch(() => {});
    for (const { to } of received) expect(to.length).toBeLessThanOrEqual(1);
    expect(received.flatMap(({ to }) => to)).not.toContain("eve@evil.example");
  });

  it("tries again when the server is away, gives up on a refused recipient", async () => {
    const ref = await write();
    refuse = { code: 451, at: "rcpt" };
    await expect(sendMail(db, ref)).rejects.toThrow();
    expect((await load()).sent_at).toBeNull();
    refuse = { code: 421, at: "data" };
    await expect(sendMail(db, ref)).rejects.toThrow();
    expect((await load()).sent_at).toBeNull();
    refuse = { code: 550, at: "rcpt" };
    await sendMail(db, ref);
    expect((await load()).sent_at).not.toBeNull();
    expect(received).toEqual([]);
  });

  it("does not send what its reader may not read any more", async () => {
    await sendMail(db, await write({ dedupeKey: "new_answer:1:2" }));
    expect(received).toEqual([]);
    expect((await load()).text).toBe("");
  });

  it("is quiet about a mail of another community", async () => {
    const ref = await write();
    const other = await makeCommunity(db);
    await sendMail(db, { ...ref, communityId: other.id });
    expect(received).toEqual([]);
  });
});

describe("writeMail", () => {
  it("writes a key once, with one job", async () => {
    const before = await jobs();
    await write();
    await write();
    expect((await jobs()) - before).toBe(1);
  });
  it("keeps subjects one line and short", async () => {
    await write({ subject: `${"x".repeat(500)}\n\nBcc: y` });
    expect((await load()).subject).toBe("x".repeat(200));
  });
});

async function jobs(): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from graphile_worker.jobs where task_identifier = 'send_mail'
  `.execute(db);
  return rows[0]?.count ?? 0;
}

describe("sender", () => {
  it("is the community at its host", () => {
    expect(sender({ name: "Larkfield", baseUrl: "https://help.brand.example:8443" })).toEqual({
      name: "Larkfield",
      address: "no-reply@help.brand.example",
    });
  });
});

describe("outboxOpen", () => {
  it("is shut once mail goes out", () => {
    expect(outboxOpen({ local: true, headers: new Headers() })).toBe(false);
  });
});
