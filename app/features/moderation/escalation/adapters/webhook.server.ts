import { z } from "zod";
import { getEnv } from "#app/lib/env.server.ts";
import { messageSignature } from "#app/lib/message-signature.server.ts";
import { OutwardError, sendOutward } from "#app/lib/send-outward.server.ts";
import { ESCALATION_LIMITS, SIGNATURE_HEADERS, TRY_TIMEOUT } from "../escalation-rules.ts";
import type { EscalationAdapter, Sent } from "./adapter.ts";

const MOST_BYTES = 16_384;

/** What the other side may answer with: the ticket's reference there. */
const answer = z.object({
  reference: z.string().trim().min(1).max(ESCALATION_LIMITS.reference).optional(),
});

function referenceIn(body: string): string | undefined {
  try {
    return answer.parse(JSON.parse(body)).reference;
  } catch {
    // An answer without one is fine too.
    return undefined;
  }
}

function sentOf(status: number, body: string): Sent {
  if (status >= 200 && status < 300) {
    return { ok: true, httpStatus: status, reference: referenceIn(body) };
  }
  // What the other side refuses, it refuses again; except where it asks for patience.
  const again = status >= 500 || [408, 409, 425, 429].includes(status);
  return { ok: false, httpStatus: status, error: `HTTP ${status}`, again };
}

/** Posts the message as JSON, signed, to the address that the community set. */
export const webhook: EscalationAdapter = {
  send: async (ctx, message, { key, settings }) => {
    const body = JSON.stringify(message);
    const timestamp = String(Math.floor(Date.now() / 1_000));
    try {
      const { status, body: said } = await sendOutward({
        url: settings.webhookUrl,
        headers: {
          "content-type": "application/json",
          "user-agent": "Porchlight",
          [SIGNATURE_HEADERS.key]: key,
          [SIGNATURE_HEADERS.timestamp]: timestamp,
          [SIGNATURE_HEADERS.signature]: messageSignature(settings.secret, timestamp, body),
        },
        body,
        timeout: TRY_TIMEOUT,
        most: MOST_BYTES,
        allowPrivate: getEnv().OUTSIDE_PRIVATE === "true",
      });
      return sentOf(status, said);
    } catch (error) {
      const again = !(error instanceof OutwardError);
      return { ok: false, httpStatus: null, error: (error as Error).message, again };
    }
  },
};
