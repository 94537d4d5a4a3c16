import type { AppEvent } from "#app/events/catalog.ts";
import { checkSettings } from "#app/features/automod/checks/settings.ts";
import { AdviceError, InvalidError, type Advice, type FieldErrors } from "#app/lib/errors.ts";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import type { Db } from "#db/client.server.ts";
import { makeCommunity, makeCtx, makeMember } from "#db/testing/make.ts";
import { postAnswer } from "../post-answer.server.ts";
import { startThread } from "../start-thread.server.ts";

/** Words of the lists that `openScreened` keeps. */
export const HELD = "grumblewort";
export const REFUSED = "snarkleberry";

/**
 * A community with automod as a new one has it, two word lists, a newcomer, a member, a trusted member,
 * and staff. `set` changes its settings.
 */
export async function openScreened(db: Db) {
  const community = await makeCommunity(db, { screened: true });
  const newcomer = await makeMember(db, community, { name: "Nora New", powers: [] });
  const plain = await makeMember(db, community, { name: "Mia Member" });
  const other = await makeMember(db, community, { name: "Olu Other" });
  const powers = ["post.links", "post.images", "post.voteHide"] as const;
  const trusted = await makeMember(db, community, { name: "Tom Trusted", powers });
  const staff = await makeMember(db, community, { role: "moderator", name: "Mo Moderator" });
  const ranked = { rank: { index: 1, key: "neighbour" } };
  const as = (actor: Actor, now = new Date()): Ctx => ({
    ...makeCtx(db, community, actor),
    now,
  });
  let version = 0;
  const lists = [
    { name: "Look first", mode: "hold", entries: [HELD] },
    { name: "Never", mode: "reject", entries: [REFUSED] },
  ];
  const set = async (changes: Record<string, unknown> = {}) => {
    version += 1;
    const settings = JSON.stringify(checkSettings.parse({ words: { lists }, ...changes }));
    const values = { settings, version, updated_at: new Date() };
    await db
      .insertInto("automod_settings")
      .values({ community_id: community.id, ...values })
      .onConflict((conflict) => conflict.column("community_id").doUpdateSet(values))
      .execute();
  };
  await set();
  const members = {
    newcomer,
    member: { ...plain, ...ranked },
    other: { ...other, ...ranked },
    trusted: { ...trusted, ...ranked },
    staff,
  };
  let serial = 0;
  const ask = (
    by: Actor = members.other,
    more: Partial<Parameters<typeof startThread>[1]> = {},
  ) => {
    serial += 1;
    return startThread(as(by), {
      kind: "question",
      title: `What does light number ${serial} on the box mean`,
      body: `Light number ${serial} began to glow after the storm of last night and never went out.`,
      spaceSlug: "general",
      ...more,
    });
  };
  const answer = (threadId: number, body: string, by: Actor = members.member) =>
    postAnswer(as(by), { threadId, body });
  const post = (id: number) =>
    db.selectFrom("post").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const thread = (id: number) =>
    db.selectFrom("thread").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const screenings = () =>
    db
      .selectFrom("screening")
      .selectAll()
      .where("community_id", "=", community.id)
      .orderBy("id")
      .execute();
  const cases = () =>
    db
      .selectFrom("moderation_case")
      .selectAll()
      .where("community_id", "=", community.id)
      .orderBy("id")
      .execute();
  const facts = async (types: readonly AppEvent["type"][]) =>
    (
      await db
        .selectFrom("event")
        .selectAll()
        .where("community_id", "=", community.id)
        .where("type", "in", [...types])
        .orderBy("created_at")
        .execute()
    ).map(
      (row) =>
        ({
          id: row.id,
          communityId: community.id,
          type: row.type,
          payload: row.payload,
          actorId: row.actor_id,
          createdAt: row.created_at,
        }) as AppEvent,
    );
  return {
    db,
    community,
    ...members,
    as,
    set,
    ask,
    answer,
    post,
    thread,
    screenings,
    cases,
    facts,
  };
}

/** What the author is told before it appears; fails when the work passes or is refused. */
export async function advised(work: Promise<unknown>): Promise<Advice> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof AdviceError) return error.advice;
  throw error ?? new Error("nothing was said");
}

/** The fields it is refused for; fails when the work passes. */
export async function refused(work: Promise<unknown>): Promise<FieldErrors> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (error instanceof InvalidError) return error.fields;
  throw error ?? new Error("nothing was refused");
}
