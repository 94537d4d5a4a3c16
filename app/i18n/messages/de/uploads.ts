import type { uploads as english } from "../en/uploads.ts";

export const uploads: Record<keyof typeof english, string> = {
  "upload.title": "Datei hochladen",
  "upload.lead":
    "Wähle ein Bild oder eine Datei aus. Du bekommst eine Zeile, die du in deinen Text einfügst. Bis du ihn veröffentlichst, sieht niemand sonst die Datei.",
  "upload.file": "Datei",
  "upload.fileHint":
    "Bilder (PNG, JPEG, WebP, GIF, AVIF), PDF, Text (TXT, LOG, CSV, JSON) oder ZIP, bis 10\u00a0MB.",
  "upload.send": "Hochladen",
  "upload.refused": "Die Datei wurde nicht angenommen.",
  "upload.storedTitle": "Deine Datei",
  "upload.stored": "{name} ist hochgeladen.",
  "upload.markdown": "Füge das in deinen Text ein",
  "upload.markdownHint":
    "Eine Datei, die in keinem Beitrag und keinem Entwurf vorkommt, wird nach einem Tag gelöscht.",
  "upload.look": "Datei ansehen",
  "upload.picturesLater":
    "Bilder kannst du ab dem Rang „{rank}“ posten. Beschreib bis dahin in Worten, was es zeigt.",
  "upload.noPictures": "Bilder sind hier nicht möglich. Beschreib in Worten, was es zeigt.",
  "upload.noFile": "Wähle eine Datei aus.",
  "upload.oneFile": "Bitte eine Datei nach der anderen.",
  "upload.empty": "Diese Datei ist leer.",
  "upload.cutOff": "Die Datei ist nicht vollständig angekommen. Schick sie noch einmal.",
  "upload.tooLarge": "Diese Datei ist zu groß. Höchstens {max, number}\u00a0MB.",
  "upload.tooManyPixels":
    "Dieses Bild hat zu viele Pixel: höchstens {max, number}\u00a0Millionen. Verkleinere es vorher.",
  "upload.tooManyFrames":
    "Dieses Bild besteht aus zu vielen Einzelbildern: höchstens {max, number}.",
  "upload.broken":
    "Dieses Bild lässt sich nicht lesen. Vielleicht ist es beschädigt: Speichere es noch einmal als PNG oder JPEG.",
  "upload.markup":
    "SVG-, HTML- und XML-Dateien nehmen wir nicht an, weil in ihnen Programme stecken können. Schick ein Bild als PNG oder pack die Datei in ein ZIP.",
  "upload.heic": "HEIC-Bilder nehmen wir nicht an. Speichere das Bild vorher als JPEG.",
  "upload.unknownType":
    "Diese Art von Datei nehmen wir nicht an. Bilder, PDF, reiner Text und ZIP gehen. Andere Dateien kannst du in ein ZIP packen.",
  "upload.quotaFiles":
    "Du hast innerhalb eines Tages {max, plural, one {# Datei} other {# Dateien}} geschickt. Morgen geht es weiter.",
  "upload.quotaBytes":
    "Innerhalb eines Tages kannst du {max, number}\u00a0MB schicken. Morgen geht es weiter.",
  "upload.notHere":
    "Ein Bild oder eine Datei in deinem Text gibt es nicht mehr, oder du darfst sie nicht zeigen. Lade sie noch einmal hoch.",
};
