import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { signUpForm } from "#app/features/members/account-forms.ts";
import { SignUpForm } from "#app/features/members/components/sign-up-form.tsx";
import { mailboxOf } from "#app/features/members/email-address.ts";
import { signUp } from "#app/features/members/sign-up.server.ts";
import { claimForNewMember } from "#app/features/threads/drafts/claim-question.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { readKeptQuestion } from "#app/http/kept-question-cookie.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit, limitDone, type Counted } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { FormCard } from "#app/ui/form-card.tsx";

export const loader = page(async ({ actor, community, t }) => {
  if (actor.kind === "member") throw redirect("/");
  const title = t("account.signUpTitle", { community: community.name });
  return { title, brand: community.name };
});

export const action = form(async (ctx, fields) => {
  const input = parseForm(signUpForm, fields);
  await limit(ctx, "signUp", networkOf(ctx.info.ip));
  const mailed: Counted[] = [["mailTo", mailboxOf(input.email)]];
  const memberId = await limitDone(ctx, mailed, () => signUp(ctx, input));
  const question = readKeptQuestion(ctx.request.headers.get("cookie"));
  if (memberId !== null && question !== null) await claimForNewMember(ctx, memberId, question);
  return redirect("/verify");
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: `${data.title} · ${data.brand}` }] : [];

export default function SignUp() {
  const t = useT();
  const { title } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return (
    <FormCard
      title={title}
      lead={t("account.signUpLead")}
      foot={
        <>
          <p>
            {t("account.signUpKnown")} <a href="/sign-in">{t("common.signIn")}</a>
          </p>
          <p className="pl-meta">{t("account.signUpAgree")}</p>
        </>
      }
    >
      <SignUpForm failure={failure} />
    </FormCard>
  );
}
