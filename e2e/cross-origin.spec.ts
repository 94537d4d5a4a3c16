import { once } from "node:events";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "@playwright/test";
import { query } from "./database.ts";
import { larkfield, sahl } from "./origins.ts";
import { send, type Sent } from "./send.ts";
import { startSession } from "./sessions.ts";

const ALLOWED = "https://www.brand.example";
const WITH_PORT = "https://www.brand.example:8443";
const OF_SECOND = "https://second.example";
const PATH = "/api/v1/search?q=wifi";
const LOCAL = "http://site.localhost:4567";

async function allow(host: string, origin: string): Promise<void> {
  await query(
    `insert into community_origin (community_id, origin)
     select community_id, $2 from community_host where host = $1 on conflict do nothing`,
    [host, origin],
  );
}

test.beforeAll(async () => {
  await allow("localhost", ALLOWED);
  await allow("localhost", LOCAL);
  await allow("second.localhost", OF_SECOND);
});

const from = (origin: string, path = PATH, more: Record<string, string> = {}) =>
  send(larkfield(), path, { headers: { origin, "sec-fetch-site": "cross-site", ...more } });
const granted = ({ headers }: Sent) => headers["access-control-allow-origin"];
const varies = ({ headers }: Sent) => (headers.vary ?? "").toLowerCase().split(/\s*,\s*/);

test("an allowed site reads the API", async () => {
  for (const path of [PATH, "/api/v1/similar?title=wifi+drops"]) {
    const sent = await from(ALLOWED, path);
    expect(sent.status).toBe(200);
    expect(granted(sent)).toBe(ALLOWED);
    expect(sent.headers["access-control-expose-headers"]).toBe("Retry-After");
    expect(sent.headers["access-control-allow-credentials"]).toBeUndefined();
    expect(varies(sent)).toContain("origin");
    expect(JSON.parse(sent.body)).toHaveProperty("hits");
  }
});

test("what is wrong can be read as well", async () => {
  const sent = await from(ALLOWED, "/api/v1/similar?title=wifi&limit=999");
  expect(sent.status).toBe(422);
  expect(granted(sent)).toBe(ALLOWED);
});

for (const origin of [
  "https://evil.example",
  "null",
  "https://www.brand.example.evil.example",
  "https://evilwww.brand.example",
  "https://brand.example",
  "https://sub.www.brand.example",
  "https://www.brand.exampl",
  "https://www.brand.example.",
  "https://WWW.brand.example",
  "HTTPS://www.brand.example",
  "http://www.brand.example",
  WITH_PORT,
  "https://www.brand.example:443",
  "https://www.brand.example/",
  "https://www.brand.example, https://evil.example",
  "https://www.brand.example https://evil.example",
  "http://site.localhost:4568",
  OF_SECOND,
  "*",
  "' or true --",
]) {
  test(`${origin} is told nothing`, async () => {
    const got = await from(origin);
    const asked = await send(larkfield(), PATH, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "GET" },
    });
    for (const sent of [got, asked]) {
      const names = Object.keys(sent.headers).filter((name) => name.startsWith("access-control-"));
      expect(names).toEqual([]);
      expect(varies(sent)).toContain("origin");
    }
    expect(got.status).toBe(200);
    expect(asked.status).toBe(204);
  });
}

test("each community has its own list", async () => {
  const sent = await send(sahl(), PATH, { headers: { origin: OF_SECOND } });
  expect(granted(sent)).toBe(OF_SECOND);
  expect(granted(await send(sahl(), PATH, { headers: { origin: ALLOWED } }))).toBeUndefined();
});

