import type { BrowserContext, Page } from "@playwright/test";

/**
 * Watches everything a context opens for what a hostile text would cause: a dialog, a script that
 * runs, a request to another place. Payloads call `alert`, which no page of the application does.
 */
export async function watchForHarm(context: BrowserContext, origin: string): Promise<string[]> {
  const harms: string[] = [];
  const own = new URL(origin).origin;
  await context.exposeBinding("reportHarm", ({ page }, what: string) => {
    harms.push(`${what} ran at ${page.url()}`);
  });
  await context.addInitScript(() => {
    const report = (what: string) => {
      void (window as unknown as { reportHarm: (what: string) => Promise<void> }).reportHarm(what);
    };
    for (const name of ["alert", "confirm", "prompt", "print", "msgbox"]) {
      Object.defineProperty(window, name, { value: () => report(name), writable: true });
    }
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    if (url.origin !== own && !/^(data|blob|about|chrome-extension):$/.test(url.protocol)) {
      harms.push(`${request.frame().url()} asked for ${request.url()}`);
    }
  });
  context.on("page", (page) => {
    page.on("dialog", (dialog) => {
      harms.push(`a dialog at ${page.url()}`);
      void dialog.dismiss();
    });
    page.on("pageerror", (error) => harms.push(`${error.message} at ${page.url()}`));
    page.on("console", (message) => {
      if (/Content Security Policy/.test(message.text())) harms.push(message.text());
    });
  });
  return harms;
}

/** What of a page's elements could run a script or leave the page: as tags, empty when there is none. */
export function findDangers(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const ADDRESSES =
      /^(?:href|src|xlink:href|action|formaction|data|poster|background|ping|srcdoc|srcset|codebase)$/i;
    const TAGS =
      /^(?:iframe|frame|frameset|object|embed|applet|base|portal|math|style|marquee|foreignobject|animate|set|handler|template)$/i;
    /** A result tells that it was opened; nothing that members write can. */
    const OWN_PING = /^\/search\/clicked\?s=[\w-]+&t=\d+$/;
    const isSafe = (name: string, value: string) => {
      if (name === "srcdoc") return false;
      const url = URL.parse(value, document.baseURI);
      if (!url) return false;
      if (name === "ping") return url.origin === location.origin && OWN_PING.test(value);
      if (name === "src" && value.startsWith("data:image/")) return true;
      if (name !== "href" && url.origin !== location.origin) return false;
      return /^(?:https?|mailto):$/.test(url.protocol);
    };
    const isOwnScript = (script: Element) => {
      const src = script.getAttribute("src");
      if (src) return URL.parse(src, document.baseURI)?.origin === location.origin;
      return /^application\/(?:ld\+)?json$/.test(script.getAttribute("type") ?? "");
    };
    return [...document.querySelectorAll("*")].flatMap((element) => {
      const tag = (element.cloneNode() as Element).outerHTML.slice(0, 200);
      const found: string[] = [];
      if (TAGS.test(element.localName)) found.push(tag);
      if (element.localName === "script" && !isOwnScript(element)) found.push(tag);
      if (element.localName === "meta" && element.hasAttribute("http-equiv")) found.push(tag);
      for (const { name, value } of element.attributes) {
        if (/^on/i.test(name)) found.push(tag);
        else if (ADDRESSES.test(name) && name !== "srcset" && !isSafe(name.toLowerCase(), value)) {
          found.push(tag);
        }
      }
      return found;
    });
  });
}
