import { getEnv } from "#app/lib/env.server.ts";

/**
 * Whether the outbox page may be shown: in a demo without SMTP, to the machine it runs on. A
 * forwarding header means that somebody else may be behind a proxy on this machine.
 */
export function outboxOpen(request: { local: boolean; headers: Headers }): boolean {
  const env = getEnv();
  if (env.PORCHLIGHT_MODE !== "demo" || env.SMTP_URL) return false;
  const forwarded = ["x-forwarded-for", "forwarded", "x-real-ip"].some((name) =>
    request.headers.has(name),
  );
  return request.local && !(forwarded && env.TRUSTED_PROXIES === 0);
}
