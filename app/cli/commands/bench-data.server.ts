import { existsSync } from "node:fs";
import path from "node:path";
import { sql } from "kysely";
import { createCommunity } from "#app/features/communities/create-community.server.ts";
import { recomputeCounters } from "#app/features/threads/recompute-counters.server.ts";
import { installQueue } from "#app/jobs/install-queue.server.ts";
import { getEnv } from "#app/lib/env.server.ts";
import { connect, type Connection, type Db } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { importCommand } from "./import.server.ts";
import { UsageError } from "./usage-error.ts";

const NAME = "porchlight_bench";
const THREADS = 5_000;

type Options = { dump: string | undefined; cwd: string; print: (line: string) => void };
export type BenchData = { url: string; db: Db; communityId: number; close: () => Promise<void> };

/** 5,000 threads of 20 posts each by 500 members, written by the database itself. */
async function generate(db: Db, communityId: number): Promise<void> {
  await inTransaction(db, async (tx) => {
    await sql`set local statement_timeout = 0`.execute(tx);
    await sql`
      insert into member (community_id, handle, handle_key, name)
      select ${communityId}, 'member' || n, 'member' || n, 'Member ' || n from generate_series(1, 500) n
    `.execute(tx);
    await sql`
      insert into thread (community_id, id, kind, space_id, author_id, title, slug, created_at, last_activity_at)
      select ${communityId}, n, 'question', (select min(id) from space where community_id = ${communityId}),
        (select min(id) from member where community_id = ${communityId}) + n % 500,
        'Wallet question number ' || n || ' about the hub', 'wallet-question-' || n,
        now() - make_interval(mins => n), now() - make_interval(mins => n)
      from generate_series(1, ${THREADS}::int) n
    `.execute(tx);
    const html =
      "<p>" + "The hub drops the line every evening and comes back by itself. ".repeat(9) + "</p>";
    await sql`
      insert into post (community_id, id, thread_id, kind, root_id, author_id, document, html, text, created_at)
      select ${communityId}, (n - 1) * 20 + k, n, case when k = 1 then 'opening' else 'answer' end,
        (n - 1) * 20 + k, (select min(id) from member where community_id = ${communityId}) + (n + k) % 500,
        '{"type":"doc","content":[]}'::jsonb, ${html}, ${html}, now() - make_interval(mins => n - k)
      from generate_series(1, ${THREADS}::int) n, generate_series(1, 20) k
    `.execute(tx);
    await sql`
      update thread set opening_post_id = (id - 1) * 20 + 1 where community_id = ${communityId}
    `.execute(tx);
    await recomputeCounters(tx, communityId);
    await sql`
      update space set thread_count = ${THREADS} where community_id = ${communityId}
    `.execute(tx);
  });
  await sql`analyze`.execute(db);
}

/** Makes the database to measure on; a dump is imported with our own importer. */
export async function makeBenchData(connection: Connection, options: Options): Promise<BenchData> {
  const dump = options.dump === undefined ? undefined : path.resolve(options.cwd, options.dump);
  if (dump !== undefined && !existsSync(dump))
    throw new UsageError(`There is no folder ${options.dump}.`);
  await connection.pool.query(`drop database if exists ${NAME} with (force)`);
  await connection.pool.query(`create database ${NAME}`);
  const url = Object.assign(new URL(getEnv().DATABASE_URL), { pathname: `/${NAME}` }).href;
  const bench = connect(url, { max: 4 });
  await migrate(bench.db);
  await installQueue(bench.pool);
  const communityId = await inTransaction(bench.db, (tx) =>
    createCommunity(tx, {
      slug: "bench",
      name: "Bench",
      hosts: ["localhost"],
      locale: "en",
      theme: { brand: "#0a5a6b" },
      spaces: [{ slug: "general", name: "General", description: "", icon: "message" }],
    }),
  );
  if (dump === undefined) {
    options.print(`generating ${THREADS * 20} posts`);
    await generate(bench.db, communityId);
  } else {
    const args = ["stackexchange", dump, "--community", "bench"];
    await importCommand.run({ args, cwd: options.cwd, connection: bench, print: options.print });
  }
  return { url, db: bench.db, communityId, close: () => bench.close() };
}
