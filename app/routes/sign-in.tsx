import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signInForm } from "#app/features/members/account-forms.ts";
import { SignInForm } from "#app/features/members/components/sign-in-form.tsx";
import { loginLimitKey, signIn } from "#app/features/members/sign-in.server.ts";
import { deviceOf } from "#app/http/device-of.ts";
import { readKeptQuestion } from "#app/http/kept-question-cookie.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limitFailures } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { returnPath } from "#app/http/return-path.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { FormCard } from "#app/ui/form-card.tsx";
import { Notice } from "#app/ui/notice.tsx";

const NOTES = {
  verified: "account.verifiedSignIn",
  reset: "account.resetDone",
  out: "account.signedOutEverywhere",
  question: "draft.kept",
  leaving: "data.leaving",
} as const;

export const loader = page(async ({ actor, community, request, t }) => {
  const query = new URL(request.url).searchParams;
  const to = returnPath(query.get("to"));
  if (actor.kind === "member") throw redirect(to);
  const note = query.get("note") ?? "";
  return {
    to,
    note: Object.hasOwn(NOTES, note) ? (note as keyof typeof NOTES) : null,
    brand: community.name,
    title: `${t("account.signInTitle")} · ${community.name}`,
  };
});

export const action = form(async (ctx, fields) => {
  const { login, password, to: wanted } = parseForm(signInForm, fields);
  const device = deviceOf(ctx);
  const { setCookie, kept } = await limitFailures(
    ctx,
    [
      ["signInAccount", loginLimitKey(login)],
      ["signInNetwork", device.network],
    ],
    () => signIn(ctx, { login, password, device, cookieHeader: ctx.request.headers.get("cookie") }),
  );
  // Somebody who asked as a guest and confirmed their address meanwhile: back to the question.
  const asked = readKeptQuestion(ctx.request.headers.get("cookie")) !== null;
  const back = returnPath(wanted);
  const to = back === "/" && asked ? "/ask" : back;
  return redirect(kept ? "/settings/data?note=kept" : to, { headers: { "Set-Cookie": setCookie } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function SignIn() {
  const t = useT();
  const { to, note, brand } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return (
    <FormCard
      title={t("account.signInTitle")}
      lead={t("account.signInLead", { community: brand })}
      foot={
        <p>
          {t("account.signInNew")} <a href="/sign-up">{t("common.signUp")}</a>
        </p>
      }
    >
      {note && !failure && <Notice state="solved">{t(NOTES[note])}</Notice>}
      <SignInForm failure={failure} to={failure?.values.to ?? to} />
    </FormCard>
  );
}
