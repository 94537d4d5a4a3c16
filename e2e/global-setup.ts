import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { findFreePort } from "../app/cli/free-port.mjs";

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}

/**
 * Automod as a new community has it, but that the few demo members may post as much in an hour as all
 * journeys together, and that no check speaks to the trusted: the sweeps of hostile texts write as such.
 */
const TRUSTED = ["invisible", "personalData", "substance", "shouting", "floods", "shorteners"]
  .concat(["misleadingLinks", "repeats"])
  .map((check) => [check, { sparesTrusted: true }]);
const SETTINGS = { ...Object.fromEntries(TRUSTED), rate: { mode: "off" } };
const AUTOMOD = `insert into automod_settings (community_id, settings)
  select id, '${JSON.stringify(SETTINGS)}' from community`;

function waitUntilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on("message", (message) => {
      if ((message as { ready?: boolean }).ready) resolve();
    });
    server.on("exit", (code) => reject(new Error(`the server ended with ${code}`)));
  });
}

/**
 * Starts the built application on a database of its own, with the demo brands, as `npm start` would;
 * journeys find it by E2E_PORT.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const base = process.env.TEST_DATABASE_URL;
  if (!base) throw new Error("Run the journeys with: npm test -- e2e");
  const name = `porchlight_e2e_${process.pid}`;
  await onServer(base, `drop database if exists ${name} with (force)`);
  await onServer(base, `create database ${name}`);
  const databaseUrl = Object.assign(new URL(base), { pathname: `/${name}` }).href;
  const files = await mkdtemp(path.join(tmpdir(), "porchlight-e2e-files-"));
  const port = await findFreePort(0);
  process.env.E2E_PORT = String(port);
  process.env.E2E_DATABASE_URL = databaseUrl;
  const server = spawn(process.execPath, ["app/server.js"], {
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: {
      ...process.env,
      NODE_ENV: "production",
      PORCHLIGHT_MODE: "demo",
      DATABASE_URL: databaseUrl,
      PORT: String(port),
      HOST: "localhost",
      SECRET: "e2e-only-0a1b2c3d4e5f60718293a4b5c6d7e8f9",
      LOG_LEVEL: "warn",
      STORAGE_URL: `file:${files}`,
      // The other systems of the journeys are on this machine.
      OUTSIDE_PRIVATE: "true",
    },
  });
  await waitUntilReady(server);
  await onServer(databaseUrl, AUTOMOD);
  return async () => {
    server.removeAllListeners("exit");
    server.kill("SIGTERM");
    await once(server, "exit");
    await onServer(base, `drop database if exists ${name} with (force)`);
    await rm(files, { recursive: true, force: true });
  };
}
