import { redirect } from "@remix-run/node";
import { resolveRedirect } from "#app/features/threads/resolve-redirect.server.ts";
import { page } from "#app/http/respond.server.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** Addresses that nothing else serves: those of an imported community lead on, others are missing. */
export const loader = page(async (ctx) => {
  const url = new URL(ctx.request.url);
  const address = await resolveRedirect(ctx, url.pathname + url.search);
  if (address) throw redirect(address, 301);
  throw new NotFoundError();
});

export const action = page(() => Promise.reject(new NotFoundError()));

export default function Missing() {
  return null;
}
