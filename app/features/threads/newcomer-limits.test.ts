import { beforeAll, describe, expect, it } from "vitest";
import type { Community } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { editPost } from "./edit-post.server.ts";
import { postAnswer } from "./post-answer.server.ts";
import { postReply } from "./post-reply.server.ts";
import { startThread } from "./start-thread.server.ts";

const { db } = await cloneDatabase();
let community: Community;
let newcomer: TestMember;
let member: TestMember;
let superUser: TestMember;
let staff: TestMember;
let threadId: number;
let serial = 0;

const as = (actor: TestMember) => makeCtx(db, community, actor);

function ask(actor: TestMember, body: string) {
  serial += 1;
  const title = `A question about limits ${serial}`;
  return startThread(as(actor), { kind: "question", title, body, spaceSlug: "general" });
}

/** What the form says about the text; `null` when it was taken. */
async function refusal(sent: Promise<unknown>) {
  try {
    await sent;
    return null;
  } catch (error) {
    if (error instanceof InvalidError) return error.fields.body;
    throw error;
  }
}

beforeAll(async () => {
  community = await makeCommunity(db, { host: "help.brand.localhost" });
  newcomer = await makeMember(db, community, { powers: [] });
  member = await makeMember(db, community);
  superUser = await makeMember(db, community, { role: "super_user" });
  staff = await makeMember(db, community, { role: "moderator" });
  await db
    .insertInto("community_origin")
    .values({ community_id: community.id, origin: "https://www.brand.example" })
    .execute();
  ({ threadId } = await ask(member, "See [the guide](https://guide.example/a?b=1&c=2) first."));
});

const LINK = "Look at https://elsewhere.example/page for it.";
const PICTURE = "It looks like this: ![lamp](/files/abcdefghijklmnopqrstuvwxyz-20x10/lamp.webp)";

describe("a newcomer’s text", () => {
  it("leads to no other site, and says which rank may", async () => {
    const said = {
      key: "powers.noLinks",
      params: { site: "elsewhere.example", rank: "Neighbour" },
    };
    expect(await refusal(ask(newcomer, LINK))).toEqual(said);
    const tried = {
      kind: "question",
      title: "A question with more",
      spaceSlug: "general",
    } as const;
    const more = startThread(as(newcomer), { ...tried, body: "Hm.", tried: LINK });
    expect(await refusal(more)).toEqual(said);
    expect(await refusal(postAnswer(as(newcomer), { threadId, body: LINK }))).toEqual(said);
    const { postId } = await postAnswer(as(member), { threadId, body: "Off and on." });
    expect(await refusal(postReply(as(newcomer), { parentId: postId, body: LINK }))).toEqual(said);
    const own = await postAnswer(as(newcomer), { threadId, body: "On and off." });
    const edit = { postId: own.postId, body: LINK, baseRevision: 1 };
    expect(await refusal(editPost(as(newcomer), edit))).toEqual(said);
    expect(
      await refusal(postAnswer(as(newcomer), { threadId, body: "[x](HTTPS://a.example)" })),
    ).toMatchObject({ params: { site: "a.example" } });
  });

  it("shows no picture", async () => {
    expect(await refusal(postAnswer(as(newcomer), { threadId, body: PICTURE }))).toMatchObject({
      key: "powers.noImages",
      params: { rank: "Neighbour" },
    });
  });

  it.each([
    ["a page of the community", "See http://help.brand.localhost/s/general there."],
    ["a page by its path", "See [there](/s/general)."],
    ["a site that the brand allows", "See https://www.brand.example/help for it."],
    ["an address in code", "Set `https://elsewhere.example` as the host."],
    ["a mail address", "Write to [us](mailto:help@brand.example)."],
    ["a link that stands in the thread", "> [guide](https://guide.example/a?b=1&c=2)\n\nDone."],
  ])("may hold %s", async (_, body) => {
    expect(await refusal(postAnswer(as(newcomer), { threadId, body }))).toBeNull();
  });

  it("is refused where only the beginning of a link stands in the thread", async () => {
    const body = "See https://guide.example/a for it.";
    expect(await refusal(postAnswer(as(newcomer), { threadId, body }))).not.toBeNull();
  });

  it("keeps what it held before an edit, and gets no more of it", async () => {
    const { postId } = await postAnswer(as({ ...newcomer, powers: new Set(["post.links"]) }), {
      threadId,
      body: LINK,
    });
    const again = { postId, body: `${LINK} And more words.`, baseRevision: 1 };
    expect(await refusal(editPost(as(newcomer), again))).toBeNull();
    const more = { postId, body: `${LINK} https://third.example`, baseRevision: 2 };
    expect(await refusal(editPost(as(newcomer), more))).not.toBeNull();
  });

  it("is free with the power, for super users and for staff", async () => {
    for (const actor of [member, superUser, staff]) {
      expect(await refusal(postAnswer(as(actor), { threadId, body: LINK }))).toBeNull();
    }
    const linker: TestMember = { ...newcomer, powers: new Set(["post.links"]) };
    expect(await refusal(postAnswer(as(linker), { threadId, body: PICTURE }))).not.toBeNull();
  });

  it("names no rank where none unlocks it", async () => {
    await db
      .insertInto("rank_list")
      .values({
        community_id: community.id,
        version: 1,
        ranks: JSON.stringify([{ key: "all", name: "All", formula: "", powers: [] }]),
      })
      .execute();
    expect(await refusal(ask(newcomer, LINK))).toMatchObject({ key: "powers.noLinksAtAll" });
  });
});
