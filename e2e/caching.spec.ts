import { expect, test } from "@playwright/test";
import { IDS } from "./canary/ids.ts";
import { makeCanaries, type CanaryCommunity } from "./canary/make-canaries.ts";
import { send } from "./send.ts";
import { startSession } from "./sessions.ts";

test.describe.configure({ mode: "default" });

let community: CanaryCommunity;

test.beforeAll(async () => {
  ({ a: community } = await makeCanaries());
});

const UNKEYED: Record<string, string>[] = [
  { "x-forwarded-host": "evil.test" },
  { "x-forwarded-proto": "https" },
  { "x-forwarded-for": "203.0.113.9" },
  { "x-forwarded-port": "444" },
  { forwarded: "host=evil.test;proto=https" },
  { "x-original-url": "/sign-in" },
  { "x-rewrite-url": "/sign-in" },
  { "x-host": "evil.test" },
  { accept: "application/json" },
  { accept: "text/x-component" },
  { "accept-language": "ar" },
  { "x-requested-with": "XMLHttpRequest" },
  { "user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1)" },
  { "user-agent": "<script>alert(1)</script>" },
  { cookie: "theme=dark; locale=ar; lang=ar" },
  { "x-react-router-spa-mode": "yes" },
  { "x-remix-spa-mode": "yes" },
  { "x-remix-response": "yes" },
  { "sec-purpose": "prefetch" },
  { range: "bytes=0-10" },
  { "sec-ch-prefers-color-scheme": "dark" },
  { authorization: "Bearer none" },
  { "x-middleware-prefetch": "1" },
  { referer: "https://evil.test/" },
];

/** A page without what is new in each rendering: keys of its forms, and the address itself. */
const fixed = (body: string) =>
  body.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "KEY").replaceAll(/n=\d+/g, "n=N");

for (const path of ["/", `/t/${IDS.open}/same-thread`, "/tags"]) {
  test(`nothing but host and address changes a guest’s ${path}`, async () => {
    const baseline = await send(community.origin, `${path}?n=0`);
    expect(baseline.status).toBe(200);
    for (const [index, headers] of UNKEYED.entries()) {
      const address = `${path}?n=${index + 1}`;
      const odd = await send(community.origin, address, { headers });
      const clean = await send(community.origin, address);
      const what = JSON.stringify(headers);
      expect.soft(odd.status, what).toBe(200);
      expect.soft(fixed(odd.body), what).toBe(fixed(baseline.body));
      expect.soft(fixed(clean.body), what).toBe(fixed(baseline.body));
      expect.soft(clean.headers["content-type"]).toBe("text/html; charset=utf-8");
    }
  });
}

test("a guest’s page has a tag that answers 304", async () => {
  const first = await send(community.origin, "/tags");
  const { etag } = first.headers;
  expect(etag).toMatch(/^"[\w-]+"$/);
  expect(first.headers["cache-control"]).toBe("no-cache");
  expect(first.headers.vary).toContain("Cookie");
  const again = await send(community.origin, "/tags", { headers: { "if-none-match": etag! } });
  expect(again.status).toBe(304);
  expect(again.body).toBe("");
  expect(again.headers["content-security-policy"]).toBeTruthy();
  const other = await send(community.origin, "/tags", { headers: { "if-none-match": '"x"' } });
  expect(other.status).toBe(200);
});

test("encodings of one page do not mix", async () => {
  for (const encoding of ["br", "gzip", undefined, "br"]) {
    const headers = encoding ? { "accept-encoding": encoding } : undefined;
    const sent = await send(community.origin, "/tags", { headers });
    expect(sent.headers["content-encoding"]).toBe(encoding);
    expect(sent.headers.vary).toContain("Accept-Encoding");
  }
});

test("nobody keeps what is somebody’s", async () => {
  const session = await startSession("reader", community.origin);
  const thread = `/t/${IDS.open}/same-thread`;
  for (const path of ["/", thread, "/settings", "/settings/sessions", "/ask", "/_root.data"]) {
    const sent = await send(community.origin, path, { session });
    expect(sent.status, path).toBe(200);
    expect(sent.headers["cache-control"], path).toBe("private, no-store");
  }
  for (const path of ["/", thread]) {
    const guest = await send(community.origin, path);
    expect(guest.body, path).not.toContain("/settings");
    expect(guest.body, path).not.toContain("reader CanaryApublicZ");
  }
  const disguised = await send(community.origin, "/settings/x.css", { session });
  expect(disguised.status).toBe(404);
  expect(disguised.headers["cache-control"]).toBe("private, no-store");
});

test("an unknown session is a guest who is told nothing", async () => {
  const sent = await send(community.origin, "/settings", { session: "a".repeat(40) });
  expect(sent.status).toBe(302);
  expect(sent.headers["set-cookie"]).toBeUndefined();
  expect(sent.headers.location).toBe("/sign-in?to=%2Fsettings");
});

test("what is hidden is gone from guests’ pages at once", async () => {
  const thread = `/t/${IDS.open}/same-thread`;
  const session = await startSession("moderator", community.origin);
  const shown = (body: string) => body.includes("<p>word CanaryApublicZ</p>");
  const posts = () => send(community.origin, thread).then(({ body }) => body);
  expect(shown(await posts())).toBe(true);
  const count = (await posts()).split("<p>word CanaryApublicZ</p>").length;
  const form = { reason: "Because." };
  await send(community.origin, `/p/${IDS.replyToStub}/hide`, { session, form });
  expect((await posts()).split("<p>word CanaryApublicZ</p>").length).toBeLessThan(count);
  await send(community.origin, `/p/${IDS.replyToStub}/unhide`, { session, form: {} });
  expect((await posts()).split("<p>word CanaryApublicZ</p>").length).toBe(count);
});
