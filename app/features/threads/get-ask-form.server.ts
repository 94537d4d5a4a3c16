import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { SignInNeededError } from "#app/lib/errors.ts";
import { isStaff } from "#app/lib/roles.ts";
import type { ThreadKind } from "#db/schema.ts";
import { listTags } from "./list-tags.server.ts";

export type AskForm = {
  kinds: ThreadKind[];
  spaces: { slug: string; name: string }[];
  oftenUsedTags: string[];
  verified: boolean;
};

const SUGGESTED_TAGS = 8;

/** What the ask page offers the actor. Throws SignInNeededError for guests. */
export async function getAskForm(ctx: Ctx): Promise<AskForm> {
  if (ctx.actor.kind === "guest") throw new SignInNeededError();
  const [spaces, tags] = await Promise.all([
    listSpaces(ctx),
    listTags(ctx, { limit: SUGGESTED_TAGS }),
  ]);
  const kinds: ThreadKind[] = ["question", "discussion", "idea"];
  if (isStaff(ctx.actor.role)) kinds.push("announcement");
  return {
    kinds,
    spaces: spaces.filter((space) => space.postable).map(({ slug, name }) => ({ slug, name })),
    oftenUsedTags: tags.map((tag) => tag.name),
    verified: ctx.actor.verified,
  };
}
