import { redirect, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EditView } from "#app/features/threads/components/edit-view.tsx";
import { editPost } from "#app/features/threads/edit-post.server.ts";
import { getEditForm } from "#app/features/threads/get-edit-form.server.ts";
import { editPostSchema } from "#app/features/threads/schemas.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { parseForm } from "#app/http/parse-form.ts";
import { form, page } from "#app/http/respond.server.ts";

export const loader = page(async (ctx, params) => ({
  edit: await getEditForm(ctx, { postId: positiveId(params.postId) }),
  title: `${ctx.t("edit.title")} · ${ctx.community.name}`,
}));

export const action = form(async (ctx, fields, params) => {
  const postId = positiveId(params.postId);
  const post = await editPost(ctx, { postId, ...parseForm(editPostSchema, fields) });
  return redirect(post.href);
});

/** Also after a refused save: when somebody else changed the post, their text is shown. */
export const shouldRevalidate = () => true;

export const meta: MetaFunction<typeof loader> = ({ data }) =>
  data ? [{ title: data.title }] : [];

export default function Edit() {
  const { edit } = useLoaderData<typeof loader>();
  const result = useActionData<typeof action>();
  return <EditView edit={edit} failure={result && "ok" in result ? result : null} />;
}
