import { query, queryOne } from "../database.ts";
import { originOf } from "../origins.ts";
import { fillIndexes } from "./fill-indexes.ts";
import { IDS, MEMBERS } from "./ids.ts";
import { mark as newMark } from "../mark.ts";

/** Who may see a text: everybody, or from a role on; `self`, `outbox` and `never` speak for themselves. */
export type Level =
  "public" | "member" | "author" | "lounge" | "staff" | "self" | "outbox" | "never";

export type CanaryCommunity = { id: number; letter: string; origin: string };

const LEVELS = /canary([ab])(public|member|author|lounge|staff|self|outbox|never)z/gi;

/** The canaries in a text, as `letter level`, without repeats. */
export function canariesIn(text: string): string[] {
  const found = [...text.matchAll(LEVELS)].map(([, letter, level]) =>
    `${letter} ${level}`.toLowerCase(),
  );
  return [...new Set(found)];
}

type Write = (level: Level) => string;

async function insert(
  community: number,
  table: string,
  row: Record<string, unknown>,
): Promise<void> {
  const names = ["community_id", ...Object.keys(row)];
  const values = [community, ...Object.values(row)];
  await query(
    `insert into "${table}" (${names.join(", ")})
     values (${names.map((_, index) => `$${index + 1}`).join(", ")})`,
    values,
  );
}

async function makePlaces(id: number, canary: Write): Promise<void> {
  const host = `${canary("public")}.localhost`;
  for (const [handle, { id: member, role }] of Object.entries(MEMBERS)) {
    await insert(id, "member", {
      id: member,
      handle,
      handle_key: handle,
      name: `${handle} ${canary("public")}`,
      email: `${handle}.${canary("self")}@${host}`,
      email_key: `${handle}.${canary("self")}@${host}`.toLowerCase(),
      email_verified_at: new Date(),
      password_hash: canary("never"),
      role,
      title: canary("public"),
      bio: canary("public"),
    });
  }
  const space = { description: "", icon: "message" };
  await insert(id, "space", {
    ...space,
    id: IDS.space,
    slug: "same-space",
    name: canary("public"),
    description: canary("public"),
  });
  await insert(id, "space", {
    ...space,
    id: IDS.lounge,
    slug: "same-lounge",
    name: canary("lounge"),
    description: canary("lounge"),
    read_role: "super_user",
    post_role: "super_user",
  });
  for (const [field, place, level] of [
    [IDS.field, IDS.space, "public"],
    [IDS.loungeField, IDS.lounge, "lounge"],
  ] as const) {
    await insert(id, "space_field", {
      id: field,
      space_id: place,
      kind: "text",
      label: canary(level),
      help: canary(level),
    });
  }
  await insert(id, "tag", { id: IDS.tag, slug: "same-tag", name: canary("public") });
}

type PostRow = { id: number; thread: number; level: Level; state?: string } & (
  { kind: "opening" | "answer" } | { kind: "reply"; under: number }
);

/** Why a post is hidden stands in its stub, why it is held is told its author. */
const REASONS: Record<string, Level> = { hidden: "public", held: "author" };

async function makePost(id: number, canary: Write, post: PostRow): Promise<void> {
  const text = `word ${canary(post.level)}`;
  const under = post.kind === "reply" ? post.under : null;
  const document = {
    type: "doc",
    content: [{ type: "paragraph", content: [{ type: "text", text }] }],
  };
  await insert(id, "post", {
    id: post.id,
    thread_id: post.thread,
    kind: post.kind,
    parent_id: under,
    root_id: under ?? post.id,
    author_id: MEMBERS.author.id,
    document: JSON.stringify(document),
    html: `<p>${text}</p>`,
    text,
    state: post.state ?? "published",
    state_reason: post.state ? canary(REASONS[post.state] ?? "staff") : "",
    revision: 2,
    edited_at: new Date("2026-02-03T12:00:00Z"),
    edited_by: MEMBERS.moderator.id,
    created_at: new Date("2026-02-03T10:00:00Z"),
  });
  await insert(id, "revision", {
    post_id: post.id,
    number: 1,
    title: null,
    document: JSON.stringify(document),
    text: `before ${canary(post.level === "public" ? "member" : post.level)}`,
    editor_id: MEMBERS.author.id,
    reason: canary(post.level === "public" ? "member" : post.level),
  });
}

