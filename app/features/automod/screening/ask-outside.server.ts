import { createHmac } from "node:crypto";
import { z } from "zod";
import { sendOutward } from "#app/lib/send-outward.server.ts";
import type { CheckSettings } from "../checks/settings.ts";
import { findPersonalData } from "../personal-data/find-personal-data.ts";
import type { Finding, Screened } from "../screened.ts";

/** An answer is a few words. */
const MOST_BYTES = 16_384;
const MOST_TEXT = 300;

const answer = z.object({
  verdict: z.enum(["publish", "nudge", "hold", "reject"]),
  /** To the author, in their own words. */
  reason: z.string().trim().max(MOST_TEXT).default(""),
  /** To staff. */
  note: z.string().trim().max(MOST_TEXT).default(""),
});

export type OutsideAsked = {
  community: string;
  /** Of now. */
  at: Date;
  allowPrivate: boolean;
};

/** A text with its mail addresses left out. */
function withoutEmails(text: string): string {
  const spans = findPersonalData(text, { countries: [], allowed: [] });
  return spans
    .filter(({ kind }) => kind === "email")
    .toSorted((a, b) => b.from - a.from)
    .reduce((rest, { from, to }) => `${rest.slice(0, from)}[e-mail]${rest.slice(to)}`, text);
}

/** What the service is told: nothing of the author but whether they are new or trusted. */
export function outsideBody(screened: Screened, { community }: Pick<OutsideAsked, "community">) {
  const { surface, title, text, links, images = 0, author } = screened;
  return {
    version: 1,
    community,
    surface,
    title: withoutEmails(title),
    text: withoutEmails(text),
    links: links
      .filter(({ href }) => /^https?:/i.test(href))
      .map(({ href, text: shown }) => ({
        href: withoutEmails(href),
        text: withoutEmails(shown),
      })),
    images,
    author: { newcomer: author.newcomer, trusted: author.trusted },
  };
}

/** `v1=` and the HMAC-SHA256 of `TIMESTAMP.BODY` in hex; the timestamp in seconds. */
export function outsideSignature(secret: string, timestamp: string, body: string): string {
  return `v1=${createHmac("sha256", secret).update(`${timestamp}.${body}`).digest("hex")}`;
}

/**
 * Asks a service elsewhere what it says of a text. Throws when it doesn't answer in time, answers
 * with anything but 200 and a verdict, or may not be reached.
 */
export async function askOutside(
  screened: Screened,
  { url, secret, timeout }: CheckSettings["outside"],
  { community, at, allowPrivate }: OutsideAsked,
): Promise<Finding[]> {
  const body = JSON.stringify(outsideBody(screened, { community }));
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const { status, body: said } = await sendOutward({
    url,
    headers: {
      "content-type": "application/json",
      accept: "application/json",
      "user-agent": "Porchlight",
      "porchlight-timestamp": timestamp,
      "porchlight-signature": outsideSignature(secret, timestamp, body),
    },
    body,
    timeout,
    most: MOST_BYTES,
    allowPrivate,
  });
  if (status !== 200) throw new Error(`outside check answered ${status}`);
  const { verdict, reason, note } = answer.parse(JSON.parse(said));
  if (verdict === "publish") return [];
  return [
    {
      check: "outside",
      verdict,
      toAuthor: reason
        ? { key: "screening.outsideSaid", params: { reason } }
        : { key: "screening.outsideAuthor" },
      toStaff: note
        ? { key: "screening.outsideNoted", params: { note } }
        : { key: "screening.outsideStaff" },
      spans: [],
    },
  ];
}
