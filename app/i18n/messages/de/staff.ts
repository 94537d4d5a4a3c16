import type { staff as english } from "../en/staff.ts";

export const staff: Record<keyof typeof english, string> = {
  "staff.title": "Teambereich",
  "staff.nav": "Seiten des Teams",
  "staff.tabLookedFor": "Wonach gesucht wird",
  "staff.tabWords": "Wörter",
  "staff.tabPins": "Angeheftete Treffer",
  "staff.tabOrigins": "Erlaubte Seiten",
};
