import { describe, expect, it } from "vitest";
import { saveProfile } from "#app/features/automod/screening/save-profile.server.ts";
import { screenNewcomer } from "#app/features/automod/screening/screen-newcomer.server.ts";
import { openHeldCase } from "#app/features/moderation/open-held-case.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember } from "#db/testing/make.ts";
import { editPost } from "../edit-post.server.ts";
import { postAnswer } from "../post-answer.server.ts";
import { postReply } from "../post-reply.server.ts";
import { startThread } from "../start-thread.server.ts";
import { advised, HELD, openScreened, REFUSED, refused } from "../testing/open-screened.server.ts";

const { db } = await cloneDatabase();
const scene = await openScreened(db);
const { as, ask, answer, post, thread, member, other, newcomer, trusted, staff } = scene;

let serial = 0;
/** Sentences that have nothing in common but what is asked for. */
const say = (what = "") => {
  serial += 1;
  const words = Array.from({ length: 9 }, (_, n) => `word${serial}x${n}`).join(" ");
  return `Try ${words} ${what}`.trim();
};
const question = (title: string, body: string) =>
  ({ kind: "question", title, body, spaceSlug: "general" }) as const;
const MAIL = "write to kim.lee@mailbox.org";

const surfaces = {
  question: async (text: string, asItIs?: string) => {
    const { threadId } = await startThread(as(member), {
      ...question(`A question about light ${serial}`, text),
      asItIs,
    });
    return (await thread(threadId)).state;
  },
  idea: async (text: string, asItIs?: string) => {
    const input = { ...question(`An idea about light ${serial}`, text), kind: "idea" as const };
    const { threadId } = await startThread(as(member), { ...input, asItIs });
    return (await thread(threadId)).state;
  },
  answer: async (body: string, asItIs?: string) => {
    const { threadId } = await ask();
    const { postId } = await postAnswer(as(member), { threadId, body, asItIs });
    return (await post(postId)).state;
  },
  reply: async (body: string, asItIs?: string) => {
    const { postId: parentId } = await ask();
    const { postId } = await postReply(as(member), { parentId, body, asItIs });
    return (await post(postId)).state;
  },
};

describe.each(Object.entries(surfaces))("%s", (_name, write) => {
  it("appears when nothing is said against it", async () => {
    expect(await write(say())).toBe("published");
  });

  it("is held", async () => {
    expect(await write(say(HELD))).toBe("held");
  });

  it("is refused on its field", async () => {
    const fields = await refused(write(say(REFUSED)));
    expect(Object.keys(fields)).toEqual(["body"]);
    expect(fields.body?.key).toBe("checks.wordAuthor");
  });

  it("is talked about before it appears, and goes as it is after that, but no other text", async () => {
    const text = say(MAIL);
    const { token, reasons } = await advised(write(text));
    expect(reasons).toEqual([
      {
        message: { key: "checks.personalAuthor", params: { kind: "email", count: 1 } },
        quotes: ["kim.lee@mailbox.org"],
      },
    ]);
    expect((await advised(write(`${text} soon`, token))).token).not.toBe(token);
    expect(await write(text, token)).toBe("published");
  });
});

it("a title is refused where it stands", async () => {
  const input = question(`The ${REFUSED} on the box glows`, say());
  expect(Object.keys(await refused(startThread(as(member), input)))).toEqual(["title"]);
});

it("what is posted against advice is kept, and personal data goes to staff", async () => {
  const { threadId } = await ask();
  const body = say(MAIL);
  const { token } = await advised(postAnswer(as(member), { threadId, body }));
  const { postId } = await postAnswer(as(member), { threadId, body, asItIs: token });
  const said = (await scene.screenings()).find((row) => row.post_id === postId)!;
  expect(said).toMatchObject({ verdict: "nudge", surface: "answer", member_id: member.id });
  const fact = (await scene.facts(["post.flagged"])).find(
    ({ payload }) => "postId" in payload && payload.postId === postId,
  );
  await openHeldCase(as(staff), fact as never);
  await openHeldCase(as(staff), fact as never);
  const opened = (await scene.cases()).filter((row) => row.post_id === postId);
  expect(opened).toHaveLength(1);
  expect(opened[0]).toMatchObject({
    queue: "personal_data",
    reasons: [
      { key: "screening.postedAnyway" },
      { key: "checks.personalStaff", params: { kind: "email", count: 1 } },
    ],
  });
});

