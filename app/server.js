import { createAdaptorServer } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { serveStatic } from "@hono/node-server/serve-static";
import { createRequestHandler } from "@remix-run/node";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { once } from "node:events";
import path from "node:path";
import { pathToFileURL } from "node:url";

const BODY_LIMIT = 512 * 1024;
/** These addresses take files: they stop at a limit of their own, without holding the body here. */
const TAKES_FILES = /^\/uploads?$/;
const STOP_WITHIN = 15_000;
const BUILD_MODULE = "virtual:remix/server-build";
const development = process.env.PORCHLIGHT_DEV === "1";

/**
 * @typedef {import("@remix-run/node").ServerBuild} ServerBuild
 * @typedef {import("vite").ViteDevServer} Vite
 * @typedef {{ incoming: import("node:http").IncomingMessage, outgoing: import("node:http").ServerResponse }} NodeSide
 */

/**
 * The application: everything but the listening itself lives in the build.
 * @returns {Promise<{ build: ServerBuild, vite: Vite | null }>}
 */
async function loadBuild() {
  if (!development) {
    const address = pathToFileURL(path.resolve("build/server/index.js")).href;
    return { build: await import(address), vite: null };
  }
  const { createServer } = await import("vite");
  const vite = await createServer({ server: { middlewareMode: true }, appType: "custom" });
  return { build: await loadFresh(vite), vite };
}

/** @param {Vite} vite @returns {Promise<ServerBuild>} */
async function loadFresh(vite) {
  return /** @type {ServerBuild} */ (await vite.ssrLoadModule(BUILD_MODULE));
}

/**
 * Lets Vite serve its own modules and static files; true when it did.
 * @param {Vite} vite
 * @param {import("node:http").IncomingMessage} incoming
 * @param {import("node:http").ServerResponse} outgoing
 * @returns {Promise<boolean>}
 */
function viteAnswers(vite, incoming, outgoing) {
  return new Promise((resolve) => {
    outgoing.once("finish", () => resolve(true));
    vite.middlewares(incoming, outgoing, () => resolve(false));
  });
}

/**
 * The client's address; a proxy's word counts only as often as proxies are trusted.
 * @param {import("node:http").IncomingMessage} incoming
 * @param {string | undefined} forwarded
 */
function clientAddress(incoming, forwarded) {
  const trusted = Number(process.env.TRUSTED_PROXIES ?? 0);
  if (trusted > 0 && forwarded) {
    const hops = forwarded.split(",").map((hop) => hop.trim());
    return hops[Math.max(0, hops.length - trusted)] ?? "";
  }
  return incoming.socket.remoteAddress ?? "";
}

const FILES = ["boot.js", "reading.js", "icons.svg", "favicon.svg"];

/**
 * The files that never change within a release.
 * @param {Record<string, string>} headers what every answer carries
 */
function staticFiles(headers) {
  const files = new Hono();
  for (const path of ["/assets/*", ...FILES.map((file) => `/${file}`)]) {
    files.use(path, async (c, next) => {
      await next();
      for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value);
    });
  }
  /** @param {string} _ @param {import("hono").Context} c */
  const immutable = (_, c) => c.header("Cache-Control", "public, max-age=31536000, immutable");
  files.use(
    "/assets/*",
    serveStatic({ root: "build/client", precompressed: true, onFound: immutable }),
  );
  // An old tab must never get a page where it asked for a script.
  files.all("/assets/*", (c) => c.text("Not found", 404));
  /** @param {string} _ @param {import("hono").Context} c */
  const anHour = (_, c) => c.header("Cache-Control", "public, max-age=3600");
  for (const file of FILES) {
    // A script's address carries its content's hash.
    const onFound = file.endsWith(".js") ? immutable : anHour;
    files.get(`/${file}`, serveStatic({ root: "public", onFound }));
  }
  files.get("/favicon.ico", (c) => c.redirect("/favicon.svg", 301));
  return files;
}

/**
 * One server an address: `localhost` means both loopback addresses, so that every browser finds it.
 * @param {import("hono").Hono["fetch"]} fetch
 * @param {string} host
 * @param {number} port
 * @returns {Promise<{ servers: import("node:http").Server[], port: number }>}
 */
