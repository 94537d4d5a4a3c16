import { randomUUID } from "node:crypto";
import { larkfield } from "./origins.ts";
import { send } from "./send.ts";
import { startSession } from "./sessions.ts";

async function post(path: string, session: string, form: Record<string, string>): Promise<string> {
  const sent = await send(larkfield(), path, { session, form });
  const { location } = sent.headers;
  if (sent.status !== 302 || !location) throw new Error(`POST ${path}: ${sent.status}`);
  return location;
}

/** Asks a question as a demo member, as the form would; gives the thread's path. */
export async function ask(
  handle: string,
  title: string,
  body = "It began this morning.",
): Promise<string> {
  return post("/ask", await startSession(handle), {
    kind: "question",
    title,
    body,
    spaceSlug: "wifi",
    tags: "",
    seen: "1",
    idempotencyKey: randomUUID(),
  });
}

/** Answers as a demo member; gives the answer's id. */
export async function answer(handle: string, thread: string, body: string): Promise<number> {
  const location = await post(thread, await startSession(handle), {
    intent: "answer",
    body,
    idempotencyKey: randomUUID(),
  });
  const id = /post-(\d+)/.exec(location)?.[1];
  if (!id) throw new Error(`no post in ${location}`);
  return Number(id);
}
