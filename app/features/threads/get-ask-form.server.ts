import { listSpaces } from "#app/features/communities/list-spaces.server.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { atLeast, isStaff } from "#app/lib/roles.ts";
import type { ThreadKind } from "#db/schema-threads.ts";
import { listSpaceFields } from "./asking/list-space-fields.server.ts";
import type { SpaceField } from "./asking/space-field.ts";
import { listTags } from "./list-tags.server.ts";

export type AskForm = {
  kinds: ThreadKind[];
  spaces: { slug: string; name: string }[];
  /** What each of them asks, by slug; spaces that ask nothing aren't there. */
  fields: Record<string, SpaceField[]>;
  oftenUsedTags: string[];
  verified: boolean;
  /** The member's handle; a guest signs in when the question is written. */
  owner: string | null;
};

const SUGGESTED_TAGS = 8;

/** What the ask page offers the actor; a guest what any member would be offered. */
export async function getAskForm(ctx: Ctx): Promise<AskForm> {
  const [spaces, tags] = await Promise.all([
    listSpaces(ctx),
    listTags(ctx, { limit: SUGGESTED_TAGS }),
  ]);
  const member = ctx.actor.kind === "guest" ? null : ctx.actor;
  const kinds: ThreadKind[] = ["question", "discussion", "idea"];
  if (isStaff(ctx.actor.role)) kinds.push("announcement");
  const open = spaces.filter(
    (space) => space.postable || (!member && atLeast("member", space.postRole)),
  );
  const slugs = open.map((space) => space.slug);
  return {
    kinds,
    spaces: open.map(({ slug, name }) => ({ slug, name })),
    fields: await listSpaceFields(ctx, slugs),
    oftenUsedTags: tags.map((tag) => tag.name),
    verified: member?.verified ?? true,
    owner: member?.handle ?? null,
  };
}
