import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getProgrammeDesk } from "#app/features/reputation/programme/get-programme-desk.server.ts";
import { inviteMember } from "#app/features/reputation/programme/nominate-member.server.ts";
import { addPerk } from "#app/features/reputation/programme/perks.server.ts";
import { ProgrammeDeskView } from "#app/features/reputation/programme/programme-desk-view.tsx";
import {
  nominateForm,
  perkForm,
  settingsForm,
} from "#app/features/reputation/programme/programme-forms.ts";
import { saidOf } from "#app/features/reputation/programme/said.ts";
import { setProgramme } from "#app/features/reputation/programme/set-programme.server.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

/** Where staff find, invite and look after super users. */
export const loader = page(async (ctx) => ({
  desk: await getProgrammeDesk(ctx),
  title: ctx.t("programme.deskTitle"),
  said: saidOf(new URL(ctx.request.url).searchParams),
}));

export const action = form(async (ctx, fields) => {
  switch (fields.get("intent")) {
    case "invite":
    case "again":
      await inviteMember(ctx, parseForm(nominateForm, fields));
      return redirect("/staff/programme?said=invited");
    case "perk":
      await addPerk(ctx, parseForm(perkForm, fields));
      return redirect("/staff/programme?said=saved");
    case "settings": {
      const { active, months, space, wording } = parseForm(settingsForm, fields);
      await setProgramme(ctx, { active, termMonths: months, spaceId: space, wording });
      return redirect("/staff/programme?said=saved");
    }
    default:
      throw new InvalidError({});
  }
});

/** After a refused form too: it may have taken the place of one that was saved just before. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function ProgrammeDesk() {
  const { desk, said } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return <ProgrammeDeskView desk={desk} said={failure ? null : said} failure={failure} />;
}
