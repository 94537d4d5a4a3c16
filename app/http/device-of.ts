import { networkOf } from "./network-of.ts";
import type { PageCtx } from "./context.server.ts";

/** What a session started by this request says of where it was started. */
export function deviceOf(ctx: Pick<PageCtx, "request" | "info">): {
  userAgent: string;
  network: string;
} {
  return {
    userAgent: ctx.request.headers.get("user-agent") ?? "",
    network: networkOf(ctx.info.ip),
  };
}
