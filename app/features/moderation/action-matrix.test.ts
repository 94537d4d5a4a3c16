import { beforeAll, describe, expect, it } from "vitest";
import { MODERATION_VERBS, type ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { renderMarkdown } from "#app/features/threads/rich-text/render-text.ts";
import { GUEST, type Actor } from "#app/lib/ctx.ts";
import { AppError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember, makeSpace, type TestMember } from "#db/testing/make.ts";
import { assignCase } from "./assign-case.server.ts";
import { claimCase, releaseCase } from "./claim-case.server.ts";
import { decide } from "./decide.server.ts";
import type { Decide } from "./decide-input.ts";
import { getCase } from "./get-case.server.ts";
import { countCases, listCases } from "./list-cases.server.ts";
import { noteMember, noteThread } from "./keep-notes.server.ts";
import { runPostVerb, runThreadVerb } from "./page-verbs.server.ts";
import { reportContent } from "./report-content.server.ts";
import { reverseDecision } from "./reverse-decision.server.ts";
import { setSpaceModerator } from "./set-space-moderator.server.ts";
import { listCannedReplies, removeCannedReply, saveCannedReply } from "./canned-replies.server.ts";
import type { Subject } from "./subject.ts";
import { openDesk, type Desk } from "./testing/open-desk.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;

type Name =
  | "guest"
  | "unverified"
  | "silenced"
  | "member"
  | "super_user"
  | "local"
  | "elsewhere"
  | "moderator"
  | "admin";
const NAMES: Name[] = [
  "guest",
  "unverified",
  "silenced",
  "member",
  "super_user",
  "local",
  "elsewhere",
  "moderator",
  "admin",
];
let actors: Record<Name, Actor>;

/** Whom it is about; `self`: whoever acts. */
const ABOUT = ["member", "super_user", "local", "moderator", "admin", "self"] as const;
type About = (typeof ABOUT)[number];

const HEIGHT: Record<Name | About, number> = {
  guest: 0,
  unverified: 1,
  silenced: 1,
  member: 1,
  elsewhere: 1,
  super_user: 2,
  local: 2.5,
  moderator: 3,
  admin: 4,
  self: 0,
};
const OF_MEMBERS: ModerationVerb[] = ["silence", "suspend", "ban", "remove_all", "erase_address"];
const CONTENT = MODERATION_VERBS.filter((verb) => !OF_MEMBERS.includes(verb));

/** Written down here once more, apart from the policy. */
function allowed(actor: Name, verb: ModerationVerb, about: About): boolean {
  if (!["local", "moderator", "admin"].includes(actor)) return false;
  if (actor === "local" && OF_MEMBERS.includes(verb)) return false;
  if (about === "self") return false;
  return HEIGHT[about] < HEIGHT[actor];
}

/** The stored forms of a text, as columns. */
function withNumber(markdown: string) {
  const { document, html, text } = renderMarkdown(markdown);
  return { document: JSON.stringify(document), html, text };
}

/** Something of an author on which the verb can be done. */
async function prepared(verb: ModerationVerb, author: TestMember): Promise<Decide> {
  const writer: TestMember = { ...author, verified: true };
  delete (writer as { silenced?: unknown }).silenced;
  const { threadId, postId } = await desk.ask({}, writer);
  const answer = await desk.answer(threadId, writer);
  const thread: Subject = { kind: "thread", id: threadId };
  const post: Subject = { kind: "post", id: answer.postId };
  const set = (table: "post" | "thread", id: number, values: object) =>
    db.updateTable(table).set(values).where("id", "=", id).execute();
  const base = { verb, subject: post, reason: "Because" };
  if (verb === "approve") await set("post", answer.postId, { state: "held" });
  if (verb === "restore") {
    await set("post", answer.postId, { state: "hidden", state_at: new Date() });
  }
  if (verb === "unlock") await set("thread", threadId, { locked_at: new Date() });
  if (verb === "unpin") await set("thread", threadId, { pinned: true });
  if (verb === "unmark_official") {
    await set("post", answer.postId, { official: true });
    await set("thread", threadId, { official_post_id: answer.postId, official_at: new Date() });
  }
  if (verb === "unmark_duplicate") {
    const other = await desk.ask();
    await set("thread", threadId, { duplicate_of: other.threadId, locked_at: new Date() });
  }
  if (verb === "pin") {
    await db.updateTable("thread").set({ pinned: false }).where("pinned", "=", true).execute();
  }
  if (verb === "mark_duplicate") {
    const other = await desk.ask();
    return { ...base, subject: thread, target: String(other.threadId) };
  }
  if (verb === "mask") {
    await set("post", answer.postId, withNumber("Call (212) 555-0142."));
    return base;
  }
  if (verb === "edit") return { ...base, edit: { body: "Mended.", baseRevision: 1 } };
  if (verb === "move") {
    // A space that the local moderator moderates too.
    return { ...base, subject: thread, spaceSlug: "also-local" };
  }
  if (verb === "merge") {
    const other = await desk.ask({ spaceSlug: "also-local" });
    return { ...base, subject: thread, target: String(other.threadId) };
  }
  if (verb === "split") {
    return { ...base, subject: thread, posts: [answer.postId], title: "A matter of its own" };
  }
  if (verb === "convert") return { ...base, subject: thread, threadKind: "discussion" };
  if (verb === "retag") return { ...base, subject: thread, tags: ["bill"] };
  if (["lock", "unlock", "pin", "unpin", "unmark_duplicate"].includes(verb)) {
    return { ...base, subject: thread };
  }
  if (verb === "close") {
    const { caseId } = await reportContent(desk.as(await makeMember(db, desk.community)), {
      subject: { kind: "post", id: postId },
      kind: "rude",
    });
    return { ...base, subject: thread, caseId };
  }
  if (OF_MEMBERS.includes(verb)) {
    return {
      ...base,
      subject: { kind: "member", id: writer.id },
      hours: verb === "ban" ? undefined : 1,
    };
  }
  return base;
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return "done";
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
}

const refusal = (actor: Name): string =>
  ({ guest: "sign_in_needed", unverified: "unverified", silenced: "silenced" })[actor as string] ??
  "forbidden";

beforeAll(async () => {
  desk = await openDesk(db);
  const { community } = desk;
  const alsoLocal = await makeSpace(db, community.id, { slug: "also-local" });
  await db
    .insertInto("space_moderator")
    .values([{ community_id: community.id, space_id: alsoLocal, member_id: desk.local.id }])
    .execute();
  const local = { ...desk.local, moderates: new Set([desk.community.spaces.general, alsoLocal]) };
  const elsewhere = await makeMember(db, community);
  actors = {
    guest: GUEST,
    unverified: await makeMember(db, community, { verified: false }),
    silenced: { ...(await makeMember(db, community)), silenced: { until: null } },
    member: await makeMember(db, community),
    super_user: desk.superUser,
    local,
    elsewhere: { ...elsewhere, moderates: new Set([desk.place]) },
    moderator: desk.staff,
    admin: desk.admin,
  };
});

async function authorOf(about: About, actor: Actor): Promise<TestMember> {
  if (about === "self") return actor as TestMember;
  if (about !== "local") return makeMember(db, desk.community, { role: about });
  const author = await makeMember(db, desk.community);
  await db
    .insertInto("space_moderator")
    .values({
      community_id: desk.community.id,
      space_id: desk.community.spaces.general,
      member_id: author.id,
    })
    .execute();
  return author;
}

describe.each(MODERATION_VERBS)("%s", (verb) => {
  const rows = NAMES.flatMap((name) =>
    ABOUT.filter((about) => !(about === "self" && name === "guest")).map((about) => ({
      name,
      about,
    })),
  ).filter(
    ({ name, about }) => !(OF_MEMBERS.includes(verb) && name === "moderator" && about === "local"),
  );
  it.each(rows)("by $name about $about", async ({ name, about }) => {
    const actor = actors[name];
    const input = await prepared(verb, await authorOf(about, actor));
    const done = await codeOf(decide(desk.as(actor), input));
    expect(done).toBe(allowed(name, verb, about) ? "done" : refusal(name));
  });
});

it("covers every verb that there is", () => {
  expect(CONTENT.length + OF_MEMBERS.length).toBe(MODERATION_VERBS.length);
});

/** What else the desk can do, and who may. */
const others: Record<
  string,
  { may: Name[]; run: (actor: Actor) => Promise<unknown>; hidden?: boolean }
> = {
  list: {
    may: ["local", "elsewhere", "moderator", "admin"],
    run: (actor) => listCases(desk.as(actor)),
  },
  count: {
    may: ["local", "elsewhere", "moderator", "admin"],
    run: (actor) => countCases(desk.as(actor)),
  },
  "see a case": {
    may: ["local", "moderator", "admin"],
    run: async (actor) => getCase(desk.as(actor), await aCase()),
  },
  claim: {
    may: ["local", "moderator", "admin"],
    run: async (actor) => claimCase(desk.as(actor), { caseId: await aCase() }),
  },
  release: {
    may: ["local", "moderator", "admin"],
    run: async (actor) => releaseCase(desk.as(actor), { caseId: await aCase() }),
  },
  assign: {
    may: ["local", "moderator", "admin"],
    run: async (actor) =>
      assignCase(desk.as(actor), { caseId: await aCase(), memberId: desk.staff.id, priority: 2 }),
  },
  "note a member": {
    may: ["moderator", "admin"],
    run: (actor) => noteMember(desk.as(actor), { memberId: desk.asker.id, text: "Polite." }),
  },
  "note a thread": {
    may: ["local", "moderator", "admin"],
    run: async (actor) =>
      noteThread(desk.as(actor), { threadId: (await desk.ask()).threadId, text: "Known." }),
  },
  "list canned replies": {
    may: ["moderator", "admin"],
    run: (actor) => listCannedReplies(desk.as(actor)),
  },
  "save a canned reply": {
    may: ["moderator", "admin"],
    run: (actor) =>
      saveCannedReply(desk.as(actor), { name: `Reply ${actor.id}`, text: "Hello {name}" }),
  },
  "remove a canned reply": {
    may: ["moderator", "admin"],
    run: (actor) => removeCannedReply(desk.as(actor), { id: 1 }),
  },
  "appoint a moderator of a space": {
    may: ["admin"],
    run: (actor) =>
      setSpaceModerator(desk.as(actor), {
        memberId: desk.other.id,
        spaceId: desk.place,
        on: true,
      }),
  },
  "undo what a moderator decided": {
    may: ["moderator", "admin"],
    run: async (actor) => {
      const { postId } = await desk.answer((await desk.ask()).threadId);
      const subject = { kind: "post", id: postId } as const;
      const { decisionId } = await decide(desk.as(desk.second), {
        verb: "hide",
        subject,
        reason: "r",
      });
      return reverseDecision(desk.as(actor), { decisionId });
    },
  },
  "undo what an admin decided": {
    may: ["admin"],
    run: async (actor) => {
      const { postId } = await desk.answer((await desk.ask()).threadId);
      const subject = { kind: "post", id: postId } as const;
      const { decisionId } = await decide(desk.as(desk.admin), {
        verb: "hide",
        subject,
        reason: "r",
      });
      return reverseDecision(desk.as(actor), { decisionId });
    },
  },
};

async function aCase(): Promise<number> {
  const { postId } = await desk.answer((await desk.ask()).threadId);
  const reporter = await makeMember(db, desk.community);
  const made = await reportContent(desk.as(reporter), {
    subject: { kind: "post", id: postId },
    kind: "rude",
  });
  return made.caseId;
}

describe.each(Object.entries(others))("%s", (_, { may, run }) => {
  it.each(NAMES)("by %s", async (name) => {
    const done = await codeOf(run(actors[name]));
    if (may.includes(name)) expect(done).toBe("done");
    // Who moderates another space isn't told that there is such a case.
    else expect([refusal(name), ...(name === "elsewhere" ? ["not_found"] : [])]).toContain(done);
  });
});

describe("whoever moderates a space", () => {
  it("can’t put a thread where they have no say, nor decide elsewhere", async () => {
    const { threadId } = await desk.ask();
    const subject: Subject = { kind: "thread", id: threadId };
    const move = { verb: "move", subject, spaceSlug: "billing" } as const;
    expect(await codeOf(decide(desk.as(actors.local), move))).toBe("forbidden");
    await decide(desk.as(desk.admin), move);
    const lock = { verb: "lock", subject } as const;
    expect(await codeOf(decide(desk.as(actors.local), lock))).toBe("forbidden");
    expect(await codeOf(decide(desk.as(actors.elsewhere), lock))).toBe("done");
  });

  it("can’t merge into a thread where they have no say, nor split one off to there", async () => {
    const { threadId } = await desk.ask();
    const { postId } = await desk.answer(threadId);
    const there = await desk.ask({ spaceSlug: "billing" });
    const subject: Subject = { kind: "thread", id: threadId };
    const merge = { verb: "merge", subject, target: String(there.threadId) } as const;
    expect(await codeOf(decide(desk.as(actors.local), merge))).toBe("forbidden");
    const split = {
      verb: "split",
      subject,
      posts: [postId],
      title: "A matter of its own",
    } as const;
    const elsewhere = { ...split, posts: [postId], spaceSlug: "billing" };
    expect(await codeOf(decide(desk.as(actors.local), elsewhere))).toBe("forbidden");
    expect(await codeOf(decide(desk.as(desk.staff), elsewhere))).toBe("done");
    expect(await codeOf(decide(desk.as(desk.staff), merge))).toBe("done");
  });

  it("sees the cases of their spaces alone, and no notes on members", async () => {
    const caseId = await aCase();
    await noteMember(desk.as(desk.staff), { memberId: desk.helper.id, text: "Known to us." });
    const seen = await getCase(desk.as(actors.local), caseId);
    expect(seen.about?.notes).toEqual([]);
    expect((await getCase(desk.as(desk.staff), caseId)).about?.notes).not.toEqual([]);
    expect(JSON.stringify(seen)).not.toContain("@example.com");
    const { rows } = await listCases(desk.as(actors.elsewhere));
    expect(rows.filter(({ space }) => space?.id !== desk.place)).toEqual([]);
  });

  it("decides by the forms beside posts what staff decide there", async () => {
    const { threadId } = await desk.ask();
    const { postId } = await desk.answer(threadId);
    const input = { on: "yes", reason: "Rude" } as const;
    await runPostVerb(desk.as(desk.staff), { name: "hide", postId, input });
    await runThreadVerb(desk.as(desk.staff), { name: "lock", threadId, input });
    await runThreadVerb(desk.as(desk.staff), { name: "lock", threadId, input });
    const made = await db
      .selectFrom("decision")
      .select("verb")
      .where((eb) => eb.or([eb("post_id", "=", postId), eb("thread_id", "=", threadId)]))
      .orderBy("id")
      .execute();
    expect(made.map(({ verb }) => verb)).toEqual(["hide", "lock"]);
    const admins = await desk.ask({}, desk.admin);
    const lock = { name: "lock", threadId: admins.threadId, input };
    expect(await codeOf(runThreadVerb(desk.as(desk.staff), lock))).toBe("forbidden");
    await runThreadVerb(desk.as(desk.admin), lock);
  });
});
