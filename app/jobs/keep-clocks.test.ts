import { expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { openCase } from "#app/features/moderation/open-case.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { keepClocks } from "./keep-clocks.server.ts";
import { subscribersOf } from "./subscriptions.server.ts";

const { db } = await cloneDatabase();
const HOUR = 3_600_000;

async function makeHome() {
  const community = await makeCommunity(db);
  await makeMember(db, community, { role: "moderator" });
  const { id } = await makeMember(db, community);
  const ctx = { ...makeCtx(db, community), now: new Date(Date.now() - 20 * HOUR) };
  const subject = { kind: "member", id } as const;
  const { caseId } = await inTransaction(db, (tx) =>
    openCase(tx, ctx, { subject, queue: "reported" }),
  );
  return { community, ctx, caseId };
}

const clockOf = (caseId: number) =>
  db
    .selectFrom("moderation_case")
    .select("due_at")
    .where("id", "=", caseId)
    .executeTakeFirstOrThrow();

it("the minute’s job keeps the clocks of every community and tells what is due, once", async () => {
  const [here, there] = [await makeHome(), await makeHome()];
  await Promise.all([keepClocks(db), keepClocks(db)]);
  await keepClocks(db);
  for (const { community, ctx, caseId } of [here, there]) {
    // A day around the clock, four fifths of which are over.
    expect((await clockOf(caseId)).due_at).toEqual(new Date(ctx.now.getTime() + 24 * HOUR));
    const facts = await db
      .selectFrom("event")
      .selectAll()
      .where("community_id", "=", community.id)
      .where("type", "=", "clock.told")
      .execute();
    expect(facts.map(({ payload }) => payload)).toEqual([{ kind: "warning", caseIds: [caseId] }]);
    for (const { run } of subscribersOf("clock.told")) {
      await run({ ...ctx, now: new Date() }, facts[0] as unknown as AppEvent);
    }
    const mails = await db
      .selectFrom("mail")
      .select("subject")
      .where("community_id", "=", community.id)
      .execute();
    expect(mails).toEqual([{ subject: `A case is due soon at ${community.name}` }]);
  }
});

it("a case gets its time as soon as it is open", async () => {
  const { ctx, community, caseId } = await makeHome();
  const event = {
    id: "1",
    communityId: community.id,
    payload: { caseId },
  } as AppEvent<"case.opened">;
  for (const { run } of subscribersOf("case.opened")) await run(ctx, event);
  expect((await clockOf(caseId)).due_at).not.toBe(null);
});
