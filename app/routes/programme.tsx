import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import {
  acceptInvitation,
  agreeAgain,
  declineInvitation,
  leaveProgramme,
  setListed,
} from "#app/features/reputation/programme/answer-invitation.server.ts";
import { getProgrammePage } from "#app/features/reputation/programme/get-programme-page.server.ts";
import { nominateMember } from "#app/features/reputation/programme/nominate-member.server.ts";
import {
  acceptForm,
  agreeForm,
  listedForm,
  nominateForm,
  reasonForm,
} from "#app/features/reputation/programme/programme-forms.ts";
import { ProgrammeView } from "#app/features/reputation/programme/programme-view.tsx";
import { saidOf, type SaidKey } from "#app/features/reputation/programme/said.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

/** The super-user programme, for everybody; and one's own part in it. */
export const loader = page(async (ctx) => ({
  page: await getProgrammePage(ctx),
  brand: ctx.community.name,
  title: ctx.t("programme.title"),
  said: saidOf(new URL(ctx.request.url).searchParams),
}));

export const action = form(async (ctx, fields) => {
  const done = (said: SaidKey) => redirect(`/programme?said=${said}`);
  switch (fields.get("intent")) {
    case "accept": {
      const { version, agreed, listed } = parseForm(acceptForm, fields);
      await acceptInvitation(ctx, { wordingVersion: version, agreed, listed });
      return done("accepted");
    }
    case "agree": {
      const { version, agreed } = parseForm(agreeForm, fields);
      await agreeAgain(ctx, { wordingVersion: version, agreed });
      return done("agreed");
    }
    case "decline":
      await declineInvitation(ctx, parseForm(reasonForm, fields));
      return done("declined");
    case "leave":
      await leaveProgramme(ctx, parseForm(reasonForm, fields));
      return done("left");
    case "listed":
      await setListed(ctx, parseForm(listedForm, fields).listed);
      return done("saved");
    case "nominate":
      await nominateMember(ctx, parseForm(nominateForm, fields));
      return done("nominated");
    default:
      throw new InvalidError({});
  }
});

/** After a refused form too: it may have taken the place of one that was saved just before. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data
    ? pageMeta(matches, {
        title: data.title,
        path: "/programme",
        noindex: !data.page.programme.active,
      })
    : [];

export default function Programme() {
  const { page: shown, brand, said } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return (
    <ProgrammeView page={shown} brand={brand} said={failure ? null : said} failure={failure} />
  );
}
