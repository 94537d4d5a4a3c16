import { beforeEach, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeMember, type TestMember } from "#db/testing/make.ts";
import type { Community } from "#app/lib/ctx.ts";
import { hashPassword } from "./password.server.ts";
import { startSession } from "./sessions/start-session.server.ts";
import { action as forgot } from "#app/routes/forgot.tsx";
import { loader as outbox } from "#app/routes/outbox._index.tsx";
import { loader as settings } from "#app/routes/settings._index.tsx";
import { action as account } from "#app/routes/settings.account.tsx";
import { action as sessions, loader as sessionList } from "#app/routes/settings.sessions.tsx";
import { action as signIn, loader as signInPage } from "#app/routes/sign-in.tsx";
import { action as signOut, loader as signOutPage } from "#app/routes/sign-out.tsx";
import { action as signUp } from "#app/routes/sign-up.tsx";
import { action as verify, loader as verifyPage } from "#app/routes/verify.tsx";

const { db } = await cloneDatabase();
const PASSWORD = "correct horse battery";
const stored = await hashPassword(PASSWORD);

let community: Community;
let ann: TestMember;
let serial = 0;

beforeEach(async () => {
  community = await makeCommunity(db);
  ann = await makeMember(db, community, { handle: "ann", email: "ann@example.com" });
  await db
    .updateTable("member")
    .set({ password_hash: stored })
    .where("community_id", "=", community.id)
    .execute();
});

type Sent = {
  path?: string;
  fields?: Record<string, string>;
  cookie?: string;
  ip?: string;
  headers?: Record<string, string>;
};

function args({ path = "/", fields, cookie, ip = "127.0.0.1", headers = {} }: Sent) {
  serial += 1;
  const request = new Request(community.baseUrl + path, {
    method: fields ? "POST" : "GET",
    headers: { ...headers, ...(cookie ? { cookie } : {}) },
    body: fields ? new URLSearchParams(fields) : undefined,
  });
  const info = { requestId: `r${serial}`, ip, signal: new AbortController().signal };
  return { request, context: { info }, params: {} };
}

type Route = (given: ReturnType<typeof args>) => Promise<unknown>;
type Answer = {
  status: number;
  body: unknown;
  location: string | null;
  cookies: string | null;
  wait: string | null;
};

/** What a route answers, whether it returns, throws, redirects or sends data with a status. */
async function ask(route: Route, sent: Sent): Promise<Answer> {
  const answer = await route(args(sent)).catch((thrown: unknown) => thrown);
  if (answer instanceof Error) throw answer;
  if (answer instanceof Response) {
    const location = answer.headers.get("location");
    const cookies = answer.headers.get("set-cookie");
    return { status: answer.status, body: await answer.text(), location, cookies, wait: null };
  }
  const { init, data } = answer as { init?: ResponseInit; data?: unknown };
  const headers = new Headers(init?.headers);
  return {
    status: init?.status ?? 200,
    body: data ?? answer,
    location: null,
    cookies: null,
    wait: headers.get("retry-after"),
  };
}

const cookieOf = ({ cookies }: Answer) => cookies?.split(";")[0] ?? "";

async function sessionOf(memberId: number): Promise<string> {
  const member = { communityId: community.id, memberId };
  return (await startSession(db, member, { userAgent: "x", network: "y" })).split(";")[0] ?? "";
}

describe("no page tells who has an account", () => {
  const person = (email: string) => {
    serial += 1;
    return { name: "Kim", handle: `kim${serial}`, email, password: PASSWORD };
  };

  it("sign-up", async () => {
    const known = await ask(signUp, { fields: person("Ann@example.com") });
    const unknown = await ask(signUp, { fields: person("new@example.com") });
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 302, location: "/verify", cookies: null });
  });

  it("forgot", async () => {
    const known = await ask(forgot, { fields: { email: "ann@example.com" } });
    const unknown = await ask(forgot, { fields: { email: "new@example.com" } });
    expect(known).toEqual(unknown);
    expect(known).toMatchObject({ status: 302, location: "/forgot?sent" });
  });

  it("sign-in, up to the same limit", async () => {
    const run = async (login: string) => {
      const answers: Answer[] = [];
      for (let round = 0; round < 12; round += 1) {
        const fields = { login, password: "wrong password", to: "" };
        const answer = await ask(signIn, { fields });
        answers.push({
          ...answer,
          body: JSON.stringify(answer.body).replaceAll(login, "LOGIN"),
          wait: answer.wait === null ? null : "some",
        });
      }
      return answers;
    };
    const known = await run("ann@example.com");
    const unknown = await run("new@example.com");
    expect(known).toEqual(unknown);
    expect(known.map(({ status }) => status)).toEqual([...Array<number>(10).fill(422), 429, 429]);
    const right = await ask(signIn, {
      fields: { login: "ann@example.com", password: PASSWORD, to: "" },
    });
    expect(right.status).toBe(429);
  });
});

