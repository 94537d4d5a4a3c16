export const staff = {
  "staff.nav": "Staff pages",
  "staff.partDesk": "Desk",
  "staff.partRules": "Rules",
  "staff.partSearch": "Search",
  "staff.partRecognition": "Recognition",
  "staff.partSite": "Site",
  "staff.pagesOfPart": "Pages of this part",
  "staff.tabLookedFor": "What people look for",
  "staff.tabWords": "Words",
  "staff.tabPins": "Pinned results",
  "staff.tabOrigins": "Allowed sites",
};
