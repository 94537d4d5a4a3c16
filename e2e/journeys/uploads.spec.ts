import { request } from "node:http";
import type { Page } from "@playwright/test";
import sharp from "sharp";
import { field } from "../driver.ts";
import { expect, larkfield, query, sahl, signIn, test } from "../fixtures.ts";
import { newWriter } from "../new-writer.ts";
import { send, type Sent } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

const MB = 1024 * 1024;

test.use({ baseURL: larkfield() });

/** A photograph as a telephone makes it: turned, with the place it was taken at. */
function photo(): Promise<Buffer> {
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: "#467" } })
    .withExif({ IFD0: { Make: "CanaryPhone" }, IFD3: { GPSLatitude: "51/1 30/1 0/1" } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

type Given = { name: string; bytes: Buffer; session?: string; headers?: Record<string, string> };

/** Sends a file as the editor does. */
async function upload({ name, bytes, session, headers }: Given): Promise<Sent> {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  const packed = new Response(form);
  const body = Buffer.from(await packed.arrayBuffer());
  return new Promise((resolve, reject) => {
    const { host, port } = new URL(larkfield());
    const sent = request({
      host: "127.0.0.1",
      port,
      path: "/uploads",
      method: "POST",
      agent: false,
      headers: {
        host,
        "content-type": packed.headers.get("content-type")!,
        "sec-fetch-site": "same-origin",
        ...(session ? { cookie: `porchlight=${session}` } : {}),
        ...headers,
      },
    });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let text = "";
      response.on("data", (piece: Buffer) => (text += piece.toString()));
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
      );
    });
    // In pieces without a length, as a stream would come.
    for (let at = 0; at < bytes.length + body.length; at += 60_000) {
      sent.write(body.subarray(at, at + 60_000));
    }
    sent.end();
  });
}

type Stored = { ok: boolean; error?: string; upload?: { url: string; width: number } };
const read = (sent: Sent) => JSON.parse(sent.body) as Stored;

async function pick(page: Page, name: string, buffer: Buffer): Promise<void> {
  await field(page, "File").setInputFiles({ name, mimeType: "image/png", buffer });
  await page.locator("main").getByRole("button", { name: "Upload", exact: true }).click();
}

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "with JavaScript" : "without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("a member uploads a photograph and shows it in a question", async ({ page, context }) => {
      const writer = await newWriter();
      await signIn(context, writer);
      await page.goto("/uploads");
      await expect(page).toHaveURL(/\/upload$/);
      await pick(page, "My hub.jpg", await photo());
      await expect(page.getByText("My-hub.webp is uploaded.")).toBeVisible();
      const markdown = await field(page, "Paste this into your text").inputValue();
      expect(markdown).toMatch(
        /^!\[My-hub\.webp\]\(\/files\/[a-z2-7]{26}-800x1200\/My-hub\.webp\)$/,
      );

      const thread = await ask(writer, `What does this light say ${mark()}`, markdown);
      await context.clearCookies();
      await page.goto(thread);
      const picture = page.locator("main img[src*='/files/']").first();
      await picture.scrollIntoViewIfNeeded();
      await expect
        .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
        .toBeGreaterThan(100);
      const [width, height] = await picture.evaluate((image: HTMLImageElement) => [
        Number(image.getAttribute("width")),
        Number(image.getAttribute("height")),
      ]);
      expect(height! / width!).toBeCloseTo(1.5, 1);
    });

    test("what is not taken is said, in the page", async ({ page, context }) => {
      await signIn(context, await newWriter());
      await page.goto("/upload");
      const svg = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>";
      await pick(page, "harmless.png", Buffer.from(svg));
      await expect(page.getByRole("alert")).toContainText("SVG, HTML and XML files are not taken");
      await expect(field(page, "File")).toHaveAccessibleDescription(/SVG/);
      await pick(page, "broken.png", (await photo()).subarray(0, 3_000));
      await expect(page.getByRole("alert")).toContainText("This picture can’t be read");
    });
  });
}

test("a guest is asked to sign in first", async ({ page }) => {
  await page.goto("/upload");
  await expect(page).toHaveURL(/\/sign-in\?to=%2Fupload/);
});

