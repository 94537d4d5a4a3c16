import { larkfield } from "./larkfield/community.ts";
import { sahl } from "./sahl/community.ts";
import type { SeedCommunity } from "./types.ts";

/** The communities of a fresh demo, the main one first. */
export const seedCommunities: SeedCommunity[] = [larkfield, sahl];
