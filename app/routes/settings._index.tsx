import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { profileForm } from "#app/features/members/account-forms.ts";
import { ProfileForm } from "#app/features/members/components/profile-form.tsx";
import { getOwnAccount } from "#app/features/members/get-own-account.server.ts";
import { saveProfile } from "#app/features/automod/screening/save-profile.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const loader = page(async (ctx) => {
  const { name, bio, products, showProducts, showActivity, handle } = await getOwnAccount(ctx);
  return {
    profile: { name, bio, products, showProducts, showActivity },
    handle,
    saved: new URL(ctx.request.url).searchParams.has("saved"),
    title: `${ctx.t("account.settingsTitle")} · ${ctx.community.name}`,
  };
});

export const action = form(async (ctx, fields) => {
  await saveProfile(ctx, parseForm(profileForm, fields));
  return redirect("/settings?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function ProfileSettings() {
  const t = useT();
  const { profile, handle, saved } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return (
    <>
      {saved && !failure && (
        <Notice
          state="solved"
          action={<a href={`/m/${encodeURIComponent(handle)}`}>{t("common.yourProfile")}</a>}
        >
          {t("account.saved")}
        </Notice>
      )}
      <ProfileForm failure={failure} profile={profile} />
    </>
  );
}
