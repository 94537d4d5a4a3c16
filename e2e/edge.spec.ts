import { expect, test } from "@playwright/test";
import { IDS } from "./canary/ids.ts";
import { makeCanaries, type CanaryCommunity } from "./canary/make-canaries.ts";
import { builtRoutes, dataAddress, routeTable } from "./canary/route-table.ts";
import { digestOf } from "./database.ts";
import { larkfield, originOf } from "./origins.ts";
import { send, type Sent } from "./send.ts";
import { startSession } from "./sessions.ts";

test.describe.configure({ mode: "default" });

let community: CanaryCommunity;

test.beforeAll(async () => {
  ({ a: community } = await makeCanaries());
});

const STACK = /\bat \S+ \(|node_modules|\.server\.ts|\/build\/server|\.tsx?:\d/;

const SAFE_HEADERS: Record<string, RegExp> = {
  "x-content-type-options": /^nosniff$/,
  "referrer-policy": /^strict-origin-when-cross-origin$/,
  "cross-origin-opener-policy": /^same-origin-allow-popups$/,
  "cross-origin-resource-policy": /^same-origin$/,
  "permissions-policy": /camera=\(\)/,
};

const SAFE_POLICY: Record<string, string> = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "object-src": "'none'",
  "base-uri": "'none'",
  "form-action": "'self'",
  "frame-ancestors": "'none'",
};

/** What a response lacks, of headers and of the policy. */
function lacksOf({ headers }: Sent): string[] {
  const policy = new Map(
    String(headers["content-security-policy"] ?? "")
      .split("; ")
      .map((directive) => {
        const [name, ...sources] = directive.split(" ");
        return [name, sources.join(" ")];
      }),
  );
  return [
    ...Object.keys(SAFE_HEADERS).filter((name) => !SAFE_HEADERS[name]!.test(String(headers[name]))),
    ...Object.keys(SAFE_POLICY).filter((name) => policy.get(name) !== SAFE_POLICY[name]),
  ];
}