async function listen(fetch, host, port) {
  const hosts = host === "localhost" ? ["127.0.0.1", "::1"] : [host];
  /** @type {import("node:http").Server[]} */
  const servers = [];
  let actual = port;
  for (const hostname of hosts) {
    const server = /** @type {import("node:http").Server} */ (createAdaptorServer({ fetch }));
    // Longer than a proxy's, so that it never reuses a connection we are closing.
    server.keepAliveTimeout = 65_000;
    server.requestTimeout = 60_000;
    server.listen(actual, hostname);
    try {
      await once(server, "listening");
      servers.push(server);
      actual = /** @type {import("node:net").AddressInfo} */ (server.address()).port;
    } catch (thrown) {
      const error = /** @type {NodeJS.ErrnoException} */ (thrown);
      // A machine without IPv6 still serves on IPv4.
      if (hostname !== "::1" || error.code === "EADDRINUSE") throw explain(error, port);
    }
  }
  return { servers, port: actual };
}

/** @param {NodeJS.ErrnoException} error @param {number} port */
function explain(error, port) {
  if (error.code === "EADDRINUSE") {
    return new Error(`Port ${port} is in use. Choose another: PORT=${Number(port) + 1} npm start`);
  }
  if (error.code === "EACCES") {
    return new Error(`Port ${port} needs more rights. Choose one above 1023: PORT=3000 npm start`);
  }
  return error;
}

/**
 * Stops cleanly: not ready, no new connections, requests under way finish, then jobs, then the pool.
 * @param {import("node:http").Server[]} servers
 * @param {{ announceEnd: () => void, close: () => Promise<void> }} opened
 * @param {Vite | null} vite
 */
function stopOnSignal(servers, opened, vite) {
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN).unref();
    opened.announceEnd();
    await Promise.all(
      servers.map((server) => {
        const closed = once(server, "close");
        server.close();
        server.closeIdleConnections();
        return closed;
      }),
    );
    await vite?.close();
    await opened.close();
    process.exit(0);
  };
  for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => void stop());
  // The process that started us is gone.
  process.on("disconnect", () => void stop());
}

async function main() {
  const { build, vite } = await loadBuild();
  const { answer, openProcess, securityHeaders } =
    /** @type {typeof import("./entry.server.tsx")} */ (
      /** @type {unknown} */ (build.entry.module)
    );
  const opened = await openProcess("web");
  let remix = createRequestHandler(build, process.env.NODE_ENV);

  /** @type {Hono<{ Bindings: NodeSide }>} */
  const app = new Hono();
  /** @param {import("hono").Context<{ Bindings: NodeSide }>} c */
  const clientOf = (c) => {
    const gone = new AbortController();
    c.env.outgoing.once("close", () => gone.abort());
    const ip = clientAddress(c.env.incoming, c.req.header("x-forwarded-for"));
    return { ip, signal: gone.signal };
  };
  if (!vite) app.route("/", staticFiles(securityHeaders()));
  const limited = bodyLimit({
    maxSize: BODY_LIMIT,
    onError: (c) => answer(c.req.raw, { ...clientOf(c), tooLarge: true }, remix),
  });
  app.use((c, next) => (TAKES_FILES.test(c.req.path) ? next() : limited(c, next)));
  app.all("*", async (c) => {
    const { incoming, outgoing } = c.env;
    if (vite) {
      if (await viteAnswers(vite, incoming, outgoing)) return RESPONSE_ALREADY_SENT;
      remix = createRequestHandler(await loadFresh(vite), "development");
    }
    return answer(c.req.raw, clientOf(c), remix);
  });

  const { servers, port } = await listen(app.fetch, opened.host, opened.port);
  for (const line of ["", ...opened.banner, ""]) console.log(line);
  console.log(`Ready on port ${port}. Ctrl-C stops.`);
  process.send?.({ ready: true, port });
  stopOnSignal(servers, opened, vite);
}

main().catch((error) => {
  console.error(development ? error : `${error.message ?? error}`);
  process.exit(1);
});
