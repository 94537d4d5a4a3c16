import { assertMayPass } from "#app/features/automod/screening/assert-may-pass.ts";
import type { Place } from "#app/features/automod/screening/load-known.server.ts";
import {
  screen,
  type Screening,
  type Written,
} from "#app/features/automod/screening/screen.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import type { DocumentJson } from "../rich-text/schema.ts";
import type { StoredText } from "../rich-text/render-text.ts";
import { writtenParts } from "./written-parts.ts";

export type ToScreen = {
  place: Place;
  /** Of a thread; empty for answers and replies. */
  title: string;
  stored: Pick<StoredText, "document">;
  /** What else shows with the text, such as what stands in a space's fields. */
  besides?: readonly string[] | undefined;
  /** An edited text as it stood. */
  before?: { title: string; document: unknown } | undefined;
  /** What the author sends to post in spite of what they were told. */
  asItIs?: string | undefined;
};

type Given = { title: string; document: DocumentJson; besides?: readonly string[] | undefined };

/** What the checks read of a post. */
export function writtenOf(
  surface: Written["surface"],
  { title, document, besides = [] }: Given,
): Written {
  const parts = writtenParts(document);
  return { ...parts, surface, title, text: [parts.text, ...besides].filter(Boolean).join("\n\n") };
}

/** What automod says of a post before it is stored. Throws as `assertMayPass` does. */
export async function screenWritten(ctx: Ctx, given: ToScreen): Promise<Screening> {
  const { place, title, stored, besides, before, asItIs } = given;
  const screening = await screen(ctx, {
    place,
    written: writtenOf(place.kind, { title, document: stored.document, besides }),
    before:
      before &&
      writtenOf(place.kind, { title: before.title, document: before.document as DocumentJson }),
  });
  assertMayPass(screening, asItIs);
  return screening;
}
