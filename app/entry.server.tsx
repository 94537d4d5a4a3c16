import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";
import { communityOf, contextFor } from "#app/http/context.server.ts";
import { renderPage } from "#app/http/render-page.server.tsx";
import { requestInfo } from "#app/http/request-info.server.ts";
import { hasSessionCookie } from "#app/features/members/sessions/session-cookie.server.ts";
import type { Translate } from "#app/i18n/translate.ts";
import { translatorOf } from "#app/i18n/translators.server.ts";
import { getLog } from "#app/lib/log.server.ts";

export { handleRequest as answer } from "#app/http/handle-request.server.ts";
export { securityHeaders } from "#app/http/security-headers.server.ts";
export { openProcess } from "#app/jobs/open-process.server.ts";
export { runCommand } from "#app/cli/commands/run-command.server.ts";

type PageArguments = [
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
  context: AppLoadContext,
];

/** A page that failed because nobody could be looked up still speaks the community's language. */
async function translatorFor(request: Request, context: AppLoadContext): Promise<Translate> {
  try {
    return (await contextFor(request, context)).t;
  } catch {
    return translatorOf((await communityOf(request)).locale);
  }
}

/** Remix's hook: renders a page. */
export default async function handlePage(
  ...[request, status, headers, remix, context]: PageArguments
): Promise<Response> {
  const html = await renderPage(request, remix, {
    t: await translatorFor(request, context),
    guest: !hasSessionCookie(request.headers.get("cookie")),
  });
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(html, { status, headers });
}

/** Remix's hook: an error that no feature threw on purpose. */
export function handleError(
  error: unknown,
  { context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (isRouteErrorResponse(error)) return;
  getLog().error(
    { request: requestInfo(context as AppLoadContext).requestId, err: error },
    "page failed",
  );
}
