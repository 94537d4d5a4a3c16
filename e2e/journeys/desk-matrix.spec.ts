import { randomBytes } from "node:crypto";
import { MODERATION_VERBS, type ModerationVerb } from "#app/features/members/moderation-verbs.ts";
import { copyCommunity } from "../copy-community.ts";
import { expect, query, test } from "../fixtures.ts";
import { originOf } from "../origins.ts";
import { send, type Sent } from "../send.ts";
import { startSession } from "../sessions.ts";
import { newWriter } from "../new-writer.ts";

// Straight to the server, as nobody's page would: what a page doesn't offer is refused all the same.
const slug = `matrix-${randomBytes(4).toString("hex")}`;
const origin = originOf(`${slug}.localhost`);
let communityId = 0;

type Role = "guest" | "member" | "super user" | "moderator of the space" | "moderator" | "admin";
const HANDLES: Record<Role, string | null> = {
  guest: null,
  member: "priya",
  "super user": "tom",
  "moderator of the space": "marta",
  moderator: "dan",
  admin: "ruth",
};
const ROLES = Object.keys(HANDLES) as Role[];
const STAFF: Role[] = ["moderator", "admin"];
const DESK: Role[] = ["moderator of the space", ...STAFF];
const ABOUT_MEMBERS: ModerationVerb[] = [
  "silence",
  "suspend",
  "ban",
  "remove_all",
  "erase_address",
];

const sessions = new Map<Role, string>();

test.describe.configure({ mode: "default" });

test.beforeAll(async () => {
  communityId = await copyCommunity({
    from: "larkfield",
    slug,
    host: new URL(origin).hostname,
    locale: "en",
    name: "Matrix",
  });
  await query("insert into desk_settings values ($1, 0, 0)", [communityId]);
  await query(
    `insert into space_moderator (community_id, space_id, member_id)
     select s.community_id, s.id, m.id from space s, member m
     where s.community_id = $1 and s.slug = 'wifi' and m.community_id = $1 and m.handle = 'marta'`,
    [communityId],
  );
  for (const role of ROLES) {
    const handle = HANDLES[role];
    if (handle !== null) sessions.set(role, await startSession(handle, origin));
  }
});

function post(role: Role, path: string, form: Record<string, string>): Promise<Sent> {
  return send(origin, path, { session: sessions.get(role), form });
}

function read(role: Role, path: string): Promise<Sent> {
  return send(origin, path, { session: sessions.get(role) });
}

/** Whether somebody was let in: not signed in, not allowed and not there are all no. */
function isIn({ status, headers }: Sent): boolean {
  if ([401, 403, 404].includes(status)) return false;
  return !(status === 302 && headers.location?.startsWith("/sign-in"));
}

/** A question with an answer by somebody new, both reported, in a space. */
async function reported(space: string) {
  const handle = await newWriter(origin);
  const [thread] = await query<{ id: number; opening: number; answer: number }>(
    `insert into thread (community_id, kind, space_id, author_id, title, slug, reply_count, answer_count)
     select $1, 'question', s.id, m.id, 'What is this', 'what-is-this', 1, 1 from member m, space s
     where m.community_id = $1 and m.handle = $2 and s.community_id = $1 and s.slug = $3
     returning id, nextval(pg_get_serial_sequence('post', 'id')) as opening,
       nextval(pg_get_serial_sequence('post', 'id')) as answer`,
    [communityId, handle, space],
  );
  const { id, opening, answer } = thread!;
  for (const [postId, kind] of [
    [opening, "opening"],
    [answer, "answer"],
  ] as const) {
    await query(
      `insert into post (community_id, id, thread_id, kind, root_id, author_id, document, html, text)
       select $1, $3, id, $4, $3, author_id,
         '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Call 212-555-0142"}]}]}',
         '<p>Call 212-555-0142</p>', 'Call 212-555-0142' from thread where community_id = $1 and id = $2`,
      [communityId, id, postId, kind],
    );
  }
  await query("update thread set opening_post_id = $3 where community_id = $1 and id = $2", [
    communityId,
    id,
    opening,
  ]);
  const cases = await query<{ id: number; post_id: number | null }>(
    `insert into moderation_case (community_id, queue, thread_id, post_id, space_id)
     select $1, 'reported', x.thread_id, x.post_id, t.space_id
     from (values ($2::bigint, null::bigint), (null, $3)) x (thread_id, post_id), thread t
     where t.community_id = $1 and t.id = $2 returning id, post_id`,
    [communityId, id, answer],
  );
  const caseOf = (about: "thread" | "post") =>
    cases.find(({ post_id: postId }) => (postId === null) === (about === "thread"))!.id;
  return { thread: id, answer, caseOf };
}

type Reported = Awaited<ReturnType<typeof reported>>;

/** Verbs that only an answer can be decided with. */
const OF_ANSWERS: ModerationVerb[] = ["mark_official", "unmark_official", "split"];

