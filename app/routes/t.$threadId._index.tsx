import { redirect } from "@remix-run/node";
import { findThreadAddress } from "#app/features/threads/find-thread-address.server.ts";
import { positiveId } from "#app/http/address-parts.ts";
import { page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** A thread's short address leads to the full one. */
export const loader = page(async (ctx, params) => {
  const address = await findThreadAddress(ctx, positiveId(params.threadId));
  if (!address) throw new NotFoundError();
  throw redirect(address, 301);
});

export default function ThreadById() {
  return null;
}
