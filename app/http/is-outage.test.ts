import pg from "pg";
import { describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { isOutage } from "./is-outage.ts";

/** What asking a database fails with. */
async function failureOf(config: pg.PoolConfig, held = 0): Promise<unknown> {
  const pool = new pg.Pool({ connectionTimeoutMillis: 200, ...config });
  const clients = [];
  try {
    for (let at = 0; at < held; at += 1) clients.push(await pool.connect());
    await pool.query("select 1");
    return null;
  } catch (error) {
    return error;
  } finally {
    for (const client of clients) client.release();
    await pool.end();
  }
}

const { url } = await cloneDatabase();

describe("an outage", () => {
  it("is a database that isn’t there", async () => {
    expect(isOutage(await failureOf({ host: "127.0.0.1", port: 1 }))).toBe(true);
  });

  it("is a pool that stays full", async () => {
    expect(isOutage(await failureOf({ connectionString: url, max: 1 }, 1))).toBe(true);
  });

  it("is not a mistake of ours", async () => {
    const own = await failureOf({ connectionString: `${url}_missing` });
    expect(own).toMatchObject({ code: "3D000" });
    expect(isOutage(own)).toBe(false);
    expect(isOutage(new TypeError("x is not a function"))).toBe(false);
  });
});
