import type { Actor } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";

/** Why a member may read but not write, and until when; `null`: until the team ends it. */
export type Silence = { reason: string; until: string | null };

/** The signed-in member as every page's frame needs them; `null` for guests. */
export type ViewerView = {
  handle: string;
  name: string;
  verified: boolean;
  staff: boolean;
  /** They see cases at the desk: staff, and whoever moderates a space. */
  desk: boolean;
  /** They review what waits for members. */
  reviews: boolean;
  silence: Silence | null;
} | null;

/** Actor → what the page frame shows of them. */
export function viewerView(actor: Actor, silence: Silence | null = null): ViewerView {
  if (actor.kind === "guest") return null;
  const { handle, name, verified, role } = actor;
  const desk = isStaff(role) || (actor.moderates?.size ?? 0) > 0;
  const reviews = !isStaff(role) && (role === "super_user" || actor.powers.has("desk.review"));
  return { handle, name, verified, staff: isStaff(role), desk, reviews, silence };
}