function decision(verb: ModerationVerb, of: Reported): Record<string, string> {
  const kind = OF_ANSWERS.includes(verb) ? "post" : "thread";
  return {
    intent: "decide",
    verb,
    kind,
    id: String(kind === "post" ? of.answer : of.thread),
    case: String(of.caseOf(kind)),
    lastSeen: "",
    reason: "The house rules say why.",
    rule: "",
    hours: "24",
    target: "1",
    spaceSlug: "wifi",
    title: "What is this, really",
    threadKind: "discussion",
  };
}

for (const verb of MODERATION_VERBS) {
  const allowed = ABOUT_MEMBERS.includes(verb) ? STAFF : DESK;
  test(`${verb} is open to ${allowed.join(", ")}`, async () => {
    const found = await reported("wifi");
    for (const role of ROLES.filter((name) => !allowed.includes(name))) {
      const sent = await post(role, "/staff/desk", decision(verb, found));
      expect(isIn(sent), `${role}: ${sent.status}`).toBe(false);
    }
    const [made] = await query<{ count: number }>(
      "select count(*)::int as count from decision where community_id = $1 and thread_id = $2",
      [communityId, found.thread],
    );
    expect(made!.count).toBe(0);
    for (const role of allowed) {
      const sent = await post(role, "/staff/desk", decision(verb, await reported("wifi")));
      expect(isIn(sent), `${role}: ${sent.status}`).toBe(true);
    }
    const elsewhere = await reported("billing");
    const sent = await post("moderator of the space", "/staff/desk", decision(verb, elsewhere));
    expect(isIn(sent), `in another space: ${sent.status}`).toBe(false);
  });
}

const OTHERS: { what: string; path: string; form?: Record<string, string>; roles: Role[] }[] = [
  { what: "the desk", path: "/staff/desk", roles: DESK },
  { what: "canned replies", path: "/staff/replies", roles: STAFF },
  {
    what: "saving a canned reply",
    path: "/staff/replies",
    form: { do: "save", id: "new", name: "", text: "" },
    roles: STAFF,
  },
  { what: "decisions", path: "/staff/decisions", roles: STAFF },
  { what: "their export", path: "/staff/decisions/export.csv", roles: ["admin"] },
  { what: "their export by lines", path: "/staff/decisions/export.jsonl", roles: ["admin"] },
  { what: "working hours", path: "/staff/hours", roles: ["admin"] },
  {
    what: "setting working hours",
    path: "/staff/hours",
    form: { do: "queues", unansweredHours: "word", incidentCount: "0" },
    roles: ["admin"],
  },
  { what: "times of answers", path: "/staff/hours/report", roles: STAFF },
  { what: "rules of automod", path: "/staff/automod", roles: STAFF },
  {
    what: "changing a word list",
    path: "/staff/automod/words",
    form: { do: "save" },
    roles: ["admin"],
  },
  { what: "looks at masked posts", path: "/staff/looks", roles: ["admin"] },
  { what: "review, of staff", path: "/staff/review", roles: STAFF },
  { what: "tickets", path: "/staff/escalations", roles: STAFF },
  { what: "the ticket system", path: "/staff/escalation", roles: ["admin"] },
  {
    what: "testing the ticket system",
    path: "/staff/escalation",
    form: { do: "test" },
    roles: ["admin"],
  },
  {
    what: "keeping a view",
    path: "/staff/desk",
    form: { intent: "view", name: "Mine" },
    roles: DESK,
  },
  {
    what: "a note on a member",
    path: "/staff/desk",
    form: { intent: "note", case: "1", handle: "joan", note: "Rings often." },
    roles: STAFF,
  },
];

for (const { what, path, form, roles } of OTHERS) {
  test(`${what} is open to ${roles.join(", ")}`, async () => {
    for (const role of ROLES) {
      const sent = form ? await post(role, path, form) : await read(role, path);
      expect(isIn(sent), `${role}: ${sent.status}`).toBe(roles.includes(role));
    }
  });
}

test("claiming, giving, answering and noting stay in the space", async () => {
  const there = await reported("billing");
  const local = "moderator of the space";
  const id = String(there.caseOf("thread"));
  const forms: Record<string, string>[] = [
    { intent: "claim", case: id },
    { intent: "assign", case: id, worker: "", priority: "3" },
    { intent: "answer", case: id, answer: "We look at it today.", official: "yes", key: "k1" },
    { intent: "thread-note", thread: String(there.thread), note: "Known." },
    { intent: "bulk", case: id, verb: "close" },
  ];
  for (const form of forms) {
    await post(local, "/staff/desk", form);
    for (const role of ["guest", "member", "super user"] as const) {
      const sent = await post(role, "/staff/desk", form);
      expect(isIn(sent), `${role} ${form.intent}`).toBe(false);
    }
  }
  const [row] = await query<Record<string, unknown>>(
    `select c.claimed_by, c.assigned_to, c.priority, c.closed_at, t.answer_count::int as answers,
       (select count(*)::int from thread_note n where n.community_id = $1 and n.thread_id = t.id) as notes
     from moderation_case c join thread t on t.community_id = c.community_id and t.id = c.thread_id
     where c.community_id = $1 and c.id = $2`,
    [communityId, id],
  );
  expect(row).toEqual({
    claimed_by: null,
    assigned_to: null,
    priority: 1,
    closed_at: null,
    answers: 1,
    notes: 0,
  });
});
