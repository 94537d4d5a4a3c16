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

/**
 * A free port on 127.0.0.1, the wished one when it is free.
 * @param {number} wished 0 for any
 * @returns {Promise<number>}
 */
export async function findFreePort(wished) {
  const first = await tryPort(wished, "127.0.0.1");
  if ("port" in first) return first.port;
  const any = await tryPort(0, "127.0.0.1");
  if ("port" in any) return any.port;
  throw new Error(`No port can be opened on 127.0.0.1 (${any.code})`);
}
