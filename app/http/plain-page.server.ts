import { directionOf } from "#app/i18n/locales.ts";
import type { MessageKey, Translate } from "#app/i18n/translate.ts";
import type { RequestInfo } from "./request-info.server.ts";

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

/** A bare page for answers given before the application runs: no script, no style, no secrets. */
export function plainPage(
  t: Translate,
  status: number,
  key: MessageKey,
  info: RequestInfo,
): Response {
  const message = escape(t(key));
  const request = escape(t("error.requestId", { id: info.requestId }));
  const html = `<!doctype html><html lang="${t.locale}" dir="${directionOf(t.locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${message}</title></head><body><main><h1>${message}</h1>${status >= 500 ? `<p>${request}</p>` : ""}<p><a href="/">${escape(t("errorPage.goHome"))}</a></p></main></body></html>`;
  return new Response(html, { status, headers: { "Content-Type": "text/html; charset=utf-8" } });
}
