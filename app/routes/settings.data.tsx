import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { deleteAccountForm } from "#app/features/members/account-forms.ts";
import { askErasure } from "#app/features/members/ask-erasure.server.ts";
import { DataSettings } from "#app/features/members/components/data-settings.tsx";
import { getErasePolicy } from "#app/features/members/get-erase-policy.server.ts";
import { requireMember } from "#app/features/members/require-member.ts";
import { askExport } from "#app/features/portability/ask-export.server.ts";
import { listExports } from "#app/features/portability/own-exports.server.ts";
import { blankSessionCookie } from "#app/features/members/sessions/session-cookie.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit, limitFailures } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { InvalidError } from "#app/lib/errors.ts";

export const loader = page(async (ctx) => {
  const [exports, policy] = await Promise.all([listExports(ctx), getErasePolicy(ctx)]);
  return {
    exports,
    policy,
    note: new URL(ctx.request.url).searchParams.get("note"),
    title: `${ctx.t("data.tab")} · ${ctx.community.name}`,
  };
});

export const action = form(async (ctx, fields) => {
  const { id } = requireMember(ctx);
  switch (fields.get("intent")) {
    case "export":
      await limit(ctx, "export", id);
      await askExport(ctx);
      return redirect("/settings/data");
    case "delete": {
      const input = parseForm(deleteAccountForm, fields);
      await limitFailures(ctx, [["ownPassword", id]], () => askErasure(ctx, input));
      return redirect("/sign-in?note=leaving", { headers: { "Set-Cookie": blankSessionCookie() } });
    }
    default:
      throw new InvalidError({});
  }
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function OwnData() {
  const { exports, policy, note } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return <DataSettings exports={exports} policy={policy} note={note} failure={failure} />;
}
