import type { SeedCommunity } from "../types.ts";
import { larkfieldGuidelines, larkfieldSpaces, larkfieldTags, larkfieldTerms } from "./about.ts";
import { announcementThreads } from "./announcements.ts";
import { billingThreads } from "./billing.ts";
import { broadbandFaultThreads } from "./broadband-faults.ts";
import { broadbandThreads } from "./broadband.ts";
import { ideaThreads } from "./ideas.ts";
import { loungeThreads } from "./lounge.ts";
import { larkfieldMembers } from "./members.ts";
import { mobileThreads } from "./mobile.ts";
import { movingThreads } from "./moving.ts";
import { orderThreads } from "./orders.ts";
import { roamingThreads } from "./roaming.ts";
import { tvThreads } from "./tv.ts";
import { wifiDeviceThreads } from "./wifi-devices.ts";
import { wifiThreads } from "./wifi.ts";

/** The first demo brand: a broadband and mobile provider. */
export const larkfield: SeedCommunity = {
  slug: "larkfield",
  hosts: ["localhost"],
  name: "Larkfield",
  tagline: "Someone here has probably fixed it",
  locale: "en",
  timeZone: "Europe/London",
  theme: { brand: "#0a5a6b", radius: 8 },
  guidelines: larkfieldGuidelines,
  terms: larkfieldTerms,
  spaces: larkfieldSpaces,
  tags: larkfieldTags,
  members: larkfieldMembers,
  threads: [
    ...announcementThreads,
    ...wifiThreads,
    ...wifiDeviceThreads,
    ...broadbandThreads,
    ...broadbandFaultThreads,
    ...mobileThreads,
    ...roamingThreads,
    ...billingThreads,
    ...movingThreads,
    ...tvThreads,
    ...orderThreads,
    ...ideaThreads,
    ...loungeThreads,
  ],
};
