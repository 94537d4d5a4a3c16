import { ConflictError } from "#app/lib/errors.ts";
import type { TrialView } from "./view-trial.server.ts";

/** Published, or what would happen: `stale` when it was to be published and isn't what was tried. */
export type Attempt = { published: number } | { trial: TrialView; stale: boolean };

/**
 * Publishes what was tried, or tries it. Figures that moved on meanwhile are tried again, so that who
 * publishes sees what would happen now.
 */
export async function tryOrPublish(
  which: "try" | "publish",
  work: { run: () => Promise<TrialView>; publish: () => Promise<number> },
): Promise<Attempt> {
  if (which === "try") return { trial: await work.run(), stale: false };
  try {
    return { published: await work.publish() };
  } catch (error) {
    if (!(error instanceof ConflictError) || error.code !== "figures_changed") throw error;
    return { trial: await work.run(), stale: true };
  }
}
