import type { Ctx } from "#app/lib/ctx.ts";
import { findPostAddress } from "../find-post-address.server.ts";
import { findThreadAddress } from "../find-thread-address.server.ts";
import { draftTarget, type DraftKey } from "./draft-key.ts";

/** `path` with `saved` in its query, before the fragment. */
function saying(path: string, extra: string): string {
  const [address = "", fragment] = path.split("#");
  const joined = `${address}${address.includes("?") ? "&" : "?"}${extra}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

/** The page that a draft was saved on and opens with again. */
export async function draftAddress(ctx: Ctx, key: DraftKey): Promise<string> {
  const [kind, id] = draftTarget(key);
  if (kind === "ask" || id === null) return `/ask?draft=${encodeURIComponent(key)}&saved`;
  if (kind === "edit") return `/p/${id}/edit?saved`;
  const path =
    kind === "answer" ? await findThreadAddress(ctx, id) : await findPostAddress(ctx, id);
  if (!path) return "/settings/drafts";
  return kind === "answer" ? saying(`${path}#answer`, "saved") : saying(path, `reply=${id}&saved`);
}
