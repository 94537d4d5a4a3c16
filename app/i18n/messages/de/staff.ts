import type { staff as english } from "../en/staff.ts";

export const staff: Record<keyof typeof english, string> = {
  "staff.nav": "Seiten des Teams",
  "staff.partDesk": "Schreibtisch",
  "staff.partRules": "Regeln",
  "staff.partSearch": "Suche",
  "staff.partRecognition": "Anerkennung",
  "staff.partSite": "Auftritt",
  "staff.pagesOfPart": "Seiten dieses Teils",
  "staff.tabLookedFor": "Wonach gesucht wird",
  "staff.tabWords": "Wörter",
  "staff.tabPins": "Angeheftete Treffer",
  "staff.tabOrigins": "Erlaubte Seiten",
};
