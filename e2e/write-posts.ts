import { randomUUID } from "node:crypto";
import { forgetPosts } from "./forget-posts.ts";
import { larkfield } from "./origins.ts";
import { send } from "./send.ts";
import { startSession } from "./sessions.ts";

type Sending = { path: string; session: string; form: Record<string, string> };

async function post(origin: string, { path, session, form }: Sending): Promise<string> {
  await forgetPosts();
  const sent = await send(origin, path, { session, form });
  const { location } = sent.headers;
  if (sent.status !== 302 || !location) throw new Error(`POST ${path}: ${sent.status}`);
  return location;
}

/** Asks a question as a demo member, as the form would; gives the thread's path. */
export async function ask(
  handle: string,
  title: string,
  body = "It began this morning.",
  origin = larkfield(),
): Promise<string> {
  const session = await startSession(handle, origin);
  const form = {
    kind: "question",
    title,
    body,
    spaceSlug: "wifi",
    tags: "",
    seen: "1",
    idempotencyKey: randomUUID(),
  };
  return post(origin, { path: "/ask", session, form });
}

/** Answers as a demo member; gives the answer's id. */
export async function answer(handle: string, thread: string, body: string): Promise<number> {
  const form = { intent: "answer", body, idempotencyKey: randomUUID() };
  const session = await startSession(handle);
  const location = await post(larkfield(), { path: thread, session, form });
  const id = /post-(\d+)/.exec(location)?.[1];
  if (!id) throw new Error(`no post in ${location}`);
  return Number(id);
}
