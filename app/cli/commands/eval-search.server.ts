import { existsSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { Meilisearch } from "meilisearch";
import { getEnv } from "#app/lib/env.server.ts";
import { connect, type Db } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { evaluate, inBatches } from "#search/evaluation/evaluate.server.ts";
import type { Measures } from "#search/evaluation/measure.ts";
import {
  readFaqSet,
  readSimilarSet,
  type EvaluationSet,
} from "#search/evaluation/read-sets.server.ts";
import { indexName } from "#search/meilisearch/client.server.ts";
import { meilisearchEngine } from "#search/meilisearch/meilisearch-engine.server.ts";
import { createIndex } from "#search/meilisearch/meilisearch-index.server.ts";
import { sendDocuments } from "#search/meilisearch/send-documents.server.ts";
import { embeddedEngine } from "#search/postgres/embedded-engine.server.ts";
import { rebuildFrom } from "#search/postgres/rebuild-index.server.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const NAME = "porchlight_eval_search";
/** No community of a real installation has this number. */
const COMMUNITY = 2_000_000_000;

const figure = (value: number): string => value.toFixed(3).replace(/^0/, "");

function line(engine: string, measured: Measures & { milliseconds: number[] }): string {
  const at = (share: number) =>
    Math.round(measured.milliseconds[Math.floor(measured.milliseconds.length * share)] ?? 0);
  return [
    engine.padEnd(12),
    `queries ${measured.queries}`,
    `MRR@10 ${figure(measured.mrr10)}`,
    `hit@1 ${figure(measured.hit1)}`,
    `hit@5 ${figure(measured.hit5)}`,
    `hit@10 ${figure(measured.hit10)}`,
    `p50 ${at(0.5)} ms`,
    `p95 ${at(0.95)} ms`,
  ].join("  ");
}

async function tryMeilisearch(db: Db, set: EvaluationSet): Promise<string> {
  const { MEILISEARCH_URL: host, MEILISEARCH_KEY: apiKey } = getEnv();
  if (!host) return "meilisearch   not tried: set MEILISEARCH_URL (and MEILISEARCH_KEY)";
  const client = new Meilisearch({ host, ...(apiKey ? { apiKey } : {}) });
  const uid = indexName(COMMUNITY);
  await client.deleteIndexIfExists(uid);
  await createIndex(client, uid);
  for await (const changes of inBatches(set.documents.map(({ document }) => document))) {
    await sendDocuments({ db, client }, COMMUNITY, changes);
  }
  try {
    return line("meilisearch", await evaluate(meilisearchEngine(db, client), COMMUNITY, set));
  } finally {
    await client.deleteIndexIfExists(uid);
  }
}

const OPTIONS = {
  bodies: { type: "boolean", default: false },
  "no-votes": { type: "boolean", default: false },
} as const;

async function readSet(args: string[], cwd: string): Promise<EvaluationSet> {
  const { values, positionals } = parseArgs({ args, options: OPTIONS, allowPositionals: true });
  const [kind, ...given] = positionals;
  const files = given.map((file) => path.resolve(cwd, file));
  if ((kind !== "similar" && kind !== "faq") || files.length !== 2) {
    throw new UsageError("Say which set: similar CORPUS QRELS, or faq CORPUS QUERIES.");
  }
  for (const [index, file] of files.entries()) {
    if (!existsSync(file)) throw new UsageError(`There is no file ${given[index]}.`);
  }
  const [corpus, judged] = files as [string, string];
  return kind === "faq"
    ? readFaqSet(corpus, judged)
    : readSimilarSet(corpus, judged, { bodies: values.bodies, votes: !values["no-votes"] });
}

export const evalSearchCommand: Command = {
  usage: "eval-search similar CORPUS QRELS [--bodies] [--no-votes] | faq CORPUS QUERIES",
  summary:
    "measures how well similar questions are found: MRR@10 and hit@1, 5, 10 an engine, in a database of its own",
  run: async ({ args, cwd, connection, print }) => {
    const set = await readSet(args, cwd);
    await connection.pool.query(`drop database if exists ${NAME} with (force)`);
    await connection.pool.query(`create database ${NAME}`);
    const url = Object.assign(new URL(getEnv().DATABASE_URL), { pathname: `/${NAME}` }).href;
    const own = connect(url, { max: 6, waitMs: 60_000 });
    try {
      await migrate(own.db);
      await own.pool.query(
        "insert into community (id, slug, name) overriding system value values ($1, 'eval', 'Evaluation')",
        [COMMUNITY],
      );
      const start = Date.now();
      await rebuildFrom(own.db, COMMUNITY, inBatches(set.documents.map((one) => one.document)));
      print(
        `${set.documents.length} documents indexed in ${Math.round((Date.now() - start) / 100) / 10} s`,
      );
      print(line("embedded", await evaluate(embeddedEngine(own.db), COMMUNITY, set)));
      print(await tryMeilisearch(own.db, set));
      return 0;
    } finally {
      await own.close();
      await connection.pool.query(`drop database if exists ${NAME} with (force)`);
    }
  },
};
