import { data, type ActionFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireMember } from "#app/features/members/require-member.ts";
import { UploadPage, type UploadOutcome } from "#app/features/uploads/components/upload-page.tsx";
import { contextFor } from "#app/http/context.server.ts";
import { readUpload } from "#app/http/read-upload.server.ts";
import { page } from "#app/http/respond.server.ts";
import { translateKey } from "#app/i18n/translate.ts";
import { AppError, InvalidError } from "#app/lib/errors.ts";

export const loader = page(async (ctx) => {
  requireMember(ctx);
  return Promise.resolve({ title: `${ctx.t("upload.title")} · ${ctx.community.name}` });
});

/** Takes one file and shows what to write into a text. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = await contextFor(request, context);
  try {
    const outcome: UploadOutcome = { ok: true, upload: await readUpload(ctx) };
    return data(outcome, { status: 201 });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const wrong = error instanceof InvalidError ? error.fields.file : undefined;
    const { key, params } = wrong ?? error.publicMessage;
    const outcome: UploadOutcome = { ok: false, error: translateKey(ctx.t, key, params) };
    return data(outcome, { status: error.status });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) =>
  loaded ? [{ title: loaded.title }] : [];

export default function Upload() {
  return <UploadPage outcome={useActionData<typeof action>() ?? null} />;
}
