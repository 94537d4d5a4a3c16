import { lookup, type LookupAddress } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPrivateAddress } from "./private-address.server.ts";

export type Outward = {
  url: string;
  headers: Record<string, string>;
  body: string;
  /** Milliseconds for everything, from the name to the last byte. */
  timeout: number;
  /** Bytes of the answer that are read at most; more is an error. */
  most: number;
  /** Lets private addresses and plain http be reached; only for one's own network. */
  allowPrivate: boolean;
};

export type OutwardAnswer = { status: number; body: string };

/** Why nothing was sent, or no usable answer came. */
export class OutwardError extends Error {
  override name = "OutwardError";
}

/** Names are resolved once, for the connection itself, so that no later answer leads elsewhere. */
const publicOnly: LookupFunction = (hostname, options, done) => {
  lookup(hostname, { ...options, all: true }, (error, found) => {
    const addresses: LookupAddress[] = error ? [] : found;
    if (error) return done(error, "", 0);
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => isPrivateAddress(address))) {
      return done(new OutwardError("a private address"), "", 0);
    }
    return options.all ? done(null, addresses) : done(null, first.address, first.family);
  });
};

function assertPublic({ protocol, hostname }: URL): void {
  if (protocol !== "https:") throw new OutwardError("only https");
  const address = hostname.replace(/^\[|\]$/g, "");
  if (isIP(address) !== 0 && isPrivateAddress(address)) {
    throw new OutwardError("a private address");
  }
}

function read(response: http.IncomingMessage, most: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    response.on("data", (part: Buffer) => {
      size += part.length;
      if (size > most) response.destroy(new OutwardError("the answer is too long"));
      else parts.push(part);
    });
    response.on("end", () => resolve(Buffer.concat(parts).toString("utf8")));
    response.on("error", reject);
    // What breaks off in the middle says so by neither of the two.
    response.on("close", () => reject(new OutwardError("the answer broke off")));
  });
}

/**
 * Posts to an address that people set: https only, never into a private network, following no
 * redirect, within the time given. Throws OutwardError or what the network says.
 */
export async function sendOutward(outward: Outward): Promise<OutwardAnswer> {
  const { headers, body, timeout, most, allowPrivate } = outward;
  const url = new URL(outward.url);
  if (!allowPrivate) assertPublic(url);
  const signal = AbortSignal.timeout(timeout);
  const { request } = url.protocol === "https:" ? https : http;
  const response = await new Promise<http.IncomingMessage>((resolve, reject) => {
    const sent = request(url, {
      method: "POST",
      headers: { ...headers, "content-length": String(Buffer.byteLength(body)) },
      agent: false,
      signal,
      ...(allowPrivate ? {} : { lookup: publicOnly }),
    });
    sent.on("response", resolve);
    sent.on("error", reject);
    sent.end(body);
  });
  return { status: response.statusCode ?? 0, body: await read(response, most) };
}
