import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeEmailForm, changePasswordForm } from "#app/features/members/account-forms.ts";
import { askVerification } from "#app/features/members/ask-verification.server.ts";
import { changeEmail } from "#app/features/members/change-email.server.ts";
import { changePassword } from "#app/features/members/change-password.server.ts";
import { AccountSettings } from "#app/features/members/components/account-settings.tsx";
import { mailboxOf } from "#app/features/members/email-address.ts";
import { getOwnAccount } from "#app/features/members/get-own-account.server.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import type { PageCtx } from "#app/http/context.server.ts";
import { deviceOf } from "#app/http/device-of.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limitDone, limitFailures, type Counted } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

export const loader = page(async (ctx) => ({
  account: await getOwnAccount(ctx),
  note: new URL(ctx.request.url).searchParams.get("note"),
  title: `${ctx.t("account.tabAccount")} · ${ctx.community.name}`,
}));

async function sendAgain(ctx: PageCtx) {
  const { id } = requireMember(ctx);
  const { email } = await getOwnAccount(ctx);
  const limits: Counted[] = [
    ["mailTo", mailboxOf(email)],
    ["mailBy", id],
  ];
  await limitDone(ctx, limits, () => askVerification(ctx));
  return redirect("/settings/account?note=sent");
}

async function moveAddress(ctx: PageCtx, fields: FormData) {
  const { id } = requireMember(ctx);
  const input = parseForm(changeEmailForm, fields);
  const limits: Counted[] = [
    ["mailTo", mailboxOf(input.email)],
    ["mailBy", id],
  ];
  await limitDone(ctx, limits, () =>
    limitFailures(ctx, [["ownPassword", id]], () => changeEmail(ctx, input)),
  );
  return redirect("/settings/account?note=asked");
}

async function replacePassword(ctx: PageCtx, fields: FormData) {
  const { id } = requireMember(ctx);
  const input = { ...parseForm(changePasswordForm, fields), device: deviceOf(ctx) };
  const setCookie = await limitFailures(ctx, [["ownPassword", id]], () =>
    changePassword(ctx, input),
  );
  return redirect("/settings/account?note=password", { headers: { "Set-Cookie": setCookie } });
}

export const action = form(async (ctx, fields) => {
  switch (fields.get("intent")) {
    case "verify":
      return sendAgain(ctx);
    case "email":
      return moveAddress(ctx, fields);
    case "password":
      return replacePassword(ctx, fields);
    default:
      throw new InvalidError({});
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function AddressAndPassword() {
  const { account, note } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return <AccountSettings account={account} note={note} failure={failure} />;
}
