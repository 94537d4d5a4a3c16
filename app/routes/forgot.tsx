import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { forgotForm } from "#app/features/members/account-forms.ts";
import { askPasswordReset } from "#app/features/members/ask-password-reset.server.ts";
import { AccountForm } from "#app/features/members/components/account-form.tsx";
import { mailboxOf } from "#app/features/members/email-address.ts";
import { outboxOpen } from "#app/features/notifications/outbox-open.server.ts";
import { isLoopback, networkOf } from "#app/http/network-of.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit, limitDone } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { FormCard } from "#app/ui/form-card.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const loader = page(async ({ community, info, request, t }) => ({
  sent: new URL(request.url).searchParams.has("sent"),
  outbox: outboxOpen({ local: isLoopback(info.ip), headers: request.headers }),
  title: `${t("account.forgotTitle")} · ${community.name}`,
}));

export const action = form(async (ctx, fields) => {
  const input = parseForm(forgotForm, fields);
  await limit(ctx, "reset", networkOf(ctx.info.ip));
  await limitDone(ctx, [["mailTo", mailboxOf(input.email)]], () => askPasswordReset(ctx, input));
  return redirect("/forgot?sent");
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Forgot() {
  const t = useT();
  const { sent, outbox } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return (
    <FormCard
      title={t("account.forgotTitle")}
      lead={t("account.forgotLead")}
      foot={<a href="/sign-in">{t("common.signIn")}</a>}
    >
      {sent && !failure && (
        <Notice state="solved">
          {t("account.forgotSent")}{" "}
          {outbox && (
            <>
              {t("account.checkOutbox")} <a href="/outbox">{t("account.outboxName")}</a>
            </>
          )}
        </Notice>
      )}
      <AccountForm failure={failure} action="/forgot">
        <TextField
          id="email"
          name="email"
          type="email"
          autoComplete="email"
          required
          dir="ltr"
          label={t("account.email")}
          defaultValue={failure?.values.email}
          error={failure?.fields.email}
        />
        <Button variant="primary" size="lg" block>
          {t("account.forgotSubmit")}
        </Button>
      </AccountForm>
    </FormCard>
  );
}