type ThreadRow = {
  id: number;
  level: Level;
  slug: string;
  state?: string;
  space?: number;
  kind?: string;
};

async function makeThread(id: number, canary: Write, thread: ThreadRow): Promise<void> {
  const opening = thread.id + 1_000;
  await insert(id, "thread", {
    id: thread.id,
    kind: thread.kind ?? "question",
    space_id: thread.space ?? IDS.space,
    author_id: MEMBERS.author.id,
    title: `word ${canary(thread.level)} title`,
    slug: thread.slug,
    line_who: canary(thread.level),
    line_text: canary(thread.level),
    created_at: new Date("2026-02-03T10:00:00Z"),
    last_activity_at: new Date("2026-02-03T11:00:00Z"),
  });
  await insert(id, "thread_tag", { thread_id: thread.id, tag_id: IDS.tag });
  await insert(id, "thread_field", {
    thread_id: thread.id,
    field_id: thread.space === IDS.lounge ? IDS.loungeField : IDS.field,
    value: canary(thread.level),
  });
  await makePost(id, canary, {
    id: opening,
    thread: thread.id,
    kind: "opening",
    level: thread.level,
  });
  await query("update thread set opening_post_id = $2 where community_id = $3 and id = $1", [
    thread.id,
    opening,
    id,
  ]);
}

async function makePrivateRows(id: number, canary: Write): Promise<void> {
  await insert(id, "mail", {
    id: IDS.mail,
    dedupe_key: canary("never"),
    to_address: `${canary("outbox")}@example.com`,
    subject: canary("outbox"),
    html: canary("never"),
    text: canary("outbox"),
  });
  await insert(id, "idempotency", {
    member_id: MEMBERS.author.id,
    key: canary("never"),
    request_hash: canary("never"),
    response: JSON.stringify(canary("never")),
  });
  await insert(id, "event", {
    type: "thread.started",
    payload: JSON.stringify({ title: canary("never") }),
  });
  await insert(id, "api_key", {
    id: 1,
    key_hash: `${canary("never")}${id}`,
    name: canary("never"),
    role: "admin",
  });
}

/** A badge of the brand's, held for a post of every level, and one taken back. */
async function makeBadges(id: number, canary: Write): Promise<void> {
  await insert(id, "badge", {
    key: "own-1",
    kind: "by_hand",
    name: canary("public"),
    description: canary("public"),
  });
  const grant = (member: keyof typeof MEMBERS, more: Record<string, unknown>) =>
    insert(id, "badge_grant", {
      member_id: MEMBERS[member].id,
      badge_key: "own-1",
      earned_at: new Date("2026-02-04T10:00:00Z"),
      by_hand: true,
      ...more,
    });
  const of = (thread: number) => ({ thread_id: thread, post_id: thread + 1_000 });
  await grant("reader", { ...of(IDS.open), reason: canary("public") });
  await grant("author", of(IDS.inLounge));
  await grant("expert", of(IDS.hidden));
  await grant("moderator", of(IDS.deleted));
  await grant("admin", {
    reason: canary("never"),
    revoked_at: new Date(),
    revoke_reason: canary("never"),
  });
}

/** A programme with a term that runs and a nomination, and a proposal for the guidelines. */
async function makeProgramme(id: number, canary: Write): Promise<void> {
  await insert(id, "programme", { active: true });
  await insert(id, "programme_wording", { version: 1, text: canary("public") });
  await insert(id, "programme_term", {
    member_id: MEMBERS.expert.id,
    state: "active",
    reason: canary("staff"),
    listed: true,
    starts_on: "2026-01-01",
    ends_on: "2126-01-01",
    consented_at: new Date(),
    wording_version: 1,
  });
  await insert(id, "programme_term", {
    member_id: MEMBERS.author.id,
    state: "nominated",
    nominated_by: MEMBERS.expert.id,
    reason: canary("staff"),
  });
  await insert(id, "guideline_proposal", {
    id: 1,
    author_id: MEMBERS.expert.id,
    summary: canary("public"),
    markdown: canary("public"),
    base_version: 1,
    vote_ends_at: new Date("2126-01-01"),
  });
  await insert(id, "guideline_comment", { proposal_id: 1, text: canary("public") });
}

