import { beforeAll, describe, expect, it } from "vitest";
import { checkSettings, type CheckSettings } from "#app/features/automod/checks/settings.ts";
import { askTrial } from "#app/features/automod/rules/ask-trial.server.ts";
import { loadSettings } from "#app/features/automod/rules/load-settings.server.ts";
import { saveSettings } from "#app/features/automod/rules/save-settings.server.ts";
import type { Finding, Verdict } from "#app/features/automod/screened.ts";
import { VERDICTS } from "#app/features/automod/screened.ts";
import { editPost } from "#app/features/threads/edit-post.server.ts";
import { postAnswer } from "#app/features/threads/post-answer.server.ts";
import { postReply } from "#app/features/threads/post-reply.server.ts";
import { startThread } from "#app/features/threads/start-thread.server.ts";
import { AdviceError } from "#app/lib/errors.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeMember, type TestMember } from "#db/testing/make.ts";
import { runFollowers } from "#db/testing/run-followers.ts";
import { decide } from "../decide.server.ts";
import { openDesk, type Desk } from "../testing/open-desk.server.ts";
import { getTrial } from "./get-trial.server.ts";
import { runTrial, tryOnHistory } from "./run-trial.server.ts";

const { db } = await cloneDatabase();
let desk: Desk;
let clock = Date.now() - 20 * 86_400_000;
let start: Date;
const MINUTE = 60_000;

const LIVE: CheckSettings = checkSettings.parse({
  words: { lists: [{ name: "Rivals", mode: "hold", entries: ["ringfast", "tele pluto"] }] },
  rate: { newcomer: 4, member: 8 },
  newcomerLimits: { links: 1, images: 1 },
});

/** Everybody's next moment: what is known then differs from text to text. */
function as(member: TestMember) {
  clock += 7 * MINUTE;
  return desk.as(member, new Date(clock));
}

/** Posts as somebody does who is told something first and posts it all the same. */
async function insisting<T>(post: (asItIs: string | undefined) => Promise<T>): Promise<T> {
  try {
    return await post(undefined);
  } catch (error) {
    if (!(error instanceof AdviceError)) throw error;
    return post(error.advice.token);
  }
}

const TEXTS = [
  "Turn the router off and on again, then wait for the blue light to come back.",
  "thanks",
  "RESTART THE WHOLE THING AND TRY IT ONCE MORE, THAT ALWAYS WORKS FOR ME",
  "You should go to Ringfast instead, they never have this problem in my street.",
  "Call me on (212) 555-0142 and I will walk you through it, it is not hard.",
  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
  "See [the guide](https://unknown-shop.example.net/guide) and [this](https://other.example.org/b) for more.",
  "Look at https://bit.ly/abc123 where all of this is said at length for every router.",
  "Open [https://brand.example/login](https://evil.example.com/login) and sign in there again.",
  "Turn the router off and on again, then wait for the blue light to come back.",
  "Look at [the guide](https://unknown-shop.example.net/guide) once more, it was changed since then.",
];

let newcomer: TestMember;
let member: TestMember;
let trusted: TestMember;

async function writeAll() {
  const authors = [newcomer, member, trusted, desk.superUser, desk.staff];
  const { threadId, postId } = await startThread(as(desk.asker), {
    kind: "question",
    title: "Why does it drop every evening at nine",
    body: "It drops again and again, and nobody could tell me why so far.",
    spaceSlug: "general",
    tags: ["wifi"],
  });
  for (const [turn, body] of TEXTS.entries()) {
    for (const author of authors) {
      const by = author.id + turn;
      const text = turn % 2 === 0 ? `${body} (${by})` : body;
      const made = await insisting((asItIs) =>
        by % 3 === 0
          ? postReply(as(author), { parentId: postId, body: text, asItIs })
          : postAnswer(as(author), { threadId, body: text, asItIs }),
      );
      if (by % 4 === 0) {
        await insisting((asItIs) =>
          editPost(as(author), {
            postId: made.postId,
            body: `${text} Tele Pluto is no better.`,
            baseRevision: 1,
            asItIs,
          }),
        );
      }
    }
    await runFollowers(as(desk.admin), start);
  }
}

const strongest = (findings: readonly Finding[]): Verdict =>
  VERDICTS.findLast((verdict) => findings.some((one) => one.verdict === verdict))!;

/** What live screening said, by check and verdict. */
async function liveCounts() {
  const rows = await db.selectFrom("screening").select(["findings"]).orderBy("id").execute();
  const counts: Record<string, Record<string, number>> = {};
  for (const row of rows) {
    const findings = row.findings as Finding[];
    for (const check of new Set(findings.map((finding) => finding.check))) {
      const verdict = strongest(findings.filter((finding) => finding.check === check));
      (counts[check] ??= {})[verdict] = (counts[check][verdict] ?? 0) + 1;
    }
  }
  return counts;
}

