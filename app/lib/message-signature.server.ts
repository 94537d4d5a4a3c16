import { createHmac, timingSafeEqual } from "node:crypto";

/** `v1=` and the HMAC-SHA256 of `TIMESTAMP.BODY` in hex; the timestamp in seconds since 1970. */
export function messageSignature(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}

/** Whether a signature is that of the message, compared in a time that tells nothing. */
export function isSignatureOf(
  signature: string,
  { secret, timestamp, body }: { secret: string; timestamp: string; body: string },
): boolean {
  const given = Buffer.from(signature);
  const right = Buffer.from(messageSignature(secret, timestamp, body));
  return given.length === right.length && timingSafeEqual(given, right);
}
