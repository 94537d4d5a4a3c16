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
import { larkfieldDesk } from "./desk.ts";
import { larkfieldProgramme } from "./programme.ts";
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
  logoSvg:
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" fill="#0a5a6b"/><g fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"><path d="M7.5 20.5h.01" stroke-width="3.2"/><path d="M7.5 14.25a6.25 6.25 0 0 1 6.25 6.25M7.5 8A12.5 12.5 0 0 1 20 20.5"/></g></svg>',
  theme: { brand: "#0a5a6b", radius: 8 },
  guidelines: larkfieldGuidelines,
  terms: larkfieldTerms,
  spaces: larkfieldSpaces,
  tags: larkfieldTags,
  members: larkfieldMembers,
  programme: larkfieldProgramme,
  desk: larkfieldDesk,
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
