import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { importCommand } from "#app/cli/commands/import.server.ts";
import type { Connection } from "#db/client.server.ts";
import { cloneDatabase } from "#db/testing/clone.ts";
import { makeCommunity } from "#db/testing/make.ts";
import { examine } from "./doctor.server.ts";
import { largeDump, makeFolder, writeDump } from "./testing/make-dump.ts";
import { importRunner } from "./testing/run-import.ts";

const runImport = importRunner(importCommand);
const THREADS = 600;
const MEGABYTE = 1024 * 1024;

/** The command in a process of its own, that can be killed and measured. */
const CHILD = `
  const { connect } = await import("#db/client.server.ts");
  const { importCommand } = await import("#app/cli/commands/import.server.ts");
  const connection = connect(process.env.DATABASE_URL);
  const [folder, report] = process.argv.slice(1);
  const atStart = process.resourceUsage().maxRSS;
  await importCommand.run({
    args: ["stackexchange", folder, "--site", "lamps", "--report", report],
    cwd: folder, connection, print: (line) => console.log(line),
  });
  console.log("grown " + (process.resourceUsage().maxRSS - atStart) * 1024);
  await connection.close();
`;

function start(url: string, folder: string, flags: string[] = []): ChildProcess {
  return spawn(
    process.execPath,
    [...flags, "--input-type=module", "--eval", CHILD, folder, `${folder}/report.tsv`],
    { env: { ...process.env, DATABASE_URL: url }, stdio: ["ignore", "pipe", "inherit"] },
  );
}

async function countPosts({ pool }: Connection): Promise<number> {
  const { rows } = await pool.query<{ count: number }>("select count(*) from post");
  return rows[0]!.count;
}

/** Everything an import wrote, with ids replaced by what is the same whatever they are. */
async function contents({ pool }: Connection): Promise<Record<string, unknown[]>> {
  const queries = {
    posts: `select p.source_url, p.kind, regexp_replace(p.html, '/t/\\d+/([^"?]+)(\\?post=\\d+#post-\\d+)?', '/t/\\1', 'g') as html,
        p.text, p.created_at, p.helpful_count, m.handle, parent.source_url as parent, root.source_url as root
      from post p left join member m on m.id = p.author_id
      left join post parent on parent.id = p.parent_id left join post root on root.id = p.root_id`,
    links: `select p.source_url, target.source_url as leads_to from post p
      cross join lateral regexp_matches(p.html, '/t/(\\d+)/', 'g') as link
      join thread t on t.id = link[1]::bigint join post target on target.id = t.opening_post_id`,
    threads: `select t.title, t.slug, t.answer_count, t.reply_count, t.line_who, t.line_text, t.accepted_at,
        t.first_answer_at, t.last_activity_at, t.created_at, a.source_url as accepted
      from thread t left join post a on a.id = t.accepted_post_id`,
    members:
      "select handle, name, thread_count, answer_count, accepted_count, helpful_count from member",
    tags: "select slug, thread_count from tag",
    votes:
      "select v.source, v.created_at, p.source_url from vote v join post p on p.id = v.post_id",
    redirects:
      "select r.path, p.source_url, t.title from redirect r join thread t on t.id = r.thread_id left join post p on p.id = r.post_id",
    records: "select kind, source_id from import_record",
    events: "select type, payload from event",
  };
  const found: Record<string, unknown[]> = {};
  for (const [name, query] of Object.entries(queries)) {
    const { rows } = await pool.query(
      `select row_to_json(q)::text as line from (${query}) q order by 1`,
    );
    found[name] = rows.map((row: { line: string }) => row.line);
  }
  return found;
}

test("killed half way, it goes on to the same end", { timeout: 180_000 }, async () => {
  const folder = makeFolder();
  writeDump(folder, largeDump(THREADS));
  const whole = await cloneDatabase();
  const killed = await cloneDatabase();
  for (const { db } of [whole, killed])
    await makeCommunity(db, { slug: "main", host: "main.localhost" });
  const args = ["stackexchange", folder, "--site", "lamps"];
  await runImport(whole, args, folder);
  for (const share of [0.2, 0.6]) {
    const child = start(killed.url, folder);
    while ((await countPosts(killed)) < THREADS * 4 * share) {
      expect(child.exitCode).toBeNull();
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await countPosts(killed)).toBeLessThan(THREADS * 4);
  }
  await runImport(killed, args, folder);
  expect(await contents(killed)).toEqual(await contents(whole));
  expect(await examine(killed.db)).toEqual([]);
});

test("memory doesn't grow with the dump", { timeout: 180_000 }, async () => {
  const folder = makeFolder();
  writeDump(folder, largeDump(5000));
  const database = await cloneDatabase();
  await makeCommunity(database.db, { slug: "main", host: "main.localhost" });
  // Less room for garbage: what is measured is what the import holds.
  const child = start(database.url, folder, [
    "--max-semi-space-size=8",
    "--max-old-space-size=160",
  ]);
  let printed = "";
  child.stdout!.on("data", (chunk: Buffer) => (printed += chunk.toString()));
  await once(child, "exit");
  expect(printed).toMatch(/^ +5,000 {2}threads\n +15,000 {2}answers$/m);
  const grown = Number(/^grown (\d+)$/m.exec(printed)?.[1]);
  expect(grown / MEGABYTE).toBeLessThan(150);
});