describe("an edit", () => {
  const edit = async (postId: number, body: string, by = member, asItIs?: string) => {
    const { revision } = await post(postId);
    return editPost(as(by), { postId, body, baseRevision: revision, asItIs });
  };

  it("is refused, and talked about, for what it adds only", async () => {
    const { threadId } = await ask();
    const text = say(MAIL);
    const { token } = await advised(answer(threadId, text));
    const { postId } = await postAnswer(as(member), { threadId, body: text, asItIs: token });
    expect(Object.keys(await refused(edit(postId, `${text} ${REFUSED}`)))).toEqual(["body"]);
    await edit(postId, `${text} tomorrow`);
    const { reasons } = await advised(edit(postId, `${text} or ann@mailbox.org`));
    expect(reasons[0]?.quotes).toEqual(["kim.lee@mailbox.org", "ann@mailbox.org"]);
  });

  it("of a member stays visible and goes to staff at once", async () => {
    const { threadId } = await ask();
    const { postId } = await answer(threadId, say());
    await edit(postId, say(HELD));
    expect((await post(postId)).state).toBe("published");
    const facts = await scene.facts(["post.flagged"]);
    const fact = facts.find(({ payload }) => "postId" in payload && payload.postId === postId);
    await openHeldCase(as(staff), fact as never);
    const [opened] = (await scene.cases()).filter((row) => row.post_id === postId);
    expect(opened).toMatchObject({ queue: "held" });
    expect((opened!.reasons as { key: string }[]).map(({ key }) => key)).toEqual([
      "screening.editedVisible",
      "checks.wordStaff",
    ]);
  });

  it("of a newcomer goes out of sight until staff have looked", async () => {
    const { threadId } = await ask();
    const { postId } = await answer(threadId, say(), newcomer);
    expect((await thread(threadId)).answer_count).toBe(1);
    await edit(postId, say(HELD), newcomer);
    expect(await post(postId)).toMatchObject({ state: "held", state_by: null });
    expect((await thread(threadId)).answer_count).toBe(0);
    const own = await ask(newcomer);
    await edit(own.postId, say(HELD), newcomer);
    expect((await thread(own.threadId)).state).toBe("held");
    expect((await post(own.postId)).state).toBe("published");
  });
});

describe("a profile", () => {
  const save = (bio: string, asItIs?: string) =>
    saveProfile(as(other), { name: "Olu Other", bio, asItIs });

  it("is refused on its field, and talked about", async () => {
    expect(Object.keys(await refused(save(REFUSED)))).toEqual(["bio"]);
    const { token } = await advised(save(MAIL));
    await save(MAIL, token);
    // It stands there already.
    await save(`${MAIL} please`);
  });

  it("is saved, and staff are told of the member", async () => {
    await save(`I collect ${HELD}`);
    const [fact] = await scene.facts(["member.profile_flagged"]);
    await openHeldCase(as(staff), fact as never);
    const opened = (await scene.cases()).filter((row) => row.member_id === other.id);
    expect(opened.map(({ queue }) => queue)).toEqual(["suspect"]);
  });
});

describe("a name at sign-up", () => {
  const joins = (memberId: number) =>
    screenNewcomer(as(staff), { type: "member.joined", payload: { memberId } } as never);

  it("is looked at once, and staff are told of the member", async () => {
    const { id } = await makeMember(db, scene.community, { name: `Ann ${HELD}` });
    await joins(id);
    await joins(id);
    const facts = (await scene.facts(["member.profile_flagged"])).filter(
      ({ payload }) => (payload as { memberId: number }).memberId === id,
    );
    expect(facts).toHaveLength(1);
    await openHeldCase(as(staff), facts[0] as never);
    const opened = (await scene.cases()).filter((row) => row.member_id === id);
    expect(opened.map(({ queue }) => queue)).toEqual(["suspect"]);
  });

  it("of most people is nothing to tell", async () => {
    const { id } = await makeMember(db, scene.community, { name: "Ann Archer" });
    await joins(id);
    const facts = await scene.facts(["member.profile_flagged"]);
    expect(facts.map(({ payload }) => (payload as { memberId: number }).memberId)).not.toContain(
      id,
    );
  });
});

describe("who writes", () => {
  it("staff are told instead of held", async () => {
    const { threadId } = await ask();
    const { token } = await advised(answer(threadId, "The grumblewort is in the manual", staff));
    const body = "The grumblewort is in the manual";
    const { postId } = await postAnswer(as(staff), { threadId, body, asItIs: token });
    expect((await post(postId)).state).toBe("published");
  });

  it("newcomers are held for too many posts, the trusted aren’t", async () => {
    await scene.set({ rate: { newcomer: 2, member: 2 } });
    const { threadId } = await ask(staff);
    const states = async (by: typeof member) => {
      const ids = [];
      for (let n = 0; n < 3; n += 1) ids.push((await answer(threadId, say(), by)).postId);
      return Promise.all(ids.map(async (id) => (await post(id)).state));
    };
    expect((await states(trusted)).at(-1)).toBe("published");
    expect((await states(newcomer)).at(-1)).toBe("held");
    await scene.set();
  });

  it("their own repeats are talked about, copies of others are held, a double click is neither", async () => {
    const { threadId } = await ask();
    const text = say("and say it at length so that it can be compared with others");
    const first = await answer(threadId, text);
    expect((await answer(threadId, text)).postId).toBe(first.postId);
    const elsewhere = await ask();
    const { reasons } = await advised(answer(elsewhere.threadId, text));
    expect(reasons[0]?.message.key).toBe("checks.repeatAuthor");
    const copy = await answer(elsewhere.threadId, text, other);
    expect((await post(copy.postId)).state).toBe("held");
  });
});
