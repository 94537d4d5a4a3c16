import type { EntryContext } from "@remix-run/node";
import { RemixServer } from "@remix-run/react";
import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import type { Translate } from "#app/i18n/translate.ts";
import { TranslateProvider } from "#app/i18n/use-t.tsx";
import { bootAddress, readingAddress } from "./boot-address.server.ts";

function inScript(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** What public/reading.js says. */
function readingWords(t: Translate) {
  return {
    code: t("reading.code"),
    copy: t("reading.copy"),
    copied: t("reading.copied"),
    notCopied: t("reading.notCopied"),
    linkCopied: t("reading.linkCopied"),
  };
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<string> {
  return new Response(stream).text();
}

/**
 * A page's HTML. Remix's own <Scripts/> is not used: its inline scripts would need a nonce a page,
 * and its modules would load at once. The page carries its data as JSON instead, and public/boot.js
 * starts the application with it: at once for members and where one writes, on the first interaction for
 * other guests.
 */
export async function renderPage(
  request: Request,
  remix: EntryContext,
  options: { t: Translate; guest: boolean },
): Promise<string> {
  // Read before rendering: <RemixServer> would lock the stream and wait for it.
  const stream = remix.serverHandoffStream ? await readAll(remix.serverHandoffStream) : "";
  const { t } = options;
  const html = renderToString(
    <StrictMode>
      <TranslateProvider t={t}>
        <RemixServer context={{ ...remix, serverHandoffStream: undefined }} url={request.url} />
      </TranslateProvider>
    </StrictMode>,
  );
  const { manifest } = remix;
  const matches = remix.staticHandlerContext.matches.map((match) => match.route.id);
  // Where a guest writes, the text of an earlier visit comes back by itself.
  const writing = new URL(request.url).pathname === "/ask";
  const boot = {
    context: JSON.parse(remix.serverHandoffString ?? "{}") as unknown,
    stream,
    hmr: (manifest as { hmr?: { runtime: string } }).hmr?.runtime,
    manifest: manifest.url,
    entry: manifest.entry.module,
    routes: matches.map((id) => [id, manifest.routes[id]?.module]),
    when: options.guest && !writing ? "interaction" : "now",
    words: readingWords(t),
  };
  const scripts =
    `<script type="application/json" id="porchlight-boot">${inScript(boot)}</script>` +
    `<script src="${readingAddress()}" defer></script>` +
    `<script src="${bootAddress()}" defer></script>`;
  const at = html.lastIndexOf("</body>");
  return `<!DOCTYPE html>${html.slice(0, at)}${scripts}${html.slice(at)}`;
}
