import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { verifyForm } from "#app/features/members/account-forms.ts";
import { AccountForm } from "#app/features/members/components/account-form.tsx";
import { CheckMail } from "#app/features/members/components/check-mail.tsx";
import { canVerifyEmail, verifyEmail } from "#app/features/members/verify-email.server.ts";
import { hasQuestion } from "#app/features/threads/drafts/claim-question.server.ts";
import { outboxOpen } from "#app/features/notifications/outbox-open.server.ts";
import { isLoopback, networkOf } from "#app/http/network-of.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormCard } from "#app/ui/form-card.tsx";

/** Changes nothing: mail programs and scanners follow links before people do. */
export const loader = page(async (ctx) => {
  const { community, info, request, t } = ctx;
  const token = new URL(request.url).searchParams.get("token") ?? "";
  return {
    token,
    works: token !== "" && (await canVerifyEmail(ctx, token)),
    outbox: outboxOpen({ local: isLoopback(info.ip), headers: request.headers }),
    brand: community.name,
    title: `${t(token === "" ? "account.checkTitle" : "account.verifyTitle")} · ${community.name}`,
  };
});

export const action = form(async (ctx, fields) => {
  const { token } = parseForm(verifyForm, fields);
  await limit(ctx, "link", networkOf(ctx.info.ip));
  const memberId = await verifyEmail(ctx, token);
  // Whoever asked before signing up goes on with the question, in whatever browser this is.
  const asked = await hasQuestion(ctx, memberId);
  if (ctx.actor.kind === "member") {
    const own = asked && ctx.actor.id === memberId;
    return redirect(own ? "/ask" : "/settings/account?note=verified");
  }
  return redirect(`/sign-in?${asked ? "to=/ask&" : ""}note=verified`);
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }, { name: "referrer", content: "no-referrer" }] : [];

export default function Verify() {
  const t = useT();
  const { token, works, outbox, brand } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  if (failure || (token !== "" && !works)) {
    return (
      <FormCard title={t("account.linkEndedTitle")} lead={failure?.error ?? t("account.linkEnded")}>
        <p>{t("account.linkEndedVerify")}</p>
        <ButtonLink href="/sign-in?to=/settings/account" variant="primary" block>
          {t("common.signIn")}
        </ButtonLink>
      </FormCard>
    );
  }
  if (token === "") return <CheckMail outbox={outbox} />;
  return (
    <FormCard title={t("account.verifyTitle")} lead={t("account.verifyLead", { community: brand })}>
      <AccountForm failure={null} action="/verify">
        <input type="hidden" name="token" value={token} />
        <Button variant="primary" size="lg" block>
          {t("account.verifySubmit")}
        </Button>
      </AccountForm>
    </FormCard>
  );
}
