import { redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { followForm } from "#app/features/threads/following/follow-form.ts";
import { setFollow } from "#app/features/threads/following/set-follow.server.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { limit } from "#app/http/rate-limit.server.ts";
import { form, page } from "#app/http/respond.server.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { FormCard } from "#app/ui/form-card.tsx";

export const loader = page(async (ctx) => {
  if (ctx.request.method === "GET") throw redirect("/following");
  return null;
});

export const action = form(async (ctx, fields) => {
  if (ctx.actor.id !== null) await limit(ctx, "vote", ctx.actor.id);
  const { kind, subject, on } = parseForm(followForm, fields);
  const href = await setFollow(ctx, { kind, subject, on: on === "yes" });
  return fields.has("stay") ? { ok: true as const } : redirect(href);
});

/** Only when it could not be done and there is no script to say so where it was asked. */
export default function FollowFailed() {
  const t = useT();
  const result = useActionData<typeof action>();
  if (!result || result.ok) return null;
  return (
    <FormCard title={t("follow.failed")} lead={result.error}>
      <ButtonLink href="/following" variant="primary" block>
        {t("follow.title")}
      </ButtonLink>
    </FormCard>
  );
}
