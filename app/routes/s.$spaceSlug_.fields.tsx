import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { arrangeField, arrangeForm } from "#app/features/threads/asking/arrange-field.server.ts";
import { defineField } from "#app/features/threads/asking/define-field.server.ts";
import { fieldForm } from "#app/features/threads/asking/field-definition.ts";
import { FieldsView } from "#app/features/threads/asking/fields-view.tsx";
import { getFieldsPage } from "#app/features/threads/asking/get-fields-page.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

/** Where admins say what a space asks. */
export const loader = page(async (ctx, params) => {
  const fields = await getFieldsPage(ctx, params.spaceSlug ?? "");
  const query = new URL(ctx.request.url).searchParams;
  const wanted = Number(query.get("field"));
  return {
    fields,
    change: fields.asked.find((field) => field.id === wanted) ?? null,
    saved: query.has("saved"),
    title: ctx.t("ask.fieldsTitle", { space: fields.space.name }),
  };
});

export const action = form(async (ctx, fields, params) => {
  const spaceSlug = params.spaceSlug ?? "";
  if (fields.has("arrange")) {
    await arrangeField(ctx, { ...parseForm(arrangeForm, fields), spaceSlug });
  } else {
    const given = fields.get("field");
    const fieldId = typeof given === "string" ? positiveId(given) : undefined;
    await defineField(ctx, { ...parseForm(fieldForm, fields), spaceSlug, fieldId });
  }
  return redirect(`/s/${encodeURIComponent(spaceSlug)}/fields?saved`);
});

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Fields() {
  const { fields, change, saved } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const failure = result && "ok" in result ? result : null;
  return <FieldsView page={fields} change={change} saved={saved && !failure} failure={failure} />;
}
