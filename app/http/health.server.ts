import { sql } from "kysely";
import { getConnection } from "./database.server.ts";

let ending = false;

/** From now on the process is not ready: it is about to stop. */
export function announceEnd(): void {
  ending = true;
}

function json(status: number, body: unknown): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { "Content-Type": "application/json; charset=utf-8", "Cache-Control": "no-store" },
  });
}

/** `/health/live`: the process answers. `/health/ready`: it can serve pages. */
export async function health(path: string): Promise<Response> {
  if (path === "/health/live") return json(200, { status: "ok" });
  if (path !== "/health/ready") return json(404, { status: "unknown" });
  if (ending) return json(503, { status: "stopping" });
  try {
    await sql`select 1`.execute(getConnection().db);
    return json(200, { status: "ok", database: "ok" });
  } catch {
    return json(503, { status: "unavailable", database: "away" });
  }
}
