import type { screening as english } from "../en/screening.ts";

export const screening: Record<keyof typeof english, string> = {
  "screening.adviceTitle": "Sieh dir das bitte erst an",
  "screening.adviceLead":
    "Noch ist nichts veröffentlicht. Ändere deinen Text, oder veröffentliche ihn so.",
  "screening.adviceSaveLead":
    "Noch ist nichts gespeichert. Ändere deinen Text, oder speichere ihn so.",
  "screening.postAsItIs": "So veröffentlichen",
  "screening.saveAsItIs": "So speichern",
  "screening.heldNote": "Nur du und das Team sehen das, bis jemand es sich angesehen hat. {reason}",
  "screening.outsideAuthor":
    "Eine Prüfung dieser Community bittet dich, deinen Text noch einmal anzusehen.",
  "screening.outsideSaid": "{reason}",
  "screening.outsideStaff": "Die Prüfung von außen bittet, es anzusehen",
  "screening.outsideNoted": "Prüfung von außen: {note}",
  "screening.postedAnyway": "Trotz Hinweis veröffentlicht",
  "screening.editedVisible": "Kam mit einer Änderung; es bleibt sichtbar",
  "screening.lookedAgain":
    "Nachträglich gefunden: eine Prüfung ging nicht, als es veröffentlicht wurde",
  "screening.imported": "In einem Import gefunden",
};
