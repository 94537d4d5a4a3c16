import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { BenchPage } from "./bench-pages.server.ts";
import type { BenchRow } from "./bench-table.ts";

type Measure = { perSecond: number; p50: number; p95: number; cpu: number | null };
type Load = { url: string; headers: Record<string, string>; seconds: number; connections: number };

/** The part of autocannon that is used; it comes without types. */
type Autocannon = (options: {
  url: string;
  connections: number;
  duration: number;
  headers: Record<string, string>;
}) => Promise<{
  requests: { average: number; total: number };
  latency: { p50: number; p97_5: number; p90: number };
  non2xx: number;
}>;

/** CPU time a process has used, in milliseconds; `null` where there is no /proc. */
function cpuOf(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

async function start(script: string, env: Record<string, string>): Promise<[ChildProcess, number]> {
  const child = fork(path.resolve(script), {
    env: { NODE_ENV: "production", ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [message] = (await once(child, "message")) as [{ port: number }];
  return [child, message.port];
}

async function run(load: Load, pid: number): Promise<Measure> {
  const name = "autocannon";
  const { default: autocannon } = (await import(/* @vite-ignore */ name)) as {
    default: Autocannon;
  };
  const before = cpuOf(pid);
  const result = await autocannon({
    url: load.url,
    connections: load.connections,
    duration: load.seconds,
    headers: load.headers,
  });
  const after = cpuOf(pid);
  if (result.non2xx > 0)
    throw new Error(`${load.url} answered ${result.non2xx} times with an error`);
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p95: result.latency.p97_5,
    cpu: before === null || after === null ? null : (after - before) / result.requests.total,
  };
}

/**
 * Measures each page of the application and, right after it, a bare server that sends the same bytes,
 * so that both see the same machine.
 */
export async function measurePages(options: {
  databaseUrl: string;
  pages: BenchPage[];
  seconds: number;
  connections: number;
  print: (line: string) => void;
}): Promise<BenchRow[]> {
  const [app, port] = await start("app/server.js", {
    PORCHLIGHT_MODE: "demo",
    DATABASE_URL: options.databaseUrl,
    SECRET: "bench-only-0a1b2c3d4e5f60718293a4b5c6d7e8f9",
    PORT: "0",
    HOST: "127.0.0.1",
    PUBLIC_URL: "http://localhost:1",
    LOG_LEVEL: "silent",
    WORKER_IN_WEB: "false",
  });
  const [bare, barePort] = await start("app/cli/bench-baseline.mjs", {});
  const rows: BenchRow[] = [];
  try {
    for (const page of options.pages) {
      options.print(`measuring ${page.name}`);
      const headers: Record<string, string> = { host: "localhost", "accept-encoding": "br" };
      if (page.cookie) headers.cookie = page.cookie;
      const url = `http://127.0.0.1:${port}${page.path}`;
      const sample = await sampleOf(url, headers);
      const load = { headers, seconds: options.seconds, connections: options.connections };
      await run({ ...load, url, seconds: 1 }, app.pid!);
      const measured = await run({ ...load, url }, app.pid!);
      bare.send(sample);
      await once(bare, "message");
      const compared = await run({ ...load, url: `http://127.0.0.1:${barePort}/` }, bare.pid!);
      rows.push({
        page: page.name,
        ...measured,
        bytes: Buffer.from(sample.body, "base64").length,
        barePerSecond: compared.perSecond,
        bareCpu: compared.cpu,
      });
    }
    return rows;
  } finally {
    app.kill("SIGTERM");
    bare.disconnect();
    await once(app, "exit");
  }
}

/** One answer as it comes over the wire, still compressed. */
async function sampleOf(
  url: string,
  headers: Record<string, string>,
): Promise<{ body: string; headers: Record<string, string> }> {
  const http = await import("node:http");
  return new Promise((resolve, reject) => {
    http
      .get(url, { headers }, (response) => {
        const parts: Buffer[] = [];
        response.on("data", (part: Buffer) => parts.push(part));
        response.on("end", () => {
          if (response.statusCode !== 200) {
            reject(new Error(`${url} answered ${response.statusCode}`));
            return;
          }
          const kept = ["content-type", "content-encoding", "cache-control"];
          resolve({
            body: Buffer.concat(parts).toString("base64"),
            headers: Object.fromEntries(
              kept.flatMap((name) =>
                typeof response.headers[name] === "string" ? [[name, response.headers[name]]] : [],
              ),
            ),
          });
        });
      })
      .on("error", reject);
  });
}