test("a preflight is answered for reading, and for the API alone", async () => {
  const ask = (path: string) =>
    send(larkfield(), path, {
      method: "OPTIONS",
      headers: { origin: ALLOWED, "access-control-request-method": "GET" },
    });
  const sent = await ask(PATH);
  expect(sent.status).toBe(204);
  expect(granted(sent)).toBe(ALLOWED);
  expect(sent.headers["access-control-allow-methods"]).toBe("GET, HEAD");
  expect(sent.headers["access-control-allow-headers"]).toBeUndefined();
  expect(varies(sent)).toEqual(expect.arrayContaining(["origin", "access-control-request-method"]));
  for (const path of [
    "/",
    "/search?q=wifi",
    "/suggest/tags?q=h",
    "/api/v1",
    "/API/v1/search?q=x",
  ]) {
    expect(granted(await ask(path)), path).toBeUndefined();
    expect(granted(await from(ALLOWED, path)), path).toBeUndefined();
  }
});

test("another site gets what a guest gets, whatever cookie comes along", async () => {
  const cookie = `porchlight=${await startSession("dan")}`;
  const path = "/api/v1/search?q=is:question";
  const total = ({ body }: Sent) => (JSON.parse(body) as { total: number }).total;
  const guest = total(await send(larkfield(), path));
  const own = await send(larkfield(), path, { headers: { "sec-fetch-site": "none", cookie } });
  expect(total(own)).toBeGreaterThan(guest);
  expect(total(await from(ALLOWED, path, { cookie }))).toBe(guest);
  expect(total(await send(larkfield(), path, { headers: { origin: ALLOWED, cookie } }))).toBe(
    guest,
  );
  for (const site of ["cross-site", "same-site", "odd"]) {
    const sent = await send(larkfield(), path, { headers: { "sec-fetch-site": site, cookie } });
    expect(total(sent), site).toBe(guest);
    expect(sent.headers["set-cookie"]).toBeUndefined();
  }
});

test("writing across sites stays refused", async () => {
  const sent = await send(larkfield(), PATH, {
    method: "POST",
    body: "q=x",
    headers: { origin: ALLOWED, "sec-fetch-site": "cross-site" },
  });
  expect(sent.status).toBe(403);
  expect(granted(sent)).toBeUndefined();
});

/** Serves an empty page to a site of its own; gives its port. */
async function serveSite(): Promise<{ port: number; stop: () => void }> {
  const server = createServer((_, response) => {
    response.setHeader("Content-Type", "text/html").end("<!doctype html><title>Site</title>");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return { port: (server.address() as AddressInfo).port, stop: () => void server.close() };
}

test("a browser lets an allowed page read, and no other", async ({ page }) => {
  const site = await serveSite();
  const allowed = `http://site.localhost:${site.port}`;
  await allow("localhost", allowed);
  const read = (path: string) =>
    page.evaluate(
      (url) =>
        fetch(url).then(
          async (answer) => ((await answer.json()) as { total: number }).total,
          () => "refused",
        ),
      larkfield() + path,
    );
  await page.goto(allowed);
  expect(await read(PATH)).toBeGreaterThan(0);
  await page.goto(`http://other.localhost:${site.port}`);
  expect(await read(PATH)).toBe("refused");
  site.stop();
});

/** Status and headers of a request from a network of its own, so that nobody else’s limit is used up. */
function fromElsewhere(path: string): Promise<Pick<Sent, "status" | "headers">> {
  const { host, port } = new URL(larkfield());
  const headers = { host, origin: ALLOWED, "sec-fetch-site": "cross-site" };
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, headers, localAddress: "127.0.77.1" };
    get(options, (response) => {
      response.resume();
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers }),
      );
    }).on("error", reject);
  });
}

test("a page that asks too often is told when to come back", async () => {
  let last = await fromElsewhere("/api/v1/search?q=zzzz");
  for (let at = 0; at < 300 && last.status !== 429; at += 1) {
    last = await fromElsewhere("/api/v1/search?q=zzzz");
  }
  expect(last.status).toBe(429);
  expect(Number(last.headers["retry-after"])).toBeGreaterThan(0);
  expect(last.headers["access-control-allow-origin"]).toBe(ALLOWED);
  expect(last.headers["access-control-expose-headers"]).toBe("Retry-After");
});
