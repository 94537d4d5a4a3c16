import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import path from "node:path";
import { withPackagePath } from "./node-version.mjs";
import { stateDir } from "./paths.mjs";
import { explainSystemError, Trouble } from "./trouble.mjs";

const defaultPort = 3000;
const defaultHost = "127.0.0.1";

/**
 * The environment the application's processes get. NODE_ENV=production set by the person who
 * starts us means a real installation; otherwise it is the demo, for which a secret is made.
 * @param {{ databaseUrl: string, dev?: boolean }} options
 * @returns {NodeJS.ProcessEnv}
 * @throws {Trouble} when the secret cannot be kept
 */
export function makeApplicationEnv({ databaseUrl, dev = false }) {
  const production = !dev && process.env.NODE_ENV === "production";
  const secret = process.env.SECRET || (production ? undefined : readOrMakeSecret());
  return {
    ...withPackagePath(process.env),
    NODE_ENV: dev ? "development" : "production",
    PORCHLIGHT_MODE: production ? "production" : "demo",
    ...(dev && { PORCHLIGHT_DEV: "1" }),
    DATABASE_URL: databaseUrl,
    PORT: process.env.PORT || String(defaultPort),
    HOST: process.env.HOST || defaultHost,
    ...(secret && { SECRET: secret }),
  };
}

/**
 * The address the server is to listen on.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ port: number, host: string }}
 * @throws {Trouble} when PORT is not a port
 */
export function readAddress(env) {
  const text = env.PORT || String(defaultPort);
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text.trim()) || port > 65_535) {
    throw new Trouble(
      `PORT is "${text}", which is not a port.`,
      "Give a whole number from 1 to 65535: PORT=3001 npm start",
    );
  }
  return { port, host: env.HOST || defaultHost };
}

/** @returns {string} */
function readOrMakeSecret() {
  const file = path.join(stateDir, "secret");
  try {
    if (!existsSync(file)) {
      mkdirSync(stateDir, { recursive: true });
      writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, { mode: 0o600 });
    }
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    throw explainSystemError(error, "keep the demo's secret");
  }
}
