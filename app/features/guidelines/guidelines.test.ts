import { beforeEach, expect, it } from "vitest";
import type { Actor, Ctx } from "#app/lib/ctx.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidError,
  NotFoundError,
  SignInNeededError,
} from "#app/lib/errors.ts";
import { getPolicyPage } from "#app/features/communities/get-policy-page.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { getGuidelineHistory, getProposal } from "./get-proposals.server.ts";
import {
  commentProposal,
  proposeGuidelines,
  rebaseProposal,
  voteOnProposal,
} from "./propose-guidelines.server.ts";
import { declineProposal, ratifyProposal } from "./ratify-proposal.server.ts";

const { db } = await cloneDatabase();
const GUEST: Actor = { kind: "guest", role: "guest", id: null };
const LATER = new Date(Date.now() + 15 * 86_400_000);

let community: Awaited<ReturnType<typeof makeCommunity>>;
let admin: TestMember;
let author: TestMember;
let other: TestMember;
let member: TestMember;
const ctx = (actor: Actor, now = new Date()): Ctx => ({ ...makeCtx(db, community, actor), now });

beforeEach(async () => {
  community = await makeCommunity(db);
  await db
    .updateTable("community")
    .set({ guidelines: "Be kind.", guidelines_html: "<p>Be kind.</p>" })
    .where("id", "=", community.id)
    .execute();
  admin = await makeMember(db, community, { role: "admin" });
  author = await makeMember(db, community, { role: "super_user" });
  other = await makeMember(db, community, { role: "super_user" });
  member = await makeMember(db, community);
});

const propose = (markdown: string, who = author) =>
  proposeGuidelines(ctx(who), { summary: "Better", markdown });

it("a proposal is voted on, commented and ratified, and the history is public", async () => {
  const id = await propose("Be **kind** and patient.");
  await voteOnProposal(ctx(other), { id, yes: false });
  await voteOnProposal(ctx(other), { id, yes: true });
  await commentProposal(ctx(member), { id, comment: "Yes please" });
  await expect(ratifyProposal(ctx(admin), { id })).rejects.toThrow(ConflictError);
  expect(await ratifyProposal(ctx(admin, LATER), { id })).toBe(2);
  expect(await getPolicyPage(ctx(GUEST), "guidelines")).toContain("<strong>kind</strong>");
  const page = await getProposal(ctx(GUEST), id);
  expect(page).toMatchObject({
    state: "ratified",
    yes: 1,
    no: 0,
    decision: { by: { handle: admin.handle } },
  });
  expect(page.said).toMatchObject([{ text: "Yes please" }]);
  const history = await getGuidelineHistory(ctx(GUEST));
  expect(history).toMatchObject([
    { number: 2, yes: 1, no: 0, by: { handle: admin.handle }, proposalId: id },
    { number: 1, by: null, diff: [{ kind: "same", text: "Be kind." }] },
  ]);
  expect(history[0]!.diff.some(({ kind }) => kind === "added")).toBe(true);
  await expect(voteOnProposal(ctx(author, LATER), { id, yes: true })).rejects.toThrow(
    ConflictError,
  );
  await expect(ratifyProposal(ctx(admin, LATER), { id })).rejects.toThrow(ConflictError);
});

it("a proposal against an older version is rebased, and voted on anew, before it is ratified", async () => {
  const first = await propose("Be kind. Be brief.");
  const second = await propose("Be kind. Be clear.", other);
  for (const id of [first, second]) await voteOnProposal(ctx(other), { id, yes: true });
  const results = await Promise.allSettled(
    [first, second].map((id) => ratifyProposal(ctx(admin, LATER), { id })),
  );
  expect(results.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  const behind = results[0]!.status === "fulfilled" ? second : first;
  const who = behind === first ? author : other;
  await expect(ratifyProposal(ctx(admin, LATER), { id: behind })).rejects.toMatchObject({
    publicMessage: { key: "guidelines.behind", params: { base: 1, now: 2 } },
  });
  const stranger = behind === first ? other : author;
  const markdown = "Be kind. Be brief. Be clear.";
  await expect(rebaseProposal(ctx(stranger), { id: behind, markdown })).rejects.toThrow(
    ForbiddenError,
  );
  await rebaseProposal(ctx(who, LATER), { id: behind, markdown });
  expect(await getProposal(ctx(who, LATER), behind)).toMatchObject({ yes: 0, behind: null });
  const muchLater = new Date(LATER.getTime() + 15 * 86_400_000);
  await expect(ratifyProposal(ctx(admin, muchLater), { id: behind })).rejects.toThrow(
    ConflictError,
  );
  await voteOnProposal(ctx(other, LATER), { id: behind, yes: true });
  expect(await ratifyProposal(ctx(admin, muchLater), { id: behind })).toBe(3);
});

it("everybody keeps to their part", async () => {
  await expect(propose("Other", member)).rejects.toThrow(ForbiddenError);
  await expect(propose("Other", admin)).rejects.toThrow(ForbiddenError);
  await expect(propose("Be kind.")).rejects.toThrow(InvalidError);
  const id = await propose("Other");
  await expect(voteOnProposal(ctx(member), { id, yes: true })).rejects.toThrow(ForbiddenError);
  await expect(voteOnProposal(ctx(admin), { id, yes: true })).rejects.toThrow(ForbiddenError);
  await expect(voteOnProposal(ctx(other, LATER), { id, yes: true })).rejects.toThrow(ConflictError);
  await expect(commentProposal(ctx(GUEST), { id, comment: "x" })).rejects.toThrow(
    SignInNeededError,
  );
  await expect(ratifyProposal(ctx(author, LATER), { id })).rejects.toThrow(ForbiddenError);
  const elsewhere = await makeCommunity(db);
  await expect(getProposal(makeCtx(db, elsewhere), id)).rejects.toThrow(NotFoundError);
  await declineProposal(ctx(admin), { id, note: "Too short" });
  expect(await getProposal(ctx(GUEST), id)).toMatchObject({
    state: "declined",
    decision: { note: "Too short" },
  });
  expect(await getPolicyPage(ctx(GUEST), "guidelines")).toBe("<p>Be kind.</p>");
});
