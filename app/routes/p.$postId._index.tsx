import { redirect } from "@remix-run/node";
import { findPostAddress } from "#app/features/threads/find-post-address.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** A post's short address leads to it in its thread. */
export const loader = page(async (ctx, params) => {
  const address = await findPostAddress(ctx, positiveId(params.postId));
  if (!address) throw new NotFoundError();
  throw redirect(address);
});

export default function PostById() {
  return null;
}
