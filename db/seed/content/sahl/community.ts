import type { SeedCommunity } from "../types.ts";
import { sahlGuidelines, sahlMembers, sahlSpaces, sahlTags, sahlTerms } from "./about.ts";
import { sahlBillingThreads } from "./billing.ts";
import { cardThreads } from "./cards.ts";
import { sahlIdeaThreads } from "./ideas.ts";
import { sahlMobileThreads } from "./mobile.ts";
import { sahlDesk } from "./desk.ts";
import { sahlProgramme } from "./programme.ts";
import { transferThreads } from "./transfers.ts";

/** The second demo brand: an Arabic digital wallet, read right to left. */
export const sahl: SeedCommunity = {
  slug: "sahl",
  hosts: ["second.localhost"],
  name: "سهل",
  tagline: "اسأل، فغالبًا مرّ غيرك بما مررت به",
  locale: "ar",
  timeZone: "Asia/Riyadh",
  logoSvg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" fill="#b4235a"/><path d="M6 17.5c3.500 0 4-7 8-7s4.5 7 8 7" fill="none" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><circle cx="14" cy="20.5" r="1.7" fill="#fff"/></svg>',
  theme: { brand: "#b4235a", radius: 16, density: 1.08 },
  guidelines: sahlGuidelines,
  terms: sahlTerms,
  spaces: sahlSpaces,
  tags: sahlTags,
  members: sahlMembers,
  programme: sahlProgramme,
  desk: sahlDesk,
  threads: [
    ...sahlMobileThreads,
    ...cardThreads,
    ...transferThreads,
    ...sahlBillingThreads,
    ...sahlIdeaThreads,
  ],
};
