export const staff = {
  "staff.title": "Staff desk",
  "staff.nav": "Staff pages",
  "staff.tabLookedFor": "What people look for",
  "staff.tabWords": "Words",
  "staff.tabPins": "Pinned results",
  "staff.tabOrigins": "Allowed sites",
};
