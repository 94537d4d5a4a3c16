export const replies = {
  "replies.tab": "Textbausteine",
  "replies.title": "Textbausteine",
  "replies.lead":
    "Was am Schreibtisch immer wieder gesagt wird. Diese Wörter in Klammern werden ersetzt: {variables}.",
  "replies.saved": "Gespeichert.",
  "replies.none": "Noch keine Textbausteine",
  "replies.noneText": "Lege unten den ersten an; am Schreibtisch nehmen ihn die Tasten 1 bis 9.",
  "replies.newTitle": "Neuer Textbaustein",
  "replies.name": "Name",
  "replies.text": "Text",
  "replies.add": "Textbaustein anlegen",
  "replies.remove": "Entfernen",
};
