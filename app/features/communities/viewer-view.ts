import type { Actor } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";

/** The signed-in member as every page's frame needs them; `null` for guests. */
export type ViewerView = { handle: string; name: string; verified: boolean; staff: boolean } | null;

/** Actor → what the page frame shows of them. */
export function viewerView(actor: Actor): ViewerView {
  if (actor.kind === "guest") return null;
  const { handle, name, verified, role } = actor;
  return { handle, name, verified, staff: isStaff(role) };
}
