import { beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { loadSettings } from "#app/features/automod/rules/load-settings.server.ts";
import { domainsOf } from "#app/features/automod/screening/domains-of.ts";
import { GUEST } from "#app/lib/ctx.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { postAnswer } from "../post-answer.server.ts";
import { openScreened } from "../testing/open-screened.server.ts";
import { noteDomains, readDomains } from "./note-domains.server.ts";
import { screenImported } from "./screen-imported.server.ts";

const { db, pool } = await cloneDatabase();
const sent: { text: string; values: unknown }[] = [];
pool.on("connect", (client) => {
  const query = client.query.bind(client) as (...given: unknown[]) => unknown;
  client.query = ((...given: unknown[]) => {
    const [first, second] = given as [string | { text: string; values?: unknown }, unknown];
    sent.push(
      typeof first === "string"
        ? { text: first, values: second }
        : { text: first.text, values: first.values ?? second },
    );
    return query(...given);
  }) as typeof client.query;
});

const scene = await openScreened(db);
const { as, ask, answer, post, member, newcomer, staff } = scene;

let serial = 0;
const body = () => {
  serial += 1;
  return `Lever number ${serial} of the grey box has to point upwards before the pump can start again`;
};
const ABOUT = /automod_settings|community_host|post_print|screening|automod_model|link_domain/;

it("an ordinary post is three queries more", async () => {
  const { threadId } = await ask(staff);
  await answer(threadId, body());
  sent.length = 0;
  await answer(threadId, body());
  expect(sent.filter(({ text }) => ABOUT.test(text))).toHaveLength(3);
});

it("what is known comes by indexes", async () => {
  const { threadId } = await ask(staff);
  await sql`
    with written as (
      insert into post (community_id, id, thread_id, kind, root_id, document, html, text)
      select ${scene.community.id}, id, ${threadId}, 'answer', id, '{}', '', ''
      from (select nextval('post_id_seq') as id from generate_series(1, 6000)) as ids
      returning id
    )
    insert into post_print (community_id, post_id, author_id, prints, created_at)
    select ${scene.community.id}, id, 0, array(select generate_series(id * 64, id * 64 + 63)), now()
    from written
  `.execute(db);
  await sql`insert into post_print_key (community_id, key, post_id)
    select community_id, prints[n], post_id from post_print, generate_series(1, 6) as n on conflict do nothing`.execute(
    db,
  );
  await sql`vacuum analyze post_print, post_print_key`.execute(db);
  sent.length = 0;
  await answer(threadId, body());
  const known = sent.find(({ text }) => text.includes("post_print_key"))!;
  const { rows } = await pool.query<{ "QUERY PLAN": string }>(
    `explain ${known.text}`,
    known.values as unknown[],
  );
  const plan = rows.map((row) => row["QUERY PLAN"]).join("\n");
  expect(plan).toMatch(/post_print_key_pkey/);
  expect(plan).not.toMatch(/Seq Scan on (post|post_print|post_print_key)\b/);
});

it("settings are read anew when they change, and not before", async () => {
  const first = await loadSettings(as(GUEST));
  expect((await loadSettings(as(GUEST))).settings).toBe(first.settings);
  await scene.set({ shouting: { mode: "reject" } });
  const second = await loadSettings(as(GUEST));
  expect(second.version).toBe(first.version + 1);
  expect(second.settings.shouting.mode).toBe("reject");
  await sql`update automod_settings set settings = '{"shouting": {"mode": "no"}, "rate": {"member": 7}}',
    version = version + 1`.execute(db);
  const { settings } = await loadSettings(as(GUEST));
  expect([settings.shouting.mode, settings.rate.member]).toEqual(["nudge", 7]);
  await scene.set();
});

describe("domains", () => {
  const known = async () =>
    (await db.selectFrom("link_domain").select("domain").orderBy("domain").execute()).map(
      ({ domain }) => domain,
    );
  const linked = { ...newcomer, powers: member.powers };

  beforeAll(async () => {
    await db.deleteFrom("link_domain").execute();
  });

  it("are known from when everybody sees them; a newcomer’s new one waits", async () => {
    const { threadId } = await ask(staff);
    const text = "The table at https://valves.test-brand.com/table says which one goes where";
    const held = await answer(threadId, text, linked);
    expect((await post(held.postId)).state).toBe("held");
    const note = async (postId: number) =>
      noteDomains(as(GUEST), { type: "answer.published", payload: { threadId, postId } } as never);
    await note(held.postId);
    expect(await known()).toEqual([]);
    const shown = await answer(
      threadId,
      text.replace("table says", "list says so, and it"),
      member,
    );
    await note(shown.postId);
    expect(await known()).toEqual(["test-brand.com"]);
    const { postId } = await postAnswer(as(linked), {
      threadId,
      body: "Open https://test-brand.com/pumps and read what it says about the pump of the cellar",
    });
    expect((await post(postId)).state).toBe("published");
  });

  it("of an import are read afterwards, from where it stopped", async () => {
    const { threadId } = await ask(staff);
    await answer(threadId, "An old forum of ours is at https://old-forum.org for reading only");
    await readDomains(as(GUEST));
    expect(await known()).toEqual(["old-forum.org", "test-brand.com"]);
    await db.deleteFrom("link_domain").execute();
    await readDomains(as(GUEST));
    expect(await known()).toEqual([]);
  });

  it("are what somebody registered", () => {
    const links = [{ href: "https://a.b.example.co.uk/x", text: "x" }];
    expect(domainsOf({ title: "", text: "see www.other.org", links })).toEqual([
      "example.co.uk",
      "other.org",
    ]);
  });
});

describe("an import", () => {
  const finish = () =>
    screenImported(as(GUEST), {
      type: "import.finished",
      payload: { source: "old" },
    } as never);

  it("opens cases only where the settings say so, each once, and hides nothing", async () => {
    const { threadId } = await ask(staff);
    const { postId } = await answer(threadId, body());
    await sql`update post set document = jsonb_set(document, '{content,0,content,0,text}',
      '"A grumblewort from long ago"') where id = ${postId}`.execute(db);
    await db
      .insertInto("import_record")
      .values({
        community_id: scene.community.id,
        source: "old",
        kind: "post",
        source_id: "1",
        target_id: postId,
      })
      .execute();
    await finish();
    expect(await scene.facts(["post.flagged"])).toEqual([]);
    const lists = [{ name: "Look first", mode: "hold", entries: ["grumblewort"] }];
    await scene.set({ words: { lists }, imports: { openCases: true } });
    await finish();
    await finish();
    const facts = await scene.facts(["post.flagged"]);
    expect(facts.map(({ payload }) => payload)).toMatchObject([{ postId, why: "import" }]);
    expect((await post(postId)).state).toBe("published");
  });
});
