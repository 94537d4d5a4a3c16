import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";

const KEY = "a-key-for-tests-of-the-search";
const START = 30_000;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, "close");
  return port;
}

/** A Meilisearch server of one's own that can be killed, stalled and brought back at its address. */
export class MeilisearchServer {
  readonly url: string;
  readonly key = KEY;
  readonly #binary: string;
  readonly #folder = mkdtempSync(path.join(tmpdir(), "meilisearch-"));
  #process: ChildProcess | undefined;

  private constructor(binary: string, port: number) {
    this.#binary = binary;
    this.url = `http://127.0.0.1:${port}`;
  }

  /** Not started yet; `binary` is the path of the server's program. */
  static async at(binary: string): Promise<MeilisearchServer> {
    return new MeilisearchServer(binary, await freePort());
  }

  async start(): Promise<void> {
    const where = ["--http-addr", new URL(this.url).host];
    const kept = ["--db-path", path.join(this.#folder, "data")];
    const child = spawn(
      this.#binary,
      [...where, ...kept, "--master-key", this.key, "--no-analytics"],
      { cwd: this.#folder, stdio: "ignore" },
    );
    this.#process = child;
    for (const until = Date.now() + START; ;) {
      const answer = await fetch(`${this.url}/health`).catch(() => null);
      if (answer?.ok) return;
      if (child.exitCode !== null || Date.now() > until)
        throw new Error("Meilisearch didn't start");
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Ends it as a failing machine does: nothing is written or said any more. */
  async kill(): Promise<void> {
    const child = this.#process;
    this.#process = undefined;
    if (!child) return;
    child.kill("SIGKILL");
    await once(child, "exit");
  }

  /** It stays, and takes connections, but does not answer until it may go on. */
  stall(): void {
    this.#process?.kill("SIGSTOP");
  }

  goOn(): void {
    this.#process?.kill("SIGCONT");
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
