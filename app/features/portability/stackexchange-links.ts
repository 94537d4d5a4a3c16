import type { LinkTarget } from "./import-items.ts";

/** Names a site's pages were served at: a meta site was renamed once. */
function hostsOf(host: string): Set<string> {
  const oldMeta = host.replace(/^([^.]+)\.meta\.stackexchange\.com$/, "meta.$1.stackexchange.com");
  return new Set([host, `www.${host}`, oldMeta]);
}

/** Reads addresses of questions and answers of one site. */
export function stackExchangeLinks(host: string): (href: string) => LinkTarget | null {
  const hosts = hostsOf(host);
  return (href) => {
    if (!/^https?:/i.test(href) || !URL.canParse(href)) return null;
    const { hostname, pathname, hash } = new URL(href);
    if (!hosts.has(hostname)) return null;
    const comment = /^#comment\d+_(\d+)$/.exec(hash)?.[1];
    if (comment) return { post: comment };
    const question = /^\/(?:questions|q)\/(\d+)(?:\/[^/]*(?:\/(\d+))?)?\/?$/.exec(pathname);
    const answer = /^\/a\/(\d+)(?:\/\d+)?\/?$/.exec(pathname)?.[1];
    if (answer) return { post: answer };
    if (!question) return null;
    const named = /^#(\d+)$/.exec(hash)?.[1] ?? question[2];
    return named && named !== question[1] ? { post: named } : { thread: question[1]! };
  };
}

/** The host of a site from the name of its dump's folder: `bicycles_meta` is bicycles.meta.stackexchange.com. */
export function stackExchangeHost(folder: string): string | null {
  const name = folder.toLowerCase();
  if (/^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z]{2,}$/.test(name)) return name;
  const site = /^([a-z0-9-]+?)(_meta|\.meta)?$/.exec(name);
  if (!site) return null;
  return `${site[1]}${site[2] ? ".meta" : ""}.stackexchange.com`;
}
