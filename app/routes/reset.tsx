import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { resetForm } from "#app/features/members/account-forms.ts";
import { AccountForm } from "#app/features/members/components/account-form.tsx";
import { NewPasswordField } from "#app/features/members/components/new-password-field.tsx";
import { canResetPassword, resetPassword } from "#app/features/members/reset-password.server.ts";
import { blankSessionCookie } from "#app/features/members/sessions/session-cookie.server.ts";
import { networkOf } from "#app/http/network-of.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { FormCard } from "#app/ui/form-card.tsx";

export const loader = page(async (ctx) => {
  const token = new URL(ctx.request.url).searchParams.get("token") ?? "";
  return {
    token,
    works: token !== "" && (await canResetPassword(ctx, token)),
    title: `${ctx.t("account.resetTitle")} · ${ctx.community.name}`,
  };
});

export const action = form(async (ctx, fields) => {
  const input = parseForm(resetForm, fields);
  await limit(ctx, "link", networkOf(ctx.info.ip));
  await resetPassword(ctx, input);
  return redirect("/sign-in?note=reset", { headers: { "Set-Cookie": blankSessionCookie() } });
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }, { name: "referrer", content: "no-referrer" }] : [];

export default function Reset() {
  const t = useT();
  const { token, works } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  if (!works) {
    return (
      <FormCard title={t("account.linkEndedTitle")} lead={t("account.linkEnded")}>
        <ButtonLink href="/forgot" variant="primary" block>
          {t("account.askAgain")}
        </ButtonLink>
      </FormCard>
    );
  }
  return (
    <FormCard title={t("account.resetTitle")} lead={t("account.resetLead")}>
      <AccountForm failure={failure}>
        <input type="hidden" name="token" value={token} />
        <NewPasswordField label={t("account.newPassword")} error={failure?.fields.password} />
        <Button variant="primary" size="lg" block>
          {t("account.resetSubmit")}
        </Button>
      </AccountForm>
    </FormCard>
  );
}
