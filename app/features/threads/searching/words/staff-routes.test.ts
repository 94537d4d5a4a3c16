import { createHash, randomBytes } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity, makeMember } from "#db/testing/make.ts";
import { loader as frame } from "#app/routes/staff.tsx";
import { action as origins, loader as originsPage } from "#app/routes/staff.origins.tsx";
import { action as pins, loader as pinsPage } from "#app/routes/staff.search.pins.tsx";
import { action as words, loader as wordsPage } from "#app/routes/staff.search.words.tsx";

const { db } = await cloneDatabase();
const community = await makeCommunity(db);
const other = await makeCommunity(db);
const TABLES = ["search_synonym", "search_word_rule", "search_pin", "community_origin"] as const;
const cookies: Record<string, string> = {};
let threadId: number;
let serial = 0;

async function sessionOf(memberId: number, at = community.id): Promise<string> {
  const id = randomBytes(20).toString("hex");
  await db
    .insertInto("member_session")
    .values({
      id_hash: createHash("sha256").update(id).digest("hex"),
      community_id: at,
      member_id: memberId,
      expires_at: new Date(Date.now() + 86_400_000),
    })
    .execute();
  return `porchlight=${id}`;
}

beforeAll(async () => {
  for (const role of ["member", "super_user", "moderator", "admin"] as const) {
    cookies[role] = await sessionOf((await makeMember(db, community, { role })).id);
  }
  const raw = await makeMember(db, community, { role: "admin", verified: false });
  cookies["unverified admin"] = await sessionOf(raw.id);
  const foreign = await makeMember(db, other, { role: "admin" });
  cookies["admin elsewhere"] = await sessionOf(foreign.id, other.id);
  const { id } = await db
    .insertInto("thread")
    .values({
      community_id: community.id,
      kind: "question",
      space_id: community.spaces.general,
      title: "A thread to be pinned",
      slug: "x",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  threadId = id;
});

type Route = (given: {
  request: Request;
  context: { info: { requestId: string; ip: string; signal: AbortSignal } };
  params: Record<string, string>;
}) => Promise<unknown>;

/** The status a route answers with; of a redirect where to. */
async function ask(route: Route, who: string, fields?: Record<string, string>) {
  serial += 1;
  const cookie = cookies[who];
  const request = new Request(`${community.baseUrl}/staff/search/words`, {
    method: fields ? "POST" : "GET",
    headers: cookie ? { cookie } : {},
    body: fields ? new URLSearchParams(fields) : undefined,
  });
  const info = { requestId: `r${serial}`, ip: "127.0.0.1", signal: new AbortController().signal };
  const answer = await route({ request, context: { info }, params: {} }).catch((e: unknown) => e);
  if (answer instanceof Response) return answer.headers.get("location") ?? answer.status;
  if (answer instanceof Error) throw answer;
  return (answer as { init?: ResponseInit }).init?.status ?? 200;
}

async function snapshot(at: number): Promise<unknown[]> {
  return Promise.all(
    TABLES.map((table) =>
      db.selectFrom(table).selectAll().where("community_id", "=", at).execute(),
    ),
  );
}

const MODERATORS = ["moderator", "admin"];
const ADMINS = ["admin"];
const REFUSED = ["guest", "member", "super_user", "unverified admin", "admin elsewhere"];
const SIGN_IN = "/sign-in?to=%2Fstaff%2Fsearch%2Fwords";

const pages: [string, Route, string[]][] = [
  ["the frame", frame, MODERATORS],
  ["words", wordsPage, MODERATORS],
  ["pins", pinsPage, MODERATORS],
  ["origins", originsPage, ADMINS],
];

const actions: [string, Route, string[], () => Record<string, string>][] = [
  [
    "add a synonym",
    words,
    MODERATORS,
    () => ({ do: "synonym", words: `a${serial}x`, means: "b", direction: "both" }),
  ],
  ["paste", words, MODERATORS, () => ({ do: "paste", pasted: `p${serial}x = q` })],
  ["remove a synonym", words, MODERATORS, () => ({ do: "remove", id: "1" })],
  ["add a name", words, MODERATORS, () => ({ do: "rules", rule: "keep", list: `name${serial}` })],
  ["remove a name", words, MODERATORS, () => ({ do: "unrule", word: "x" })],
  [
    "pin",
    pins,
    MODERATORS,
    () => ({ do: "pin", query: `query ${serial}`, thread: String(threadId) }),
  ],
  [
    "take a pin away",
    pins,
    MODERATORS,
    () => ({ do: "arrange", key: "query", thread: String(threadId), verb: "remove" }),
  ],
  [
    "allow a site",
    origins,
    ADMINS,
    () => ({ do: "allow", origin: `https://s${serial}.brand.example` }),
  ],
  ["remove a site", origins, ADMINS, () => ({ do: "remove", origin: "https://brand.example" })],
];

describe("who may tune search", () => {
  it.each(pages)("reads %s", async (_, route, allowed) => {
    for (const who of [...REFUSED, ...MODERATORS]) {
      const answer = await ask(route, who);
      if (allowed.includes(who)) expect([who, answer]).toEqual([who, 200]);
      else if (who === "guest" || who === "admin elsewhere") expect(answer).toBe(SIGN_IN);
      else expect([who, answer]).toEqual([who, 403]);
    }
  });

  it.each(actions)("may %s", async (_, route, allowed, fields) => {
    for (const who of [...REFUSED, ...MODERATORS]) {
      const before = await snapshot(community.id);
      const elsewhere = await snapshot(other.id);
      const answer = await ask(route, who, fields());
      if (allowed.includes(who)) expect(answer).toMatch(/^\/staff\//);
      else {
        if (who === "guest" || who === "admin elsewhere") expect(answer).toMatch(/^\/sign-in/);
        else expect([who, answer]).toEqual([who, 403]);
        expect(await snapshot(community.id)).toEqual(before);
      }
      expect(await snapshot(other.id)).toEqual(elsewhere);
    }
  });

  it("gives back what was typed with what is wrong", async () => {
    expect(await ask(words, "admin", { do: "paste", pasted: "a = " })).toBe(422);
    expect(await ask(words, "admin", { do: "nothing" })).toBe(422);
    expect(await ask(pins, "admin", { do: "pin", query: "x", thread: "/t/999999" })).toBe(422);
    expect(await ask(origins, "admin", { do: "allow", origin: "https://*.example" })).toBe(422);
  });
});
