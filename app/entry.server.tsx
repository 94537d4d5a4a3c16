import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from "@remix-run/node";
import { isRouteErrorResponse } from "@remix-run/react";
import { communityOf } from "#app/http/context.server.ts";
import { renderPage } from "#app/http/render-page.server.tsx";
import { requestInfo } from "#app/http/request-info.server.ts";
import { hasSessionCookie } from "#app/features/members/sessions/session-cookie.server.ts";
import { getLog } from "#app/lib/log.server.ts";

export { handleRequest as answer } from "#app/http/handle-request.server.ts";
export { securityHeaders } from "#app/http/security-headers.server.ts";
export { openProcess } from "#app/jobs/open-process.server.ts";
export { runCommand } from "#app/cli/commands/run-command.server.ts";

/** Remix's hook: renders a page. */
export default async function handlePage(
  request: Request,
  status: number,
  headers: Headers,
  remix: EntryContext,
): Promise<Response> {
  const community = await communityOf(request);
  const html = await renderPage(request, remix, {
    locale: community.locale,
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