test("the editor's address answers as JSON, to its own pages only", async () => {
  const session = await startSession(await newWriter());
  const bytes = await photo();
  const done = await upload({ name: "a.png", bytes, session });
  expect(done.status).toBe(201);
  expect(done.headers["content-type"]).toMatch(/^application\/json/);
  expect(read(done)).toMatchObject({
    ok: true,
    upload: { kind: "image", width: 800, height: 1200, name: "a.webp" },
  });
  const guest = await upload({ name: "a.png", bytes });
  expect([guest.status, read(guest)]).toEqual([401, { ok: false, error: "Sign in first." }]);
  const cross = { "sec-fetch-site": "cross-site" };
  expect((await upload({ name: "a.png", bytes, session, headers: cross })).status).toBe(403);
  const page = await upload({ name: "a.png", bytes: Buffer.from("<!doctype html>"), session });
  expect([page.status, read(page).ok]).toEqual([422, false]);
});

test("a large file is taken whole, a larger one refused, an endless one cut", async () => {
  const session = await startSession(await newWriter());
  const lines = (bytes: number) => Buffer.alloc(bytes, "the hub said nothing\n");
  const large = await upload({ name: "hub.log", bytes: lines(9 * MB), session });
  expect([large.status, read(large).ok]).toEqual([201, true]);
  const larger = await upload({ name: "hub.log", bytes: lines(10 * MB + 1), session });
  expect(larger.status).toBe(422);
  expect(read(larger).error).toContain("10 MB");
  const endless = await upload({ name: "hub.log", bytes: lines(100 * MB), session }).catch(
    (error: NodeJS.ErrnoException) => error,
  );
  // The answer, or the connection ended before all was sent.
  if (endless instanceof Error) expect(endless.code).toMatch(/EPIPE|ECONNRESET/);
  else expect(read(endless).ok).toBe(false);
  // Only these addresses take so much.
  const body = `title=${"x".repeat(600 * 1024)}`;
  const form = { "content-type": "application/x-www-form-urlencoded" };
  const headers = { ...form, "sec-fetch-site": "same-origin" };
  expect((await send(larkfield(), "/ask", { session, body, headers })).status).toBe(413);
  expect((await upload({ name: "hub.log", bytes: lines(10), session })).status).toBe(201);
});

test("files are served so that nothing in them runs", async () => {
  const writer = await newWriter();
  const session = await startSession(writer);
  const other = await startSession(await newWriter());
  const picture = read(await upload({ name: "a.jpg", bytes: await photo(), session })).upload!.url;
  const text = Buffer.from("12:00 <script>alert(1)</script>\n");
  const file = read(await upload({ name: 'hub\'s "log".log', bytes: text, session })).upload!.url;

  // Before a post shows them: their sender's alone.
  for (const url of [picture, file]) {
    expect((await send(larkfield(), url)).status).toBe(404);
    expect((await send(larkfield(), url, { session: other })).status).toBe(404);
    const own = await send(larkfield(), url, { session });
    expect([own.status, own.headers["cache-control"]]).toEqual([200, "private, no-cache"]);
  }
  const thread = await ask(writer, `What does this light say ${mark()}`);
  const id = await answer(writer, thread, `![light](${picture}) and [the log](${file})`);

  const shown = await send(larkfield(), `${picture}?w=480`);
  expect(shown.headers).toMatchObject({
    "content-type": "image/webp",
    "content-disposition": expect.stringMatching(/^inline; filename="a\.webp"/) as unknown,
    "cache-control": "public, max-age=31536000, s-maxage=300, immutable",
    "content-security-policy":
      "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
    "cross-origin-resource-policy": "same-site",
    "x-content-type-options": "nosniff",
  });
  const { etag } = shown.headers;
  const again = await send(larkfield(), `${picture}?w=480`, {
    headers: { "if-none-match": etag! },
  });
  expect([again.status, again.body]).toEqual([304, ""]);
  expect((await send(larkfield(), picture)).headers.etag).not.toBe(etag);
  const head = await send(larkfield(), file, { method: "HEAD" });
  expect([head.status, head.headers["content-length"]]).toEqual([200, String(text.length)]);
  const log = await send(larkfield(), file, { headers: { "accept-encoding": "gzip, br" } });
  expect(log.headers).toMatchObject({
    "content-type": "text/plain; charset=utf-8",
    "content-disposition": expect.stringMatching(
      /^attachment; filename="hub-s-log\.log"/,
    ) as unknown,
    "x-content-type-options": "nosniff",
  });
  expect(log.body).toBe(text.toString());

  // Another community has none of it, and what is hidden is gone.
  expect((await send(sahl(), picture)).status).toBe(404);
  await query("update post set state = 'hidden' where id = $1", [id]);
  expect((await send(larkfield(), picture)).status).toBe(404);
  expect((await send(larkfield(), picture, { session })).status).toBe(200);
});
