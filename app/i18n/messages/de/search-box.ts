import type { searchBox as english } from "../en/search-box.ts";

export const searchBox: Record<keyof typeof english, string> = {
  "searchBox.list": "Vorschläge",
  "searchBox.answered": "Schon beantwortet",
  "searchBox.others": "Weitere Themen",
  "searchBox.sameHere": "{count, plural, one {# Person betroffen} other {# Personen betroffen}}",
  "searchBox.wanted": "{count, plural, one {# Person dafür} other {# Personen dafür}}",
  "searchBox.none": "Zu diesen Wörtern gibt es hier noch nichts.",
  "searchBox.ask": "Als neue Frage stellen",
  "searchBox.found":
    "{count, plural, =0 {Keine Vorschläge} one {# Vorschlag} other {# Vorschläge}}",
  "searchBox.recent": "Letzte Suchen",
  "searchBox.recentFound": "{count, plural, one {# letzte Suche} other {# letzte Suchen}}",
  "searchBox.removeOne": "„{words}“ aus den letzten Suchen entfernen",
  "searchBox.removeAll": "Alle entfernen",
  "searchBox.move": "Bewegen",
  "searchBox.open": "Öffnen",
  "searchBox.remove": "Entfernen",
  "searchBox.enterKey": "Eingabe",
  "searchBox.deleteKey": "Entf",
};
