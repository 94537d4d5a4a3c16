import type { SeedCommunity } from "../types.ts";
import { sahlGuidelines, sahlMembers, sahlSpaces, sahlTags, sahlTerms } from "./about.ts";
import { sahlBillingThreads } from "./billing.ts";
import { cardThreads } from "./cards.ts";
import { sahlIdeaThreads } from "./ideas.ts";
import { sahlMobileThreads } from "./mobile.ts";
import { transferThreads } from "./transfers.ts";

/** The second demo brand: an Arabic digital wallet, read right to left. */
export const sahl: SeedCommunity = {
  slug: "sahl",
  hosts: ["second.localhost"],
  name: "سهل",
  tagline: "اسأل، فغالبًا مرّ غيرك بما مررت به",
  locale: "ar",
  timeZone: "Asia/Riyadh",
  theme: { brand: "#b4235a", radius: 16, density: 1.08 },
  guidelines: sahlGuidelines,
  terms: sahlTerms,
  spaces: sahlSpaces,
  tags: sahlTags,
  members: sahlMembers,
  threads: [
    ...sahlMobileThreads,
    ...cardThreads,
    ...transferThreads,
    ...sahlBillingThreads,
    ...sahlIdeaThreads,
  ],
};
