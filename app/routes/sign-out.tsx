import { redirect } from "@remix-run/node";
import { endSession } from "#app/features/members/sessions/end-session.server.ts";
import { form, page } from "#app/http/respond.server.ts";

/** A link or a prefetch signs nobody out. */
export const loader = page(() => Promise.reject(redirect("/")));

export const action = form(async (ctx) => {
  const cookie = ctx.request.headers.get("cookie");
  const setCookie = await endSession(ctx.db, ctx.community.id, cookie);
  return redirect("/", { headers: { "Set-Cookie": setCookie } });
});

export default function SignOut() {
  return null;
}
