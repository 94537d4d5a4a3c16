import { describe, expect, it } from "vitest";
import { sql } from "kysely";
import { cloneDatabase } from "#db/testing/clone.ts";
import { AppError, InvalidError, TooManyError } from "#app/lib/errors.ts";
import { limit, limitDone, limitFailures } from "./rate-limit.server.ts";

const { db } = await cloneDatabase();
let serial = 0;

/** A community nobody counted in yet. */
function makeLimitCtx() {
  serial += 1;
  return { community: { id: 10_000 + serial } };
}

async function outcome(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "ok",
    (error: unknown) => (error instanceof Error ? error.name : "unknown"),
  );
}

/** What another web process has: limiters of its own. */
function becomeAnotherProcess(): void {
  delete (globalThis as unknown as Record<symbol, unknown>)[Symbol.for("porchlight.limiters")];
}

describe("limit", () => {
  it("lets exactly its number through, also of many at once, and says how long to wait", async () => {
    const ctx = makeLimitCtx();
    const all = await Promise.all(
      Array.from({ length: 60 }, () => outcome(limit(ctx, "signInNetwork", "n"))),
    );
    expect(all.filter((one) => one === "ok")).toHaveLength(50);
    const error = await limit(ctx, "signInNetwork", "n").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(TooManyError);
    expect((error as TooManyError).retryAfter).toBeGreaterThan(800);
    expect((error as TooManyError).retryAfter).toBeLessThanOrEqual(900);
  });

  it("counts over processes", async () => {
    const ctx = makeLimitCtx();
    for (let round = 0; round < 3; round += 1) {
      await limit(ctx, "mailTo", "ann@example.com");
      becomeAnotherProcess();
    }
    expect(await outcome(limit(ctx, "mailTo", "ann@example.com"))).toBe("TooManyError");
  });

  it("counts each community, limit and key by itself", async () => {
    const ctx = makeLimitCtx();
    for (let round = 0; round < 3; round += 1) await limit(ctx, "mailTo", "a");
    expect(await outcome(limit(ctx, "mailTo", "a"))).toBe("TooManyError");
    expect(await outcome(limit(ctx, "mailTo", "b"))).toBe("ok");
    expect(await outcome(limit(ctx, "reset", "a"))).toBe("ok");
    expect(await outcome(limit(makeLimitCtx(), "mailTo", "a"))).toBe("ok");
  });

  it("holds the shorter of two windows", async () => {
    const ctx = makeLimitCtx();
    const all: string[] = [];
    for (let round = 0; round < 31; round += 1) all.push(await outcome(limit(ctx, "post", 7)));
    expect(all.indexOf("TooManyError")).toBe(30);
  });

  it("takes any key, however long or odd", async () => {
    const ctx = makeLimitCtx();
    for (const key of ["x".repeat(100_000), "\u0000", "\uD800", "'; drop table member", 0]) {
      expect(await outcome(limit(ctx, "vote", key))).toBe("ok");
    }
  });

  it("keeps no address in its table", async () => {
    const ctx = makeLimitCtx();
    await limit(ctx, "mailTo", "secret@example.com");
    const { rows } = await sql<{ key: string }>`select key from rate_limit`.execute(db);
    expect(JSON.stringify(rows)).not.toContain("secret");
  });
});

describe("limitFailures", () => {
  const fail = () => Promise.reject(new InvalidError({ login: { key: "x" } }));

  it("counts failures only", async () => {
    const ctx = makeLimitCtx();
    const tries = (work: () => Promise<unknown>) =>
      outcome(limitFailures(ctx, [["signInAccount", "ann"]], work));
    for (let round = 0; round < 20; round += 1) {
      expect(await tries(() => Promise.resolve())).toBe("ok");
    }
    for (let round = 0; round < 10; round += 1) expect(await tries(fail)).toBe("InvalidError");
    expect(await tries(() => Promise.resolve())).toBe("TooManyError");
  });
});

describe("limitDone", () => {
  it("counts what was done only", async () => {
    const ctx = makeLimitCtx();
    const tries = (work: () => Promise<unknown>) =>
      outcome(limitDone(ctx, [["mailTo", "a"]], work));
    for (let round = 0; round < 9; round += 1) {
      expect(await tries(() => Promise.reject(new InvalidError({})))).toBe("InvalidError");
    }
    for (let round = 0; round < 3; round += 1)
      expect(await tries(() => Promise.resolve(1))).toBe("ok");
    expect(await tries(() => Promise.resolve(1))).toBe("TooManyError");
  });
});

describe("without its table", () => {
  it("refuses what must be counted and goes on counting the rest here", async () => {
    await sql`alter table rate_limit rename to rate_limit_away`.execute(db);
    try {
      const ctx = makeLimitCtx();
      for (const name of ["signInAccount", "mailTo", "reset", "link", "ownPassword"] as const) {
        const error = await limit(ctx, name, "k").catch((reason: unknown) => reason);
        expect(error).toBeInstanceOf(AppError);
        expect((error as AppError).status).toBe(503);
      }
      const all: string[] = [];
      for (let round = 0; round < 61; round += 1) all.push(await outcome(limit(ctx, "vote", 7)));
      expect(all.indexOf("TooManyError")).toBe(60);
    } finally {
      await sql`alter table rate_limit_away rename to rate_limit`.execute(db);
    }
  });
});
