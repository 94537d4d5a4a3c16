import { recordClick } from "#app/features/insights/record-click.server.ts";
import { page } from "#app/http/respond.server.ts";

const LONGEST = 64;

/** What a ping has in its address, or a script or form sent. */
async function fieldsOf(request: Request): Promise<URLSearchParams> {
  const address = new URL(request.url).searchParams;
  const type = request.headers.get("content-type") ?? "";
  if (address.has("s") || !type.startsWith("application/x-www-form-urlencoded")) return address;
  return new URLSearchParams(await request.text());
}

/** Takes word of an opened result, `s` the search's token and `t` the thread; never says what became of it. */
export const action = page(async (ctx) => {
  try {
    const fields = await fieldsOf(ctx.request);
    const token = fields.get("s") ?? "";
    const threadId = Number(fields.get("t"));
    if (token !== "" && token.length <= LONGEST) await recordClick(ctx, { token, threadId });
  } catch (error) {
    ctx.log.warn({ err: error }, "click not kept");
  }
  return new Response(null, { status: 204 });
});
