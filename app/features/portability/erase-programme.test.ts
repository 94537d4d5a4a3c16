import { expect, it } from "vitest";
import {
  commentProposal,
  proposeGuidelines,
  voteOnProposal,
} from "#app/features/guidelines/propose-guidelines.server.ts";
import { acceptInvitation } from "#app/features/reputation/programme/answer-invitation.server.ts";
import { inviteMember } from "#app/features/reputation/programme/nominate-member.server.ts";
import { addPerk, givePerk } from "#app/features/reputation/programme/perks.server.ts";
import { assignMentor } from "#app/features/reputation/programme/review-term.server.ts";
import { setProgramme } from "#app/features/reputation/programme/set-programme.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeCtx, makeMember, type TestMember } from "#db/testing/make.ts";
import { eraseMember } from "./erase-member.server.ts";
import { exported } from "./testing/exported.ts";

const { db } = await cloneDatabase();

it("terms, perks and proposals of a member are in their export, not those of whom they mentor; votes stay", async () => {
  const community = await makeCommunity(db);
  const at = community.id;
  const admin = await makeMember(db, community, { role: "admin" });
  const [leaving, stays] = [await makeMember(db, community), await makeMember(db, community)];
  const as = (actor: TestMember) => makeCtx(db, community, actor);
  await setProgramme(as(admin), {
    active: true,
    termMonths: 6,
    spaceId: null,
    wording: "Be kind.",
  });
  const terms = new Map<number, number>();
  for (const member of [leaving, stays]) {
    const reason = `Because ${member.handle}`;
    terms.set(member.id, await inviteMember(as(admin), { handle: member.handle, reason }));
    await acceptInvitation(as(member), { wordingVersion: 1, agreed: true, listed: true });
  }
  const superUser = (member: TestMember): TestMember => ({ ...member, role: "super_user" });
  await assignMentor(as(admin), { termId: terms.get(stays.id)!, mentor: leaving.handle });
  const codes = ["CODE-1", "CODE-2"];
  const perkId = await addPerk(as(admin), { name: "A month free", description: "", codes });
  for (const termId of terms.values()) await givePerk(as(admin), { termId, perkId });
  const id = await proposeGuidelines(as(superUser(leaving)), {
    summary: "Kinder",
    markdown: "Be kinder.",
  });
  for (const member of [leaving, stays]) {
    await voteOnProposal(as(superUser(member)), { id, yes: true });
    await commentProposal(as(member), { id, comment: `Says ${member.handle}` });
  }

  const content = await exported(makeCtx(db, community), leaving.id);
  expect(content).toMatchObject({
    programme_term: [{ state: "active", reason: `Because ${leaving.handle}` }],
    programme_change: [{ to_state: "invited" }, { to_state: "active" }],
    perk_code: [{ code: "CODE-1" }],
    guideline_proposal: [{ summary: "Kinder" }],
    guideline_vote: [{ yes: true }],
    guideline_comment: [{ text: `Says ${leaving.handle}` }],
  });
  expect(JSON.stringify(content)).not.toContain(stays.handle);

  await db
    .updateTable("member")
    .set({ erase_at: new Date(0) })
    .where("id", "=", leaving.id)
    .execute();
  expect(await eraseMember(makeCtx(db, community), leaving.id)).toBe(true);
  const of = async (table: "programme_term" | "programme_change" | "guideline_vote") =>
    (await db.selectFrom(table).select("member_id").where("community_id", "=", at).execute()).map(
      (row) => row.member_id,
    );
  expect(await of("programme_term")).toEqual([stays.id]);
  expect(new Set(await of("programme_change"))).toEqual(new Set([stays.id]));
  expect(new Set(await of("guideline_vote"))).toEqual(new Set([null, stays.id]));
  const mentored = await db.selectFrom("programme_term").select("mentor_id").execute();
  expect(mentored).toEqual([{ mentor_id: null }]);
  // Given once, whoever had it.
  const free = await db
    .selectFrom("perk_code")
    .select("code")
    .where("given_at", "is", null)
    .execute();
  expect(free).toEqual([]);
});
