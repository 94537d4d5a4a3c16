import { expect, test } from "@playwright/test";
import { IDS, type CanaryMember } from "./canary/ids.ts";
import { canariesIn, makeCanaries, type CanaryCommunity } from "./canary/make-canaries.ts";
import {
  addressesToRead,
  builtRoutes,
  dataAddress,
  routeTable,
  type BuiltRoute,
} from "./canary/route-table.ts";
import { searchLeaks } from "./canary/search-leaks.ts";
import { digestOf, queryOne } from "./database.ts";
import { send, type Sent } from "./send.ts";
import { startSession } from "./sessions.ts";

// Each asks every address of every route, as everybody.
test.describe.configure({ mode: "default", timeout: 600_000 });

const routes = builtRoutes();
let a: CanaryCommunity;
let b: CanaryCommunity;

test.beforeAll(async () => {
  ({ a, b } = await makeCanaries());
});

type Actor = { name: string; session?: string; sees: string[] };

const SEES: Record<CanaryMember, string[]> = {
  reader: ["public", "member"],
  author: ["public", "member", "author"],
  expert: ["public", "member", "lounge"],
  moderator: ["public", "member", "author", "lounge", "staff"],
  admin: ["public", "member", "author", "lounge", "staff"],
};

async function actors(): Promise<Actor[]> {
  const own = await Promise.all(
    (Object.keys(SEES) as CanaryMember[]).map(async (handle) => ({
      name: handle,
      session: await startSession(handle, a.origin),
      sees: SEES[handle],
    })),
  );
  const foreign = await startSession("admin", b.origin);
  return [
    { name: "guest", sees: ["public"] },
    ...own,
    { name: "admin of B", session: foreign, sees: ["public"] },
  ];
}

/** What an address may show besides what its reader may see anywhere. */
function alsoAt(address: string): string[] {
  if (address.startsWith("/outbox")) return ["outbox"];
  // One's own address; the texts of others never carry it.
  return address.startsWith("/settings") ? ["self"] : [];
}

const whole = ({ headers, body }: Sent) => JSON.stringify(headers) + body;

/** The ways to one page: itself, its data, and its own loader without those above it. */
function waysTo(id: string, address: string): string[] {
  return [address, dataAddress(address), dataAddress(address, id)];
}

test("the table has an address of every route", () => {
  expect(Object.keys(routeTable).sort()).toEqual(routes.map(({ id }) => id).sort());
});

test("no page and no loader shows what its reader may not see", async () => {
  const leaks = new Set<string>();
  const seen = new Set<string>();
  for (const actor of await actors()) {
    for (const { id } of routes) {
      for (const way of addressesToRead(id).flatMap((address) => waysTo(id, address))) {
        const sent = await send(a.origin, way, { session: actor.session });
        if (sent.status >= 500) leaks.add(`${actor.name} ${way}: ${sent.status}`);
        for (const canary of canariesIn(whole(sent))) {
          const [letter, level = ""] = canary.split(" ");
          const allowed = letter === "a" && [...actor.sees, ...alsoAt(way)].includes(level);
          if (allowed) seen.add(`${actor.name} ${level}`);
          else leaks.add(`${actor.name} ${way}: ${canary}`);
        }
      }
    }
  }
  expect([...leaks]).toEqual([]);
  // The sweep is worth something only where those who may see do.
  for (const [handle, levels] of Object.entries(SEES)) {
    for (const level of levels) expect([...seen]).toContain(`${handle} ${level}`);
  }
});

test("no search finds, counts, completes or corrects what its searcher may not see", async () => {
  const { words } = await queryOne<{ words: number }>(
    `select count(*)::int as words from search_word
     where community_id = $1 and word in ('canaryaauthorz', 'canaryastaffz', 'canaryaloungez')`,
    [a.id],
  );
  // Otherwise there would be nothing to find.
  expect(words).toBe(3);
  const leaks: string[] = [];
  for (const actor of await actors()) leaks.push(...(await searchLeaks(a, actor)));
  expect(leaks).toEqual([]);
});

/** A response without what may differ between two missing things: their ids and the request's. */
function impersonal(sent: Sent, ids: number[]): string {
  const { date: _date, "x-request-id": _id, "content-length": _length, ...headers } = sent.headers;
  return ids.reduce(
    (text, id) => text.replaceAll(String(id), "ID"),
    JSON.stringify([sent.status, headers, sent.body]),
  );
}

