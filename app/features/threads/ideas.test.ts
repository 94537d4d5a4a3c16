import { beforeAll, describe, expect, it } from "vitest";
import type { AppEvent } from "#app/events/catalog.ts";
import { mailIdeaStatus } from "#app/features/notifications/mail-idea-status.server.ts";
import { examine } from "#app/features/portability/doctor.server.ts";
import { settleCommunity } from "#app/features/portability/testing/settle-community.ts";
import { GUEST, type Actor, type Community, type Ctx } from "#app/lib/ctx.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  SignInNeededError,
} from "#app/lib/errors.ts";
import type { IdeaStatus } from "#db/schema-threads.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { getIdeaForm } from "./get-idea-form.server.ts";
import { getIdeaLog } from "./get-idea-log.server.ts";
import { getThreadPage } from "./get-thread-page.server.ts";
import { listThreads } from "./list-threads.server.ts";
import { mergeIdea } from "./merge-idea.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { sameHere } from "./same-here.server.ts";
import { searchThreads } from "./searching/search-threads.server.ts";
import { setIdeaStatus } from "./set-idea-status.server.ts";
import { startThread } from "./start-thread.server.ts";
import { unlockThread } from "./unlock-thread.server.ts";

const { db } = await cloneDatabase();
const community = await makeCommunity(db, { name: "Brand" });
const elsewhere = await makeCommunity(db);
let author: TestMember;
let staff: TestMember;
let fans: TestMember[];
let serial = 0;

const as = (actor: Actor, where: Community = community): Ctx => makeCtx(db, where, actor);

beforeAll(async () => {
  author = await makeMember(db, community, { name: "Ada" });
  staff = await makeMember(db, community, { role: "moderator", name: "Sam" });
  fans = [];
  for (let i = 0; i < 6; i += 1) fans.push(await makeMember(db, community));
});

async function idea(by: TestMember = author, spaceSlug = "general"): Promise<number> {
  serial += 1;
  const title = `An idea with the number ${serial}`;
  const made = await startThread(as(by), { kind: "idea", title, body: "x", spaceSlug });
  return made.threadId;
}

async function want(threadId: number, ...members: TestMember[]): Promise<void> {
  for (const member of members) await sameHere(as(member), { threadId, on: true });
}

async function wantedBy(threadId: number): Promise<number[]> {
  const rows = await db
    .selectFrom("same_here")
    .select("member_id")
    .where("community_id", "=", community.id)
    .where("thread_id", "=", threadId)
    .orderBy("member_id")
    .execute();
  return rows.map((row) => row.member_id);
}

const set = (threadId: number, status: IdeaStatus, note = "", actor: Actor = staff) =>
  setIdeaStatus(as(actor), { threadId, status, note });
const merge = (threadId: number, target: string | number, actor: Actor = staff) =>
  mergeIdea(as(actor), { threadId, target: String(target) });
const ids = (list: { threads: { id: number }[] }) => list.threads.map(({ id }) => id);

async function expectHealthy(): Promise<void> {
  await settleCommunity({ db, community });
  expect(await examine(db, community.id)).toEqual([]);
}

