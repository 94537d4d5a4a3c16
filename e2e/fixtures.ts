import { createHash, randomBytes } from "node:crypto";
import { test as base, expect, type BrowserContext } from "@playwright/test";
import pg from "pg";

export { expect };

const port = () => process.env.E2E_PORT ?? "3000";

/** Origins of the two demo brands. */
export const larkfield = () => `http://localhost:${port()}`;
export const sahl = () => `http://second.localhost:${port()}`;

/** One statement against the application's database. */
export async function query<Row extends pg.QueryResultRow>(
  text: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Signs a demo member in by a session row and its cookie, without the form. */
export async function signIn(
  context: BrowserContext,
  handle: string,
  origin = larkfield(),
): Promise<void> {
  const id = randomBytes(20).toString("hex");
  const host = new URL(origin).hostname;
  await query(
    `insert into member_session (id_hash, community_id, member_id, expires_at)
     select $1, m.community_id, m.id, now() + interval '1 day'
     from member m join community_host h on h.community_id = m.community_id
     where h.host = $2 and m.handle = $3`,
    [createHash("sha256").update(id).digest("hex"), host, handle],
  );
  await context.addCookies([{ name: "porchlight", value: id, url: origin }]);
}

/** A test whose page fails on script errors and on anything the content security policy refuses. */
export const test = base.extend<{ watched: string[] }>({
  watched: [
    async ({ page }, use) => {
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(`script: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() !== "error") return;
        // A page that answers 404 or 422 on purpose is reported here too.
        if (/status of 4\d\d/.test(message.text())) return;
        faults.push(`console: ${message.text()}`);
      });
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});