test("every class of response carries the security headers", async () => {
  const session = await startSession("admin", community.origin);
  const home = await send(community.origin, "/");
  const theme = /\/theme\/[^"]*\.css/.exec(home.body)?.[0] ?? "/theme/x.css";
  const script = /\/boot\.js[^"]*/.exec(home.body)?.[0] ?? "/boot.js";
  const asset = /\/assets\/[^"]*\.css/.exec(home.body)?.[0] ?? "";
  expect(asset).not.toBe("");
  const responses: [string, number, Promise<Sent>][] = [
    ["page", 200, Promise.resolve(home)],
    ["page of a member", 200, send(community.origin, "/", { session })],
    ["data", 200, send(community.origin, "/_root.data")],
    ["redirect", 302, send(community.origin, "/settings")],
    ["redirect to a thread", 301, send(community.origin, `/t/${IDS.open}`)],
    ["missing", 404, send(community.origin, "/none")],
    ["missing data", 404, send(community.origin, "/t/999.data")],
    ["refused form", 422, send(community.origin, "/sign-in", { form: { login: "" } })],
    ["cross-site", 403, send(community.origin, "/ask", { method: "POST" })],
    ["theme", 200, send(community.origin, theme)],
    ["health", 200, send(community.origin, "/health/live")],
    ["unknown host", 421, send(originOf("unknown.localhost"), "/")],
    ["script", 200, send(community.origin, script)],
    ["asset", 200, send(community.origin, asset)],
    ["missing asset", 404, send(community.origin, "/assets/none.js")],
    ["too large", 413, send(community.origin, "/ask", { form: { body: "x".repeat(600_000) } })],
    ["long address", 414, send(community.origin, `/?${"x".repeat(5_000)}`)],
    ["other method", 405, send(community.origin, "/tags", { form: {} })],
  ];
  for (const [what, status, response] of responses) {
    const sent = await response;
    expect.soft(sent.status, what).toBe(status);
    expect.soft(lacksOf(sent), what).toEqual([]);
  }
});

test("errors are pages for people, with a request id and without a stack", async () => {
  const post = { headers: { origin: community.origin, "sec-fetch-site": "same-origin" } };
  const cases: [string, number, Promise<Sent>][] = [
    ["missing", 404, send(community.origin, "/none")],
    ["bad id", 404, send(community.origin, "/t/0x10/a")],
    ["huge id", 404, send(community.origin, "/t/99999999999999999999/a")],
    ["bad escape", 404, send(community.origin, "/m/%E0%A4%A")],
    ["zero byte", 404, send(community.origin, "/tag/%00")],
    ["zero byte in a search", 404, send(community.origin, "/search?q=%00%00a")],
    ["bad cursor", 200, send(community.origin, "/?after=%7B%22a%22")],
    ["other method", 405, send(community.origin, "/tags", { form: { a: "b" } })],
    ["PUT", 405, send(community.origin, "/tags", { method: "PUT", ...post })],
    ["DELETE", 405, send(community.origin, `/t/${IDS.open}`, { method: "DELETE", ...post })],
    ["too large", 413, send(community.origin, "/ask", { form: { body: "x".repeat(600_000) } })],
    ["long address", 414, send(community.origin, `/?${"x".repeat(5_000)}`)],
    ["unknown host", 421, send(originOf("unknown.localhost"), "/none")],
  ];
  for (const [what, status, response] of cases) {
    const sent = await response;
    expect.soft(sent.status, what).toBe(status);
    expect.soft(sent.headers["content-type"], what).toBe("text/html; charset=utf-8");
    expect.soft(sent.headers["x-request-id"], what).toMatch(/^[0-9a-f-]{8,36}$/);
    expect.soft(sent.body, what).toMatch(/<h1[ >]/);
    expect.soft(sent.body, what).not.toMatch(STACK);
    if (status !== 200) {
      expect.soft(sent.headers["cache-control"], what).toBe("private, no-store");
    }
  }
});

test("hostile forms break nothing", async () => {
  const session = await startSession("reader", community.origin);
  const same = { origin: community.origin, "sec-fetch-site": "same-origin" };
  const sends = [
    send(community.origin, "/ask", {
      session,
      body: "{}",
      headers: { ...same, "content-type": "application/json" },
    }),
    send(community.origin, "/ask", {
      session,
      body: "a=b",
      headers: { ...same, "content-type": "text/plain" },
    }),
    send(community.origin, "/ask", {
      session,
      body: "--x",
      headers: { ...same, "content-type": "multipart/form-data; boundary=x" },
    }),
    send(community.origin, "/ask", { session, body: "", headers: same }),
    send(community.origin, "/sign-in", { form: { login: "a\u0000b", password: "c" } }),
    send(community.origin, `/t/${IDS.open}/same-thread`, {
      session,
      form: { intent: "reply", parentId: "NaN", body: "x" },
    }),
  ];
  for (const [index, sent] of (await Promise.all(sends)).entries()) {
    expect.soft(sent.status, `form ${index}: ${sent.body.slice(0, 200)}`).toBeLessThan(500);
    expect.soft(sent.status, `form ${index}`).toBeGreaterThanOrEqual(400);
    expect.soft(sent.body).not.toMatch(STACK);
  }
});

const FOREIGN: [string, Record<string, string>][] = [
  ["cross-site", { origin: "https://evil.test", "sec-fetch-site": "cross-site" }],
  ["same site, other origin", { origin: "http://blog.localhost", "sec-fetch-site": "same-site" }],
  ["typed address", { "sec-fetch-site": "none" }],
  ["foreign origin alone", { origin: "https://evil.test" }],
  ["prefix of the origin", { origin: "http://canary" }],
  ["origin null", { origin: "null" }],
  ["no origin at all", {}],
  ["own origin claimed across sites", { "sec-fetch-site": "cross-site" }],
];

test("no route takes a form from elsewhere", async () => {
  test.setTimeout(120_000);
  const session = await startSession("admin", community.origin);
  const before = await digestOf([community.id]);
  const acting = builtRoutes().filter(({ hasAction }) => hasAction);
  expect(acting.length).toBeGreaterThan(10);
  for (const address of acting.flatMap(({ id }) => (routeTable[id] ?? []).slice(0, 25))) {
    for (const [what, headers] of FOREIGN) {
      for (const target of [address, dataAddress(address)]) {
        const sent = await send(community.origin, target, {
          session,
          body: "on=yes&reason=r&intent=all&body=b",
          headers: { "content-type": "application/x-www-form-urlencoded", ...headers },
        });
        expect(sent.status, `${what}: POST ${target}`).toBe(403);
      }
    }
  }
  for (const method of ["PUT", "PATCH", "DELETE"]) {
    const headers = { origin: "https://evil.test", "x-http-method-override": "POST" };
    const sent = await send(community.origin, "/ask", { method, session, headers });
    expect(sent.status, method).toBe(403);
  }
  expect(await digestOf([community.id])).toEqual(before);
});

test("a method cannot be overridden on a GET", async () => {
  const session = await startSession("admin", community.origin);
  const before = await digestOf([community.id]);
  const headers = { "x-http-method-override": "POST", "x-method-override": "DELETE" };
  await send(community.origin, `/t/${IDS.open}/do/lock?_method=POST`, { session, headers });
  await send(community.origin, `/p/${IDS.answer}/delete?_method=DELETE`, { session, headers });
  expect(await digestOf([community.id])).toEqual(before);
});

test("a page without a referrer still sends its own forms", async () => {
  const headers = { origin: "null", "sec-fetch-site": "same-origin" };
  const sent = await send(community.origin, "/verify", { form: { token: "none" }, headers });
  expect(sent.status).not.toBe(403);
  expect(sent.status).toBeLessThan(500);
});

test("a client cannot name another host", async () => {
  const headers = { "x-forwarded-host": "evil.test", "x-forwarded-proto": "https" };
  const sent = await send(community.origin, "/forgot", {
    form: { email: "nobody@example.com" },
    headers,
  });
  expect(sent.status).toBe(302);
  expect(sent.headers.location).toBe("/forgot?sent");
});

test("the session cookie is for this host and for the server alone", async () => {
  const form = { login: "priya", password: "porchlight-demo" };
  const chosen = "a".repeat(40);
  const sent = await send(larkfield(), "/sign-in", { form, session: chosen });
  expect(sent.status).toBe(302);
  const [cookie = ""] = sent.headers["set-cookie"] ?? [];
  expect(cookie).toMatch(/^porchlight=[a-z0-9]{32,};/);
  expect(cookie).not.toContain(chosen);
  expect(cookie).toMatch(/; HttpOnly; Path=\/; SameSite=Lax/);
  expect(cookie).not.toMatch(/domain=/i);
});

test("health answers as JSON on any host", async () => {
  for (const origin of [larkfield(), originOf("unknown.localhost")]) {
    for (const path of ["/health/live", "/health/ready"]) {
      const sent = await send(origin, path);
      expect(sent.status).toBe(200);
      expect(sent.headers["content-type"]).toContain("application/json");
      expect(JSON.parse(sent.body)).toMatchObject({ status: "ok" });
    }
  }
  expect((await send(larkfield(), "/health/other")).status).toBe(404);
});