describe("limits", () => {
  it("mails one mailbox three times an hour, however its address is written", async () => {
    const statuses: number[] = [];
    for (const email of [
      "ann@example.com",
      "ANN@example.com",
      "ann+1@example.com",
      "ann+2@example.com",
    ]) {
      statuses.push((await ask(forgot, { fields: { email } })).status);
    }
    const again = { name: "Ann", handle: "ann2", email: "ann@example.com", password: PASSWORD };
    statuses.push((await ask(signUp, { fields: again })).status);
    expect(statuses).toEqual([302, 302, 302, 429, 429]);
  });

  it("does not count a sign-up that was refused", async () => {
    const fields = { name: "Kim", handle: "ann", email: "kim@example.com", password: PASSWORD };
    for (let round = 0; round < 5; round += 1) {
      expect((await ask(signUp, { fields })).status).toBe(422);
    }
    expect((await ask(signUp, { fields: { ...fields, handle: "kim" } })).status).toBe(302);
  });

  it("counts a /64 as one network", async () => {
    let last = 0;
    for (let round = 0; round < 51; round += 1) {
      const fields = { login: `who${round}`, password: "wrong password", to: "" };
      last = (await ask(signIn, { fields, ip: `2001:db8:0:7::${round + 1}` })).status;
    }
    expect(last).toBe(429);
    const fields = { login: "who", password: "wrong password", to: "" };
    expect((await ask(signIn, { fields, ip: "2001:db8:0:8::1" })).status).toBe(422);
  });
});

describe("sign-in and out", () => {
  const right = { login: "ann", password: PASSWORD };

  it("goes back where one came from, never elsewhere", async () => {
    const there = await ask(signIn, { fields: { ...right, to: "/ask?tag=wifi" } });
    expect(there).toMatchObject({ status: 302, location: "/ask?tag=wifi" });
    for (const to of ["//evil.example", "/\\evil.example", "https:evil.example", "javascript:x"]) {
      expect((await ask(signIn, { fields: { ...right, to } })).location).toBe("/");
      const page = await ask(signInPage, { path: `/sign-in?to=${encodeURIComponent(to)}` });
      expect(page.body).toMatchObject({ to: "/" });
    }
  });

  it("sets a cookie no script can read, and takes no chosen one", async () => {
    const chosen = `porchlight=${"b".repeat(40)}`;
    const answer = await ask(signIn, { fields: { ...right, to: "" }, cookie: chosen });
    expect(answer.cookies).toMatch(
      /^porchlight=[a-z0-9]{40}; HttpOnly; Path=\/; SameSite=Lax; Max-Age=\d+$/,
    );
    expect(cookieOf(answer)).not.toBe(chosen);
    expect((await ask(settings, { cookie: chosen })).location).toContain("/sign-in");
  });

  it("keeps what was typed, but never a password", async () => {
    const answer = await ask(signIn, {
      fields: { login: "ann", password: "wrong password", to: "/ask" },
    });
    expect(answer.body).toMatchObject({ values: { login: "ann", to: "/ask" } });
    expect(JSON.stringify(answer.body)).not.toContain("wrong password");
  });

  it("signs out by POST only", async () => {
    const cookie = await sessionOf(ann.id);
    expect(await ask(signOutPage, { cookie })).toMatchObject({ location: "/", cookies: null });
    expect((await ask(settings, { cookie })).status).toBe(200);
    expect(cookieOf(await ask(signOut, { cookie, fields: {} }))).toBe("porchlight=");
    expect((await ask(settings, { cookie })).location).toBe("/sign-in?to=%2F");
  });
});

