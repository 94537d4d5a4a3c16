import { expect, larkfield, test } from "../fixtures.ts";
import { send } from "../send.ts";
import { startSession } from "../sessions.ts";
import { answer, ask } from "../write-posts.ts";
import { mark } from "../mark.ts";

test("hostile documents are refused, members are suggested to members only", async () => {
  const path = await ask("rob", `Hostile documents ${mark()}`);
  const session = await startSession("marta");
  const nested = `${'{"type":"blockquote","content":['.repeat(2_000)}${"]}".repeat(2_000)}`;
  const hostile = [
    '{"type":"doc","content":[{"type":"script"}]}',
    `{"type":"doc","content":[${nested}]}`,
    `{"type":"doc","content":[${Array(25_000).fill("{}").join(",")}]}`,
    '{"type":7}',
    "[",
    '{"type":"doc","content":[{"type":"paragraph","content":[{"type":"mention","attrs":{"id":"1","label":"<b>"}}]}]}',
  ];
  for (const document of hostile) {
    const sent = await send(larkfield(), `${path}.data`, {
      session,
      form: { intent: "answer", body: "kept text", document, idempotencyKey: mark() + mark() },
    });
    expect(sent.status).toBe(422);
    expect(sent.body).toContain("too many parts");
  }
  const guest = await send(larkfield(), "/suggest/members?q=p");
  expect(guest.status).toBe(401);
  const member = await send(larkfield(), "/suggest/members?q=PRI", { session });
  expect(JSON.parse(member.body)).toContainEqual(expect.objectContaining({ handle: "priya" }));
  const preview = await send(larkfield(), "/preview", { form: { body: "x" } });
  expect(preview.status).toBe(401);
  const id = await answer("marta", path, "fine");
  expect(id).toBeGreaterThan(0);
});
