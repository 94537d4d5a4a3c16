import { startWorker } from "#app/jobs/worker.server.ts";

// A worker in a process of its own, so that a test can kill it. Started with node, which strips types.
const url = process.env.DATABASE_URL;
if (!url) throw new Error("DATABASE_URL is not set");
await startWorker(url, 3);
process.send?.({ ready: true });
