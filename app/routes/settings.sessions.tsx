import { redirect, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { endSessionForm } from "#app/features/members/account-forms.ts";
import { SessionList } from "#app/features/members/components/session-list.tsx";
import { endOneSession } from "#app/features/members/end-one-session.server.ts";
import { listSessions } from "#app/features/members/list-sessions.server.ts";
import { sessionHash } from "#app/features/members/sessions/session-cookie.server.ts";
import { signOutEverywhere } from "#app/features/members/sign-out-everywhere.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { formatTime } from "#app/i18n/format-time.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const loader = page(async (ctx) => {
  const sessions = await listSessions(ctx, sessionHash(ctx.request.headers.get("cookie")));
  return {
    sessions: sessions.map(({ startedAt, ...session }) => ({
      ...session,
      started: formatTime(ctx.t, startedAt, ctx.now, ctx.community.timeZone),
    })),
    ended: new URL(ctx.request.url).searchParams.has("ended"),
    title: `${ctx.t("account.tabSessions")} · ${ctx.community.name}`,
  };
});

export const action = form(async (ctx, fields) => {
  if (fields.get("intent") === "all") {
    const setCookie = await signOutEverywhere(ctx);
    return redirect("/sign-in?note=out", { headers: { "Set-Cookie": setCookie } });
  }
  await endOneSession(ctx, parseForm(endSessionForm, fields).session);
  return redirect("/settings/sessions?ended");
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Sessions() {
  const t = useT();
  const { sessions, ended } = useLoaderData<typeof loader>();
  return (
    <>
      {ended && <Notice state="solved">{t("account.deviceEnded")}</Notice>}
      <p>{t("account.sessionsLead")}</p>
      <SessionList sessions={sessions} />
      <form method="post">
        <input type="hidden" name="intent" value="all" />
        <Button variant="danger">{t("account.signOutEverywhere")}</Button>
      </form>
    </>
  );
}
