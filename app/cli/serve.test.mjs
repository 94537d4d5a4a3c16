import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, expect, test } from "vitest";
import { findFreePort } from "./free-port.mjs";
import { findProcess } from "./process-info.mjs";

/** @typedef {import("node:child_process").ChildProcess} ChildProcess */

const module = new URL("./serve.mjs", import.meta.url).href;
const troubleModule = new URL("./trouble.mjs", import.meta.url).href;

/** @type {string[]} */
const folders = [];
/** @type {ChildProcess[]} */
const launchers = [];
/** @type {number[]} */
const servers = [];

afterEach(() => {
  for (const launcher of launchers.splice(0)) launcher.kill("SIGKILL");
  for (const pid of servers.splice(0)) if (findProcess(pid)) process.kill(pid, "SIGKILL");
  for (const folder of folders.splice(0)) {
    // A server left over notices its launcher's end and may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

/** @param {{ deaf?: boolean }} [options] a deaf server ends neither with its launcher nor when asked */
function makeServer({ deaf = false } = {}) {
  const folder = mkdtempSync(path.join(tmpdir(), "porchlight-serve-"));
  folders.push(folder);
  const script = path.join(folder, "server.mjs");
  writeFileSync(
    script,
    `import { createServer } from "node:http";
     const server = createServer((request, response) => response.end("hello"));
     server.listen(Number(process.env.PORT), process.env.HOST, () =>
       console.log("serving", process.pid, process.env.PORCHLIGHT_MODE));
     const deaf = ${deaf};
     process.on("SIGTERM", () => { console.log("asked"); process.exit(0); });
     process.on("disconnect", () => { if (!deaf) process.exit(0); });`,
  );
  return { dir: folder, script };
}

/**
 * Launches a server like `npm start` does, with a database that is named and never used.
 * @param {{ dir: string, script: string }} server
 * @param {number} port
 */
function launch({ dir, script }, port) {
  const options = {
    dir,
    script,
    name: "server",
    command: "npm start",
    listens: true,
    built: false,
  };
  const program =
    `const { serve } = await import(${JSON.stringify(module)});` +
    `const { describeTrouble } = await import(${JSON.stringify(troubleModule)});` +
    `try { process.exit(await serve({ ...${JSON.stringify(options)}, log: console.log })); }` +
    `catch (error) { console.log(describeTrouble(error)); process.exit(1); }`;
  const child = spawn(process.execPath, ["--input-type=module", "--eval", program], {
    env: {
      ...process.env,
      PORT: String(port),
      HOST: "127.0.0.1",
      SECRET: "a-secret-of-the-test",
      DATABASE_URL: "postgres://nobody@127.0.0.1:1/none",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  launchers.push(child);
  let output = "";
  child.stdout.on("data", (chunk) => (output += chunk));
  return {
    child,
    output: () => output,
    exited: new Promise((resolve) => child.once("close", (code) => resolve(code))),
    // A server left over keeps the output open, so that it never closes.
    killed: new Promise((resolve) => child.once("exit", () => resolve(null))),
    serving: async () => {
      await expect.poll(() => output, { timeout: 8_000 }).toContain("serving");
      const pid = Number(/serving (\d+)/.exec(output)?.[1]);
      servers.push(pid);
      return pid;
    },
  };
}

test("SIGTERM reaches the server, and the launcher ends well", async () => {
  const server = makeServer();
  const port = await findFreePort(0);
  const launched = launch(server, port);
  const pid = await launched.serving();
  expect(await (await fetch(`http://127.0.0.1:${port}`)).text()).toBe("hello");
  launched.child.kill("SIGTERM");
  expect(await launched.exited).toBe(0);
  expect(launched.output()).toContain("asked");
  expect(findProcess(pid)).toBeNull();
  expect(existsSync(path.join(server.dir, `server-${port}.pid`))).toBe(false);
});

test("a server that dies is reported", async () => {
  const launched = launch(makeServer(), await findFreePort(0));
  process.kill(await launched.serving(), "SIGKILL");
  expect(await launched.exited).toBe(1);
  expect(launched.output()).toContain("The server ended unexpectedly (SIGKILL)");
});

test("a port in use is named, with another to take", async () => {
  const stranger = createServer();
  await new Promise((resolve) => stranger.listen(0, "127.0.0.1", () => resolve(null)));
  const address = stranger.address();
  const port = typeof address === "object" && address ? address.port : 0;
  const launched = launch(makeServer(), port);
  expect(await launched.exited).toBe(1);
  expect(launched.output()).toContain(`Port ${port} is in use by another program.`);
  expect(launched.output()).toContain(`PORT=${port + 1} npm start`);
  await new Promise((resolve) => stranger.close(resolve));
});

test("a second start says that the first one runs", async () => {
  const server = makeServer();
  const port = await findFreePort(0);
  await launch(server, port).serving();
  const second = launch(server, port);
  expect(await second.exited).toBe(1);
  expect(second.output()).toContain(`Porchlight already runs here, on http://localhost:${port}`);
});

test("a server left over by a killed launcher is ended by the next start", async () => {
  const server = makeServer({ deaf: true });
  const port = await findFreePort(0);
  const first = launch(server, port);
  const orphan = await first.serving();
  first.child.kill("SIGKILL");
  await first.killed;
  expect(findProcess(orphan)).not.toBeNull();
  const second = launch(server, port);
  const pid = await second.serving();
  expect(pid).not.toBe(orphan);
  expect(findProcess(orphan)).toBeNull();
  expect(readFileSync(path.join(server.dir, `server-${port}.pid`), "utf8")).toContain(String(pid));
  second.child.kill("SIGTERM");
  expect(await second.exited).toBe(0);
});
