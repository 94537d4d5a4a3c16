import type { Actor } from "#app/lib/ctx.ts";
import { POWERS } from "#app/lib/powers.ts";

type MemberActor = Extract<Actor, { kind: "member" }>;

/**
 * Who acts when members agreed: the community. It may what moderators may and is no member: without an
 * id, as decisions, states and facts name nobody where no single person decided.
 */
export const COMMUNITY_ACTOR: Actor = {
  kind: "member",
  // Every column that takes it takes null, as for guests.
  id: null as unknown as MemberActor["id"],
  role: "moderator",
  handle: "",
  name: "",
  verified: true,
  locale: null,
  rank: { index: 0, key: "" },
  powers: new Set(POWERS),
};
