import type { language as english } from "../en/language.ts";

export const language: Record<keyof typeof english, string> = {
  "language.title": "Sprache",
  "language.lead":
    "In dieser Sprache bekommst du Seiten und E\u2011Mails. Was andere hier geschrieben haben, bleibt unverändert.",
  "language.choose": "Sprache",
  "language.asCommunity": "Wie die Community: {language}",
  "language.asBrowser": "Wie dein Browser",
  "language.save": "Sprache speichern",
  "language.saved": "Das ist ab jetzt deine Sprache.",
  "language.unknown": "Wähle eine der Sprachen aus.",
  "language.ofPages": "Sprache der Seiten",
};
