import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { assertCan } from "#app/features/members/policy.ts";
import {
  clockForm,
  holidaysForm,
  holidaysOf,
  hoursForm,
  queuesForm,
  targetsForm,
  targetsOf,
  weekOf,
} from "#app/features/moderation/clocks/clock-forms.ts";
import { getClockSettings } from "#app/features/moderation/clocks/get-clock-settings.server.ts";
import { HoursView } from "#app/features/moderation/clocks/hours-view.tsx";
import {
  setHolidays,
  setTargets,
  setWorkingHours,
} from "#app/features/moderation/clocks/set-clocks.server.ts";
import { setDeskSettings } from "#app/features/moderation/queues/desk-settings.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** When the desk works and what is due when, for admins. */
export const loader = page(async (ctx) => ({
  settings: await getClockSettings(ctx),
  saved: new URL(ctx.request.url).searchParams.has("saved"),
  title: ctx.t("clocks.title"),
}));

export const action = form(async (ctx, fields) => {
  assertCan(ctx.actor, "desk.setClocks", null);
  const { do: part } = parseForm(clockForm, fields);
  if (part === "hours") {
    const given = parseForm(hoursForm, fields);
    await setWorkingHours(ctx, { timeZone: given.timeZone, week: weekOf(given) });
  } else if (part === "holidays") {
    await setHolidays(ctx, holidaysOf(parseForm(holidaysForm, fields)));
  } else if (part === "queues") {
    await setDeskSettings(ctx, parseForm(queuesForm, fields));
  } else {
    await setTargets(ctx, targetsOf(parseForm(targetsForm, fields)));
  }
  return redirect("/staff/hours?saved");
});

/** After a refused form too: it may have taken the place of one that was saved just before. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function StaffHours() {
  const { settings, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const refused = result && "ok" in result ? result : null;
  return <HoursView settings={settings} saved={saved && !refused} refused={refused} />;
}