describe("settings", () => {
  it("are for members", async () => {
    for (const fields of [{ intent: "verify" }, { intent: "email" }, { intent: "password" }]) {
      const answer = await ask(account, { fields, path: "/settings/account" });
      expect(answer.status).toBe(302);
      expect(answer.location).toMatch(/^\/sign-in\?to=/);
    }
  });

  it("list and end sessions", async () => {
    const [one, two] = [await sessionOf(ann.id), await sessionOf(ann.id)];
    const list = (await ask(sessionList, { cookie: one })).body as {
      sessions: { id: string; current: boolean }[];
    };
    expect(list.sessions.map(({ current }) => current)).toEqual([true, false]);
    const session = list.sessions[1]?.id ?? "";
    await ask(sessions, { cookie: one, fields: { intent: "end", session } });
    expect((await ask(settings, { cookie: two })).status).toBe(302);
    const all = await ask(sessions, { cookie: one, fields: { intent: "all" } });
    expect(all).toMatchObject({ location: "/sign-in?note=out" });
    expect((await ask(settings, { cookie: one })).status).toBe(302);
  });

  it("count wrong passwords by member", async () => {
    const cookie = await sessionOf(ann.id);
    const fields = {
      intent: "password",
      currentPassword: "wrong password",
      password: "a new long one",
    };
    const statuses: number[] = [];
    for (let round = 0; round < 11; round += 1) {
      statuses.push((await ask(account, { cookie, fields })).status);
    }
    expect(statuses).toEqual([...Array<number>(10).fill(422), 429]);
  });

  it("send mail to three addresses an hour at most", async () => {
    const cookie = await sessionOf(ann.id);
    const statuses: number[] = [];
    for (let round = 0; round < 5; round += 1) {
      const fields = {
        intent: "email",
        email: `to${round}@example.com`,
        currentPassword: PASSWORD,
      };
      statuses.push((await ask(account, { cookie, fields })).status);
    }
    expect(statuses).toEqual([302, 302, 302, 429, 429]);
  });

  it("change the password and hand out a new session", async () => {
    const cookie = await sessionOf(ann.id);
    const fields = { intent: "password", currentPassword: PASSWORD, password: "a new long one" };
    const answer = await ask(account, { cookie, fields });
    expect(answer).toMatchObject({ status: 302, location: "/settings/account?note=password" });
    expect((await ask(settings, { cookie })).status).toBe(302);
    expect((await ask(settings, { cookie: cookieOf(answer) })).status).toBe(200);
  });
});

describe("links", () => {
  it("answer one message for whatever doesn't work", async () => {
    const answers: Answer[] = [];
    for (const token of ["", "x", "a".repeat(43), "../../etc", "\u0000"]) {
      answers.push(await ask(verify, { fields: { token } }));
    }
    const messages = answers.map(({ status, body }) => [status, (body as { error: string }).error]);
    expect(new Set(messages.map((message) => JSON.stringify(message))).size).toBe(1);
    expect(messages[0]?.[0]).toBe(410);
    expect(JSON.stringify(answers)).not.toContain("etc");
    const page = await ask(verifyPage, { path: "/verify?token=x" });
    expect(page.body).toMatchObject({ works: false });
  });
});

describe("the outbox", () => {
  it("opens to this machine only, and not through a proxy", async () => {
    expect((await ask(outbox, {})).status).toBe(200);
    expect((await ask(outbox, { ip: "::ffff:127.0.0.1" })).status).toBe(200);
    expect((await ask(outbox, { ip: "203.0.113.9" })).status).toBe(404);
    const headers = { "x-forwarded-for": "127.0.0.1" };
    expect((await ask(outbox, { headers })).status).toBe(404);
  });

  it("shows the community's own mails only", async () => {
    const other = await makeCommunity(db);
    const mail = { dedupe_key: "k", to_address: "a@example.com", subject: "S", html: "", text: "" };
    await db
      .insertInto("mail")
      .values({ ...mail, community_id: other.id })
      .execute();
    expect((await ask(outbox, {})).body).toMatchObject({ mails: [] });
  });
});
