import { createServer } from "node:net";

/**
 * Tries to listen on an address for a moment.
 * @param {number} port 0 for any
 * @param {string} host
 * @returns {Promise<{ port: number } | { code: string }>} the port it got, or the error's code
 */
export function tryPort(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (/** @type {NodeJS.ErrnoException} */ error) =>
      resolve({ code: error.code ?? "UNKNOWN" }),
    );
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      const got = typeof address === "object" && address ? address.port : port;
      server.close(() => resolve({ port: got }));
    });
  });
}

/** Below the ports that systems hand out for outgoing connections, which come and go. */
const QUIET = { from: 20_000, to: 32_000 };
const TRIES = 20;

/**
 * A free port on 127.0.0.1, the wished one when it is free.
 * @param {number} wished 0 for any
 * @returns {Promise<number>}
 */
export async function findFreePort(wished) {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const chosen = QUIET.from + Math.floor(Math.random() * (QUIET.to - QUIET.from));
    const port = attempt === 0 && wished !== 0 ? wished : chosen;
    const result = await tryPort(port, "127.0.0.1");
    if ("port" in result) return result.port;
  }
  throw new Error(`No free port was found on 127.0.0.1 from ${QUIET.from} to ${QUIET.to}.`);
}
