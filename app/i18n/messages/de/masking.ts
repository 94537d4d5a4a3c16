import type { masking as english } from "../en/masking.ts";

export const masking: Record<keyof typeof english, string> = {
  "masking.editReason": "Persönliche Daten maskiert",
  "masking.nothingFound": "In diesem Beitrag wurden keine persönlichen Daten gefunden.",
  "masking.originalGone":
    "Das Original ist nicht mehr da. Es lässt sich weder ansehen noch zurückholen.",
  "masking.title": "Was maskiert wurde",
  "masking.lead":
    "Persönliche Daten in „{title}“ wurden maskiert. Das Original bleibt für das Team eine begrenzte Zeit erhalten.",
  "masking.kind":
    "{kind, select, email {E-Mail-Adresse} phone {Telefonnummer} card {Kartennummer} account {Bankkonto} national_id {Ausweisnummer} address {Anschrift} other {Link}}",
  "masking.columnKinds": "Maskiert",
  "masking.columnWhen": "Wann",
  "masking.columnBy": "Von",
  "masking.columnUntil": "Aufbewahrt bis",
  "masking.byRule": "Eine Regel",
  "masking.restored": "Wieder gezeigt",
  "masking.deleted": "Gelöscht",
  "masking.look": "Original ansehen",
  "masking.lookText":
    "Dass und wann du es angesehen hast, wird festgehalten. Diese Liste lesen Admins.",
  "masking.shown": "Das Original",
  "masking.version": "Fassung {number, number}",
  "masking.elsewhereTitle": "Dieselben Daten stehen auch anderswo",
  "masking.elsewhere": "Beitrag {id}",
  "masking.looksTitle": "Wer es angesehen hat",
  "masking.noLooks": "Bisher hat es niemand angesehen.",
  "masking.columnWho": "Wer",
  "masking.columnPost": "Beitrag",
  "masking.looksTab": "Blicke auf Maskiertes",
  "masking.looksLead": "Wer vom Team angesehen hat, was maskiert wurde; das Neueste zuerst.",
  "masking.back": "Zurück zum Beitrag",
};
