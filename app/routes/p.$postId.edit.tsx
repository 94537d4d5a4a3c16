import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData, useRouteLoaderData } from "@remix-run/react";
import { EditView } from "#app/features/threads/components/edit-view.tsx";
import { editOrDecide } from "#app/features/moderation/page-verbs.server.ts";
import { getEditForm } from "#app/features/threads/get-edit-form.server.ts";
import { editPostSchema } from "#app/features/threads/schemas.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { pageMeta } from "#app/http/page-meta.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";
import type { loader as rootLoader } from "#app/root.tsx";

export const loader = page(async (ctx, params) => ({
  edit: await getEditForm(ctx, { postId: positiveId(params.postId) }),
  title: ctx.t("edit.title"),
}));

export const action = form(async (ctx, fields, params) => {
  const postId = positiveId(params.postId);
  const post = await editOrDecide(ctx, { postId, ...parseForm(editPostSchema, fields) });
  return redirect(post.href);
});

/** Also after a refused save: when somebody else changed the post, their text is shown. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  data ? pageMeta(matches, { title: data.title, noindex: true }) : [];

export default function Edit() {
  const { edit } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  const root = useRouteLoaderData<typeof rootLoader>("root");
  return (
    <EditView
      edit={edit}
      failure={result && "ok" in result ? result : null}
      owner={root?.viewer?.handle ?? null}
    />
  );
}
