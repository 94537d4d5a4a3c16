import type { Ctx } from "#app/lib/ctx.ts";
import type { EscalationMessage } from "../message.ts";
import type { EscalationSettings } from "../load-settings.server.ts";

/** What came of a try. `again`: it may work later. */
export type Sent =
  | { ok: true; httpStatus: number | null; reference?: string | undefined }
  | { ok: false; httpStatus: number | null; error: string; again: boolean };

/**
 * A way to a ticket system. `send` may be called again with the same key: whatever receives it must be
 * able to tell by the key. It gives what happened and throws for nothing that the other side does.
 */
export type EscalationAdapter = {
  send: (
    ctx: Ctx,
    message: EscalationMessage,
    options: { key: string; settings: EscalationSettings },
  ) => Promise<Sent>;
};
