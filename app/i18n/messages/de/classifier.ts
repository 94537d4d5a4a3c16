import type { classifier as english } from "../en/classifier.ts";

export const classifier: Record<keyof typeof english, string> = {
  "classifier.spam.author":
    "Dein Beitrag sieht aus wie Werbung, die hier schon entfernt wurde. Das Team schaut ihn sich an, bevor andere ihn sehen.",
  "classifier.spam.staff":
    "Ähnelt Spam, der hier entfernt wurde: zu {percent, number} % wahrscheinlich. Wegen: {because}",
  "classifier.phoneOffer.author":
    "Eine Telefonnummer, die Hilfe oder einen Dienst anbietet. Das Team schaut zuerst darauf; unsere eigenen Nummern stehen auf der Hilfeseite.",
  "classifier.phoneOffer.staff": "Bietet eine Telefonnummer als Hilfe oder Dienst an: {seen}",
  "classifier.linkInTitle.author":
    "Schreib die Webadresse in den Text und sag im Titel, worum es geht.",
  "classifier.linkInTitle.staff": "Eine Webadresse im Titel: {seen}",
  "classifier.arrowLink.author":
    "Pfeile auf einen Link sehen nach Werbung aus. Sag lieber, was hinter dem Link steht.",
  "classifier.arrowLink.staff": "Mehrere Pfeile zeigen auf einen Link",
  "classifier.oddCapitals.author":
    "Großbuchstaben mitten in Wörtern sehen nach einem Trick aus. Das Team schaut zuerst darauf.",
  "classifier.oddCapitals.staff": "Großbuchstaben mitten in mehreren Wörtern",
  "classifier.lookAlikes.author":
    "Einige Wörter mischen ähnlich aussehende Buchstaben mehrerer Alphabete. Tipp sie neu.",
  "classifier.lookAlikes.staff":
    "Wörter mit ähnlich aussehenden Buchstaben eines anderen Alphabets",
  "classifier.foreignScript.author":
    "Diese Community schreibt in anderen Sprachen. Das Team schaut sich deinen Beitrag zuerst an.",
  "classifier.foreignScript.staff":
    "Größtenteils in einer Schrift, die zu keiner Sprache der Community gehört",
  "classifier.promotion.author": "Das liest sich wie Werbung. Das Team schaut zuerst darauf.",
  "classifier.promotion.staff": "Liest sich wie Werbung: {seen}",
  "classifier.promotingName.author":
    "Dein Name hier liest sich wie Werbung. Wähl einen anderen und versuch es noch einmal.",
  "classifier.promotingName.staff": "Der Name wirbt: {seen}",
  "classifier.loudTitle.author":
    "Fast nur Großbuchstaben im Titel lesen sich wie Schreien. Kleinbuchstaben liest man lieber.",
  "classifier.loudTitle.staff": "Ein Titel in Großbuchstaben",
};