const threadsOf = (canary: Write): ThreadRow[] => {
  const own = (level: Level) => canary(level).toLowerCase();
  return [
    { id: IDS.open, level: "public", slug: "same-thread" },
    { id: IDS.held, level: "author", slug: own("author"), state: "held" },
    { id: IDS.hidden, level: "author", slug: own("author"), state: "hidden" },
    { id: IDS.deleted, level: "staff", slug: own("staff"), state: "deleted" },
    { id: IDS.inLounge, level: "lounge", slug: own("lounge"), space: IDS.lounge },
    { id: IDS.talk, level: "public", slug: "same-talk", kind: "discussion" },
  ];
};

const canaryOf =
  (letter: string): Write =>
  (level) =>
    `Canary${letter}${level}Z`;

/** A community with the ids, slugs and handles of `IDS`, each text a canary of who may see it. */
async function makeCanary(letter: "A" | "B", mark: string): Promise<CanaryCommunity> {
  const canary = canaryOf(letter);
  const host = `canary-${letter.toLowerCase()}-${mark}.localhost`;
  const { id } = await queryOne<{ id: number }>(
    "insert into community (slug, name, tagline) values ($1, $2, $2) returning id",
    [`canary-${letter.toLowerCase()}-${mark}`, canary("public")],
  );
  await query("insert into community_host values ($1, $2, true)", [host, id]);
  await makePlaces(id, canary);
  const threads = threadsOf(canary);
  for (const thread of threads) await makeThread(id, canary, thread);
  const thread = IDS.open;
  const posts: PostRow[] = [
    { id: IDS.answer, thread, kind: "answer", level: "public" },
    { id: IDS.heldAnswer, thread, kind: "answer", level: "author", state: "held" },
    { id: IDS.hiddenAnswer, thread, kind: "answer", level: "author", state: "hidden" },
    { id: IDS.deletedAnswer, thread, kind: "answer", level: "staff", state: "deleted" },
    { id: IDS.stubAnswer, thread, kind: "answer", level: "staff", state: "deleted" },
    { id: IDS.replyToStub, thread, kind: "reply", under: IDS.stubAnswer, level: "public" },
    {
      id: IDS.hiddenReply,
      thread,
      kind: "reply",
      under: IDS.answer,
      level: "author",
      state: "hidden",
    },
  ];
  for (const post of posts) await makePost(id, canary, post);
  await query(
    `update thread set accepted_post_id = $2, accepted_by = $3, accepted_at = '2026-02-03',
       answer_count = 1, reply_count = 2 where community_id = $4 and id = $1`,
    [IDS.open, IDS.answer, MEMBERS.author.id, id],
  );
  await makeBadges(id, canary);
  await makeProgramme(id, canary);
  await makePrivateRows(id, canary);
  return { id, letter, origin: originOf(host) };
}

/**
 * Hides what is to be hidden, when the search index holds it already: the index knows words of every
 * thread, and nothing but the check of each result keeps them from being found.
 */
async function hideThreads({ id, letter }: CanaryCommunity): Promise<void> {
  const canary = canaryOf(letter);
  for (const { id: thread, level, state } of threadsOf(canary)) {
    if (!state) continue;
    await query(
      "update thread set state = $3, state_reason = $4 where community_id = $1 and id = $2",
      [id, thread, state, canary(level)],
    );
  }
}

/** Two new communities with the same ids, slugs and handles, and with search indexes. */
export async function makeCanaries(): Promise<{ a: CanaryCommunity; b: CanaryCommunity }> {
  const mark = newMark();
  const made = { a: await makeCanary("A", mark), b: await makeCanary("B", mark) };
  fillIndexes([made.a.id, made.b.id]);
  await hideThreads(made.a);
  await hideThreads(made.b);
  return made;
}
