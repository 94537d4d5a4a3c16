import { data, redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { DisplayView } from "#app/features/communities/components/display-view.tsx";
import { displayCookie, displayOf, type Display } from "#app/http/display-cookie.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { form, page } from "#app/http/respond.server.ts";
import { returnPath } from "#app/http/return-path.ts";

export const loader = page(async (ctx) => ({
  display: displayOf(ctx.request.headers.get("cookie")),
  saved: new URL(ctx.request.url).searchParams.has("saved"),
  title: ctx.t("reading.displayTitle"),
}));

/** Keeps what was chosen in a cookie; what a form does not name stays as it was. */
export const action = form(async (ctx, fields) => {
  const before = displayOf(ctx.request.headers.get("cookie"));
  const theme = fields.get("theme");
  const display: Display = {
    theme: theme === "light" || theme === "dark" ? theme : null,
    shortcuts: fields.has("page") ? fields.has("shortcuts") : before.shortcuts,
  };
  const headers = { "Set-Cookie": displayCookie(display) };
  if (fields.has("stay")) return data({ ok: true as const }, { headers });
  const to = fields.get("to");
  return redirect(typeof to === "string" ? returnPath(to) : "/display?saved", { headers });
});

export const meta: MetaFunction<typeof loader> = ({ data: given, matches }) =>
  given ? pageMeta(matches, { title: given.title, noindex: true }) : [];

export default function DisplayPage() {
  const { display, saved } = useLoaderData<typeof loader>();
  return <DisplayView display={display} saved={saved} />;
}
