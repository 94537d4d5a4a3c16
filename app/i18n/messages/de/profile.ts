import type { profile as english } from "../en/profile.ts";

export const profile: Record<keyof typeof english, string> = {
  "profile.joined": "Dabei seit: {when}",
  "profile.threads": "{count, plural, one {Thema} other {Themen}}",
  "profile.answers": "{count, plural, one {Antwort} other {Antworten}}",
  "profile.accepted": "{count, plural, one {Lösung} other {Lösungen}}",
  "profile.helpful": "{count, plural, one {hilfreich} other {hilfreich}}",
  "profile.recentThreads": "Themen",
  "profile.recentAnswers": "Antworten",
  "profile.none": "Noch nichts geschrieben",
  "profile.edit": "Profil bearbeiten",
  "profile.tabsLabel": "Geschrieben von {name}",
  "profile.acceptedMark": "Akzeptiert",
  "profile.products": "Produkte",
  "profile.productsHint":
    "Was du benutzt, eins pro Zeile, höchstens {max}. So kann man dir besser helfen.",
  "profile.tooManyProducts": "Höchstens {max}\u00a0Produkte.",
  "profile.productTooLong": "Höchstens {max}\u00a0Zeichen pro Produkt.",
  "profile.showProducts": "Wer deine Produkte sieht",
  "profile.showActivity": "Wer die Liste deiner Beiträge sieht",
  "profile.everyone": "Alle",
  "profile.membersOnly": "Nur Mitglieder",
  "profile.membersSee": "Das sehen nur Mitglieder",
};
