import type { report as english } from "../en/report.ts";

export const report: Record<keyof typeof english, string> = {
  "report.title": "Beitrag melden",
  "report.lead":
    "Jemand vom Team sieht sich jede Meldung an. Wer den Beitrag schrieb, erfährt nicht, wer ihn gemeldet hat.",
  "report.kind": "Was stimmt damit nicht?",
  "report.text": "Noch etwas dazu?",
  "report.textHint": "Nötig bei „Etwas anderes“ und rechtswidrigen Inhalten.",
  "report.legal": "Rechtswidriger Inhalt",
  "report.legalText":
    "Nur, wenn er gegen ein Gesetz verstößt. Wir antworten mit einer begründeten Entscheidung.",
  "report.ground": "Welches Gesetz oder Recht, und warum",
  "report.name": "Dein Name",
  "report.email": "E-Mail-Adresse für unsere Antwort",
  "report.goodFaith":
    "Ich bin nach bestem Wissen überzeugt, dass meine Angaben wahr und vollständig sind.",
  "report.send": "Meldung senden",
  "report.sentTitle": "Danke",
  "report.sentText": "Deine Meldung ist beim Team.",
  "report.sentHidden": "Der Beitrag ist ausgeblendet, bis es ihn angesehen hat.",
  "report.back": "Zurück zum Beitrag",
  "report.action": "Melden",
  "report.kind.spam": "Werbung oder Spam",
  "report.kind.rude": "Unhöflich oder beleidigend",
  "report.kind.harassment": "Belästigung oder Drohung",
  "report.kind.personal_data": "Zeigt persönliche Daten",
  "report.kind.off_topic": "Gehört nicht hierher",
  "report.kind.wrong": "Falsch oder irreführend",
  "report.kind.safety": "Jemand ist in Gefahr",
  "report.kind.illegal": "Rechtswidriger Inhalt",
  "report.kind.other": "Etwas anderes",
};