const INVISIBLE: Record<"guest" | "reader" | "expert", { threads: number[]; posts: number[] }> = {
  guest: {
    threads: [IDS.held, IDS.hidden, IDS.deleted, IDS.inLounge],
    posts: [IDS.heldAnswer, IDS.deletedAnswer, IDS.held + 1_000, IDS.inLounge + 1_000],
  },
  reader: {
    threads: [IDS.held, IDS.hidden, IDS.deleted, IDS.inLounge],
    posts: [IDS.heldAnswer, IDS.deletedAnswer, IDS.hidden + 1_000, IDS.inLounge + 1_000],
  },
  expert: {
    threads: [IDS.held, IDS.hidden, IDS.deleted],
    posts: [IDS.heldAnswer, IDS.deletedAnswer, IDS.deleted + 1_000],
  },
};

const THREAD_PATHS = ["/t/ID", "/t/ID/same-thread", "/t/ID/do/lock", "/t/ID/do/same-here"];
const POST_PATHS = ["/p/ID", "/p/ID/edit", "/p/ID/history", "/p/ID/hide", "/p/ID/helpful"];
const FORM = { intent: "answer", body: "text", reason: "r", on: "yes", baseRevision: "1" };

for (const [name, { threads, posts }] of Object.entries(INVISIBLE)) {
  test(`invisible and missing are the same to ${name}`, async () => {
    const session = name === "guest" ? undefined : await startSession(name, a.origin);
    const cases = [
      ...threads.flatMap((id) => THREAD_PATHS.map((path) => ({ id, path }))),
      ...posts.flatMap((id) => POST_PATHS.map((path) => ({ id, path }))),
    ];
    for (const { id, path } of cases) {
      for (const address of [path, dataAddress(path)]) {
        for (const form of [undefined, FORM]) {
          const [invisible, missing] = await Promise.all(
            [id, IDS.unknown].map((which) =>
              send(a.origin, address.replaceAll("ID", String(which)), { session, form }),
            ),
          );
          const ids = [id, IDS.unknown];
          const what = `${form ? "POST" : "GET"} ${address} of ${id}`;
          expect.soft(impersonal(invisible!, ids), what).toBe(impersonal(missing!, ids));
        }
      }
    }
  });
}

test("a space one may not read is a space that is not there", async () => {
  for (const address of ["/s/same-lounge", "/s/same-lounge.data", "/s/same-lounge?list=top"]) {
    const [invisible, missing] = await Promise.all([
      send(a.origin, address),
      send(a.origin, address.replace("same-lounge", "no-suchspace")),
    ]);
    expect(missing!.status).toBe(404);
    const plain = (sent: Sent) => impersonal(sent, []).replaceAll(/same-lounge|no-suchspace/g, "S");
    expect(plain(invisible!)).toBe(plain(missing!));
  }
});

/** Forms that guests may send; they change things, but not for who is signed in elsewhere. */
const FOR_GUESTS = ["sign-in", "sign-up", "forgot", "reset", "verify"].map((n) => `routes/${n}`);

const mutating = ({ id, hasAction }: BuiltRoute) => hasAction && !FOR_GUESTS.includes(id);

test("a session of B changes nothing in A, and A’s page for it changes nothing in B", async () => {
  const session = await startSession("admin", b.origin);
  // In A they are a guest, and a guest's question is kept.
  const before = await digestOf([a.id, b.id], ["kept_question"]);
  for (const { id } of routes.filter(mutating)) {
    for (const address of routeTable[id] ?? []) {
      const form = {
        ...FORM,
        title: "A title that is long enough",
        kind: "question",
        spaceSlug: "same-space",
        tags: "",
        parentId: String(IDS.answer),
        session: "0".repeat(64),
        name: "Changed",
        bio: "",
      };
      const sent = await send(a.origin, address, { session, form });
      expect(sent.status, `${address} ${sent.headers.location}`).toBeLessThan(500);
    }
  }
  expect(await digestOf([a.id, b.id], ["kept_question"])).toEqual(before);
});

test("reading changes nothing but how far one has read and what is looked for", async () => {
  const session = await startSession("admin", a.origin);
  // What is looked for is kept, but not who looked.
  const kept = ["thread_read", "search_log"];
  const before = await digestOf([a.id, b.id], kept);
  for (const { id } of routes) {
    for (const address of addressesToRead(id)) {
      await send(a.origin, address, { session });
      await send(a.origin, address, { session, method: "HEAD" });
    }
  }
  expect(await digestOf([a.id, b.id], kept)).toEqual(before);
});
