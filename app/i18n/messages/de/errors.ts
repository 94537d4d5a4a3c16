import type { errors as english } from "../en/errors.ts";

export const errors: Record<keyof typeof english, string> = {
  "error.notFound": "Unter dieser Adresse gibt es nichts, oder es ist nicht für dich sichtbar.",
  "error.forbidden": "Das kannst du hier nicht tun.",
  "error.signInNeeded": "Melde dich zuerst an.",
  "error.invalid": "Etwas im Formular stimmt noch nicht.",
  "error.tooMany":
    "Das war viel in kurzer Zeit. Versuch es in {minutes, plural, one {# Minute} other {# Minuten}} noch einmal.",
  "error.unexpected":
    "Bei uns ist etwas schiefgegangen. Was du vorher abgeschickt hast, ist nicht verloren.",
  "error.unavailable":
    "Die Community ist gerade überlastet. Versuch es in ein paar Sekunden noch einmal.",
  "error.requestId": "Wenn das so bleibt, nenn uns diese Nummer: {id}",
  "error.crossSite":
    "Dieses Formular kam von einer anderen Website und wurde deshalb nicht angenommen. Öffne die Seite neu und schick es von dort ab.",
  "error.tooLarge": "Das war zu groß. In einen Beitrag passen höchstens 50.000\u00a0Zeichen.",
  "error.noCommunity": "Unter dieser Adresse gibt es keine Community.",
  "error.required": "Bitte ausfüllen.",
  "error.tooLong": "Höchstens {max, number}\u00a0Zeichen.",
  "error.tooShort": "Mindestens {min, number}\u00a0Zeichen.",
  "error.verifyFirst":
    "Bestätige zuerst deine Adresse. Öffne dazu den Link in der E\u2011Mail, die wir dir geschickt haben.",
  "error.sameKey":
    "Dieses Formular wurde schon mit einem anderen Text abgeschickt. Öffne die Seite neu, um etwas Neues zu schreiben.",
  "error.acceptedMeanwhile":
    "Inzwischen wurde eine andere Antwort akzeptiert. Sieh sie dir erst an und entscheide dann.",
  "error.editedMeanwhile":
    "Jemand hat diesen Text geändert, seit du ihn geöffnet hast. Dein Text ist noch da; öffne den Beitrag neu, um den anderen zu sehen.",
  "error.tooComplex":
    "Dieser Text hat zu viele Teile, um angezeigt zu werden. Verteile ihn auf mehrere Beiträge.",
  "error.tooManyTags": "Höchstens {max, number}\u00a0Schlagwörter.",
  "error.unknownTag": "Das Schlagwort „{tag}“ gibt es nicht. Wähle eines der vorhandenen aus.",
  "error.unknownSpace": "Wähle einen der Bereiche aus.",
  "error.badKind": "Wähle aus, was du veröffentlichen willst.",
};