describe("an idea’s status", () => {
  it("changes by staff, is logged and shown, and the same again changes nothing", async () => {
    const threadId = await idea();
    await set(threadId, "under_review");
    await set(threadId, "under_review");
    await set(threadId, "planned", "In spring.\r\nOr later.");
    await set(threadId, "planned", "In summer.");
    const log = await getIdeaLog(as(GUEST), threadId);
    expect(log).toMatchObject([
      { kind: "status", status: "under_review", note: "", by: "Sam" },
      { kind: "status", status: "planned", note: "In spring.\nOr later.", by: "Sam" },
      { kind: "status", status: "planned", note: "In summer.", by: "Sam" },
    ]);
    const { thread } = await getThreadPage(as(GUEST), { threadId });
    expect(thread).toMatchObject({
      stateKey: "idea_planned",
      idea: { status: "planned", note: "In summer." },
    });
    const rows = await db
      .selectFrom("idea_status_change")
      .select(["from_status", "to_status", "actor_id"])
      .where("thread_id", "=", threadId)
      .orderBy("id")
      .execute();
    expect(rows).toEqual([
      { from_status: "new", to_status: "under_review", actor_id: staff.id },
      { from_status: "under_review", to_status: "planned", actor_id: staff.id },
      { from_status: "planned", to_status: "planned", actor_id: staff.id },
    ]);
    await expectHealthy();
  });

  it("needs a reason to decline, and the right to decide", async () => {
    const threadId = await idea();
    await expect(set(threadId, "declined", "  ")).rejects.toMatchObject({
      fields: { note: { key: "idea.noteNeeded" } },
    });
    await expect(set(threadId, "planned", "x".repeat(501))).rejects.toBeInstanceOf(InvalidError);
    await expect(set(threadId, "planned", "", GUEST)).rejects.toBeInstanceOf(SignInNeededError);
    await expect(set(threadId, "planned", "", author)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(getIdeaForm(as(author), threadId)).rejects.toBeInstanceOf(ForbiddenError);
    expect(await getIdeaForm(as(staff), threadId)).toMatchObject({ status: "new", note: "" });
    await set(threadId, "declined", "It would break the other thing.");
    const foreign = await makeMember(db, elsewhere, { role: "admin" });
    const abroad = as(foreign, elsewhere);
    await expect(
      setIdeaStatus(abroad, { threadId, status: "shipped", note: "" }),
    ).rejects.toBeInstanceOf(NotFoundError);
    expect(await getIdeaLog(abroad, threadId)).toEqual([]);
    const question = await startThread(as(author), {
      kind: "question",
      title: "This is not an idea",
      body: "x",
      spaceSlug: "general",
    });
    await expect(set(question.threadId, "planned")).rejects.toBeInstanceOf(ForbiddenError);
  });

  it("filters the list", async () => {
    const planned = await idea();
    const shipped = await idea();
    await set(planned, "planned");
    await set(shipped, "shipped");
    const list = async (ideaStatus?: IdeaStatus) =>
      ids(await listThreads(as(GUEST), { list: "latest", kind: "idea", ideaStatus }));
    expect(await list("planned")).toContain(planned);
    expect(await list("planned")).not.toContain(shipped);
    expect(await list("shipped")).toEqual([shipped]);
    expect(await list()).toEqual(expect.arrayContaining([planned, shipped]));
  });

  it("is told to whoever suggested it, once, in the community’s language", async () => {
    const arabic = await makeCommunity(db, { locale: "ar" });
    for (const where of [community, arabic]) {
      const suggests = await makeMember(db, where, { email: `idea-${where.id}@example.com` });
      const decides = await makeMember(db, where, { role: "admin" });
      const { threadId } = await startThread(as(suggests, where), {
        kind: "idea",
        title: "A quieter fan, please",
        body: "x",
        spaceSlug: "general",
      });
      await setIdeaStatus(as(decides, where), { threadId, status: "declined", note: "No fan." });
      const fact = await db
        .selectFrom("event")
        .selectAll()
        .where("community_id", "=", where.id)
        .where("type", "=", "idea.status_changed")
        .orderBy("created_at", "desc")
        .executeTakeFirstOrThrow();
      const event = {
        ...fact,
        communityId: where.id,
        actorId: fact.actor_id,
      } as unknown as AppEvent<"idea.status_changed">;
      await mailIdeaStatus(as(GUEST, where), event);
      await mailIdeaStatus(as(GUEST, where), event);
      await mailIdeaStatus(as(GUEST, where), { ...event, actorId: suggests.id });
      const mails = await db
        .selectFrom("mail")
        .select(["to_address", "subject", "text"])
        .where("community_id", "=", where.id)
        .execute();
      const word = where === arabic ? "لن تُنفّذ" : "Declined";
      expect(mails).toEqual([
        {
          to_address: `idea-${where.id}@example.com`,
          subject: `${word}: A quieter fan, please`,
          text: expect.stringContaining("No fan.") as string,
        },
      ]);
      expect(mails[0]!.text).toContain(`${where.baseUrl}/t/${threadId}/a-quieter-fan-please`);
    }
  });
});

describe("merging ideas", () => {
  it("takes along who wants it, without doubling, and leads on", async () => {
    const other = await makeMember(db, community);
    const from = await idea(author);
    const into = await idea(other);
    await want(from, fans[0]!, fans[1]!, fans[2]!, other);
    await want(into, fans[2]!, fans[3]!);
    const done = await merge(from, `http://brand.localhost/t/${into}/some-slug?sort=oldest`);
    expect(done.threadId).toBe(into);
    expect(await wantedBy(into)).toEqual([0, 1, 2, 3].map((n) => fans[n]!.id));
    expect(await wantedBy(from)).toEqual([]);
    const source = await getThreadPage(as(fans[5]!), { threadId: from });
    expect(source.thread.mergedInto).toEqual({ href: done.href, title: expect.any(String) });
    expect(source.thread.can).toMatchObject({ answer: false, sameHere: false });
    expect(source.opening.can.reply).toBe(false);
    const target = await getThreadPage(as(GUEST), { threadId: into });
    expect(target.thread.counts.sameHere).toBe(4);
    expect(await getIdeaLog(as(GUEST), into)).toMatchObject([{ kind: "merged" }]);
    // Again is nothing new; elsewhere it can't go.
    expect((await merge(from, into)).threadId).toBe(into);
    await expect(merge(from, await idea())).rejects.toBeInstanceOf(ConflictError);
    await expectHealthy();
  });

  it("leaves the merged one in no list, and taking nothing", async () => {
    const from = await idea();
    const into = await idea();
    await merge(from, `#${into}`);
    const lists = await Promise.all([
      listThreads(as(staff), { list: "latest" }),
      listThreads(as(staff), { list: "latest", kind: "idea" }),
      listThreads(as(staff), { list: "top" }),
    ]);
    for (const list of lists) {
      expect(ids(list)).not.toContain(from);
      expect(ids(list)).toContain(into);
    }
    const found = await searchThreads(as(staff), "idea number");
    expect(found.map(({ id }) => id)).not.toContain(from);
    await expect(postAnswer(as(fans[0]!), { threadId: from, body: "x" })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await expect(want(from, fans[0]!)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(unlockThread(as(staff), { threadId: from })).rejects.toBeInstanceOf(
      ForbiddenError,
    );
    await expect(set(from, "shipped")).rejects.toBeInstanceOf(ForbiddenError);
  });

  it("leads to the last one of a row of merges", async () => {
    const [first, second, third] = [await idea(), await idea(), await idea()];
    await want(first, fans[0]!);
    await want(second, fans[1]!);
    await merge(first, second);
    await merge(second, third);
    const { thread } = await getThreadPage(as(GUEST), { threadId: first });
    expect(thread.mergedInto?.href).toContain(`/t/${third}/`);
    expect(await wantedBy(third)).toEqual([fans[0]!.id, fans[1]!.id]);
    await expectHealthy();
  });

  it("shows nobody where it went who may not go there", async () => {
    const from = await idea();
    const into = await idea(staff, "lounge");
    await merge(from, into);
    const { thread } = await getThreadPage(as(GUEST), { threadId: from });
    expect(thread.mergedInto).toBeNull();
    expect((await getThreadPage(as(staff), { threadId: from })).thread.mergedInto).not.toBeNull();
  });

  it("refuses what is no other idea, and who may not", async () => {
    const threadId = await idea();
    const { threadId: question } = await startThread(as(author), {
      kind: "question",
      title: "This is not an idea either",
      body: "x",
      spaceSlug: "general",
    });
    const foreign = await makeMember(db, elsewhere);
    const { threadId: abroad } = await startThread(as(foreign, elsewhere), {
      kind: "idea",
      title: "An idea somewhere else",
      body: "x",
      spaceSlug: "general",
    });
    for (const target of [question, abroad, 999_999, "none", "/t/x", threadId, ""]) {
      await expect(merge(threadId, target), String(target)).rejects.toBeInstanceOf(InvalidError);
    }
    const other = await idea();
    await expect(merge(threadId, other, author)).rejects.toBeInstanceOf(ForbiddenError);
    await expect(merge(threadId, other, GUEST)).rejects.toBeInstanceOf(SignInNeededError);
    expect((await getThreadPage(as(GUEST), { threadId })).thread.mergedInto).toBeNull();
  });

  it("holds when two cross each other and many want them meanwhile", async () => {
    const [one, two] = [await idea(), await idea()];
    const results = await Promise.allSettled([
      merge(one, two),
      merge(two, one),
      ...fans.flatMap((fan) => [want(one, fan), want(two, fan)]),
    ]);
    expect(results.slice(0, 2).filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expectHealthy();
  });
});
