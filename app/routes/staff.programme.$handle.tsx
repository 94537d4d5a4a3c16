import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { getTermPage } from "#app/features/reputation/programme/get-term-page.server.ts";
import { givePerk } from "#app/features/reputation/programme/perks.server.ts";
import {
  givePerkForm,
  mentorForm,
  reviewForm,
} from "#app/features/reputation/programme/programme-forms.ts";
import {
  assignMentor,
  endTerm,
  renewTerm,
} from "#app/features/reputation/programme/review-term.server.ts";
import { saidOf, type SaidKey } from "#app/features/reputation/programme/said.ts";
import { TermPageView } from "#app/features/reputation/programme/term-page-view.tsx";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

/** One member of the programme, for staff. */
export const loader = page(async (ctx, params) => {
  const shown = await getTermPage(ctx, params.handle ?? "");
  return {
    page: shown,
    title: shown.member.name,
    said: saidOf(new URL(ctx.request.url).searchParams),
  };
});

export const action = form(async (ctx, fields, params) => {
  const done = (said: SaidKey) =>
    redirect(`/staff/programme/${encodeURIComponent(params.handle ?? "")}?said=${said}`);
  switch (fields.get("intent")) {
    case "renew": {
      const { term, note } = parseForm(reviewForm, fields);
      await renewTerm(ctx, { termId: term, note });
      return done("renewed");
    }
    case "end": {
      const { term, note } = parseForm(reviewForm, fields);
      await endTerm(ctx, { termId: term, note });
      return done("ended");
    }
    case "mentor": {
      const { term, mentor } = parseForm(mentorForm, fields);
      await assignMentor(ctx, { termId: term, mentor });
      return done("saved");
    }
    case "give": {
      const { term, perk } = parseForm(givePerkForm, fields);
      await givePerk(ctx, { termId: term, perkId: perk });
      return done("given");
    }
    default:
      throw new InvalidError({});
  }
});

/** After a refused form too: it may have taken the place of one that was saved just before. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function ProgrammeMember() {
  const { page: shown, said } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return <TermPageView page={shown} said={failure ? null : said} failure={failure} />;
}
