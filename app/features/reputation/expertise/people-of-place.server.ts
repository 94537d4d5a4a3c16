import type { Ctx } from "#app/lib/ctx.ts";
import { findPlace, type Place } from "../find-place.server.ts";
import { peopleWhoKnow, type KnowsAbout } from "./people-who-know.server.ts";

/** How many a page names. */
const SHOWN = 5;

/** Who knows about a space or tag, for the rail of its page. Throws NotFoundError. */
export async function peopleOfPlace(
  ctx: Ctx,
  kind: Place["kind"],
  slug: string,
): Promise<KnowsAbout[]> {
  const { id } = await findPlace(ctx, kind, slug);
  const about = kind === "space" ? { spaceId: id } : { tagId: id };
  return peopleWhoKnow(ctx, { ...about, limit: SHOWN });
}
