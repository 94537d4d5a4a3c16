import { getFile } from "#app/features/threads/attached/get-file.server.ts";
import { page } from "#app/http/respond.server.ts";
import { sendFile } from "#app/http/send-file.server.ts";

/** A picture or an attachment; `?w=` asks for a smaller picture. */
export const loader = page(async (ctx, params) => {
  const width = new URL(ctx.request.url).searchParams.get("w") ?? "";
  const file = await getFile(ctx, {
    file: params.file ?? "",
    name: params.name ?? "",
    width: /^\d{1,4}$/.test(width) ? Number(width) : null,
  });
  return sendFile(ctx.request, file);
});
