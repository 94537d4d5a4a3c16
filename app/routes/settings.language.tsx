import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseLanguage } from "#app/features/members/choose-language.server.ts";
import { LanguageForm } from "#app/features/members/components/language-form.tsx";
import { requireMember } from "#app/features/members/require-member.ts";
import { form, page } from "#app/http/respond.server.ts";
import { languageOf } from "#app/i18n/locales.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Notice } from "#app/ui/notice.tsx";

export const loader = page(async (ctx) => ({
  chosen: languageOf(requireMember(ctx).locale),
  communityLocale: ctx.community.localeOpen ? null : ctx.community.locale,
  saved: new URL(ctx.request.url).searchParams.has("saved"),
  title: `${ctx.t("language.title")} · ${ctx.community.name}`,
}));

export const action = form(async (ctx, fields) => {
  const choice = fields.get("language");
  await chooseLanguage(ctx, typeof choice === "string" ? choice : "none");
  return redirect("/settings/language?saved");
});

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function LanguageSettings() {
  const t = useT();
  const { chosen, communityLocale, saved } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>() ?? null;
  return (
    <>
      {saved && !failure ? <Notice state="solved">{t("language.saved")}</Notice> : null}
      <p>{t("language.lead")}</p>
      <LanguageForm chosen={chosen} communityLocale={communityLocale} failure={failure} />
    </>
  );
}
