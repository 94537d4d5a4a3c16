import { createHmac } from "node:crypto";
import { getEnv } from "#app/lib/env.server.ts";
import { mailboxOf } from "../email-address.ts";

/** What is kept of an address that can't sign up: a keyed hash of its mailbox, hex, for one community. */
export function addressHash(communityId: number, email: string): string {
  return createHmac("sha256", getEnv().SECRET)
    .update(`blocked-address:${communityId}:${mailboxOf(email)}`)
    .digest("hex");
}
