import { createTransport, type Transporter } from "nodemailer";
import { getEnv } from "#app/lib/env.server.ts";
import { once } from "#app/lib/once.server.ts";

const PATIENCE = 15_000;

/** The process's pooled SMTP connection, or `null` where none is set up. */
export function smtp(): Transporter | null {
  const url = getEnv().SMTP_URL;
  if (!url) return null;
  return once("smtp", () =>
    createTransport({
      url,
      pool: true,
      maxConnections: 3,
      connectionTimeout: PATIENCE,
      greetingTimeout: PATIENCE,
      socketTimeout: 2 * PATIENCE,
      // Nothing a mail holds may make us read a file or ask another server.
      disableFileAccess: true,
      disableUrlAccess: true,
    } as Parameters<typeof createTransport>[0]),
  );
}

/** Who a community's mails come from: `MAIL_FROM`, under the community's name unless it has its own. */
export function sender(community: { name: string; baseUrl: string }): {
  name: string;
  address: string;
} {
  const given = getEnv().MAIL_FROM?.trim();
  const { hostname } = new URL(community.baseUrl);
  if (!given) return { name: community.name, address: `no-reply@${hostname}` };
  const parts = /^"?([^"<>]*?)"?\s*<([^<>\s]+)>$/.exec(given);
  return {
    name: parts?.[1] || community.name,
    address: parts?.[2] ?? given,
  };
}