beforeAll(async () => {
  desk = await openDesk(db);
  start = new Date(clock);
  newcomer = {
    ...(await makeMember(db, desk.community)),
    powers: new Set(["post.links", "post.images"]),
  };
  member = await makeMember(db, desk.community);
  trusted = await makeMember(db, desk.community);
  await db.updateTable("member").set({ rank: 1 }).where("id", "=", member.id).execute();
  await db.updateTable("member").set({ rank: 4 }).where("id", "=", trusted.id).execute();
  const { version } = await loadSettings(desk.as(desk.admin));
  await saveSettings(desk.as(desk.admin), { settings: LIVE, version });
  const ranked = (who: TestMember, index: number): TestMember => ({
    ...who,
    rank: { ...who.rank, index },
  });
  member = ranked(member, 1);
  trusted = {
    ...ranked(trusted, 4),
    powers: new Set([...trusted.powers, "post.voteHide" as const]),
  };
  await writeAll();
}, 240_000);

const span = () => ({ from: start, until: new Date(clock + MINUTE) });

describe("a dry run", () => {
  it("counts what live screening did, check by check and verdict by verdict", async () => {
    const live = await liveCounts();
    expect(Object.keys(live).length).toBeGreaterThan(8);
    const report = await tryOnHistory(desk.as(desk.admin), { settings: LIVE, ...span() });
    const dry = Object.fromEntries(
      report.checks.flatMap(({ check, tried }) => {
        const found = Object.entries(tried.verdicts).filter(([, count]) => count > 0);
        return found.length > 0 ? [[check, Object.fromEntries(found)]] : [];
      }),
    );
    expect(dry).toEqual(live);
    expect(report.all).toMatchObject({ newly: 0, noLonger: 0 });
    expect(report.all.tried).toEqual(report.all.inForce);
  });

  it("says what would be different, whom it would hit, and what staff decided about it", async () => {
    const { threadId } = await startThread(as(member), {
      kind: "question",
      title: "Is gadgetron any good for this",
      body: "Somebody told me that gadgetron could help with the signal here.",
      spaceSlug: "general",
      tags: ["wifi"],
    });
    const said = "Gadgetron never worked for me, not once in all of the years.";
    const answer = (body: string) =>
      insisting((asItIs) => postAnswer(as(trusted), { threadId, body, asItIs }));
    const first = await answer(said);
    const second = await answer(`Besides: ${said} Really.`);
    await decide(desk.as(desk.staff), {
      verb: "remove",
      subject: { kind: "post", id: first.postId },
      reason: "Spam",
    });
    const settings = {
      ...LIVE,
      words: {
        sparesTrusted: false,
        lists: [{ name: "New", mode: "reject" as const, entries: ["gadgetron"] }],
      },
    };
    const report = await tryOnHistory(desk.as(desk.admin), { settings, ...span() });
    const words = report.checks.find(({ check }) => check === "words")!;
    expect(words.tried).toMatchObject({
      verdicts: { reject: 3, hold: 0 },
      authors: { member: 1, trusted: 1, newcomer: 0 },
      removed: 1,
      stood: 2,
    });
    expect(words.newly).toBe(3);
    expect(words.noLonger).toBe(Object.values(words.inForce.verdicts).reduce((a, b) => a + b, 0));
    expect(words.examples.map(({ postId }) => postId)).toContain(second.postId);
  });

  it("is kept at its own address, for staff of the community", async () => {
    const admin = desk.as(desk.admin);
    const trialId = await askTrial(admin, { settings: LIVE, version: 1 });
    expect(await getTrial(admin, trialId)).toMatchObject({ state: "waiting", report: null });
    const event = { payload: { trialId } } as Parameters<typeof runTrial>[1];
    await runTrial(admin, event);
    const page = await getTrial(desk.as(desk.staff), trialId);
    expect(page).toMatchObject({ state: "done", edits: false, differences: [] });
    expect(page.done).toBe(page.report!.texts);
    const examples = page.report!.checks.flatMap((check) => check.examples);
    expect(examples.every(({ reason, text }) => reason !== "" && text !== "")).toBe(true);
    await expect(getTrial(desk.as(desk.superUser), trialId)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(
      askTrial(desk.as(desk.staff), { settings: LIVE, version: 1 }),
    ).rejects.toMatchObject({ code: "forbidden" });
    const elsewhere = await openDesk(db);
    await expect(getTrial(elsewhere.as(elsewhere.admin), trialId)).rejects.toMatchObject({
      code: "not_found",
    });
  });
});
