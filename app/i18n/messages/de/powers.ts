import type { powers as english } from "../en/powers.ts";

export const powers: Record<keyof typeof english, string> = {
  "powers.noLinks":
    "Neue Mitglieder können noch nicht auf andere Seiten verlinken ({site}). Nimm den Link heraus oder beschreib in Worten, wo man nachsehen kann: Dein Text steht noch da. Links kannst du ab dem Rang „{rank}“ posten.",
  "powers.noLinksAtAll":
    "Links auf andere Seiten ({site}) sind hier nicht möglich. Nimm den Link heraus oder beschreib in Worten, wo man nachsehen kann: Dein Text steht noch da.",
  "powers.noImages":
    "Neue Mitglieder können noch keine Bilder posten. Nimm das Bild heraus oder beschreib, was es zeigt: Dein Text steht noch da. Bilder kannst du ab dem Rang „{rank}“ posten.",
  "powers.noImagesAtAll":
    "Bilder sind hier nicht möglich. Nimm das Bild heraus oder beschreib, was es zeigt: Dein Text steht noch da.",
  "powers.hiddenByVotes":
    "{count, plural, one {# Mitglied hat} other {# Mitglieder haben}} dafür gestimmt, das auszublenden: {reasons}",
  "powers.staffDecided":
    "Du hast über diesen Beitrag schon abgestimmt, und das Team hat entschieden, dass er bleibt.",
  "powers.alreadyDuplicate": "Die Frage ist schon als Duplikat einer anderen geschlossen.",
  "powers.targetMissing": "Füg die Adresse oder die Nummer einer Frage ein, die du lesen kannst.",
  "powers.targetItself": "Das ist diese Frage selbst. Nenn die andere.",
  "powers.targetDuplicate":
    "Diese Frage ist selbst als Duplikat geschlossen. Nenn die Frage, auf die sie verweist.",
  "powers.targetClosedSpace":
    "Nicht alle, die diese Frage lesen, können jene lesen. Nenn eine, die sie lesen können.",
  "powers.tooManyPins":
    "In diesem Bereich {max, plural, one {ist schon # Thema} other {sind schon # Themen}} angeheftet. Löse erst eins.",
  "powers.tend": "Schlagwörter, Bereich, Duplikat",
  "powers.tendTitle": "Einordnen: {title}",
  "powers.tendLead": "Jede Änderung wird mit deinem Namen festgehalten.",
  "powers.tags": "Schlagwörter",
  "powers.tagsHint":
    "Höchstens {max, number}, mit Kommas dazwischen. Schlagwörter, die es schon gibt.",
  "powers.saveTags": "Schlagwörter speichern",
  "powers.duplicateTitle": "Als Duplikat schließen",
  "powers.duplicateLead":
    "Die Frage bleibt und wird weiter gefunden, verweist auf die andere und nimmt keine Antworten mehr an. Wer sie gestellt hat, kann das rückgängig machen.",
  "powers.target": "Adresse oder Nummer der Frage, die sie beantwortet",
  "powers.markDuplicate": "Als Duplikat schließen",
  "powers.duplicateNote": "Diese Frage ist beantwortet in",
  "powers.splitFrom": "Das begann in einem anderen Thema:",
  "powers.splitInto": "Ein Teil dieses Themas geht weiter in",
  "powers.duplicateGone":
    "Diese Frage ist als Duplikat einer anderen geschlossen, die du nicht sehen kannst.",
  "powers.undoDuplicate": "Kein Duplikat",
  "powers.moveTitle": "In einen anderen Bereich verschieben",
  "powers.moveLead": "Die Adresse bleibt gleich.",
  "powers.space": "Bereich",
  "powers.move": "Verschieben",
  "powers.pin": "Im Bereich anheften",
  "powers.unpin": "Nicht mehr anheften",
  "powers.voteHide": "Für Ausblenden stimmen ({count, number} von {needed, number})",
  "powers.votedHide": "Du hast für Ausblenden gestimmt ({count, number} von {needed, number})",
  "powers.changes": "Was geändert wurde",
  "powers.changeTags": "Schlagwörter: {before} → {after}",
  "powers.changeSpace": "Bereich: {before} → {after}",
  "powers.changeDuplicate": "Als Duplikat von Nummer {after} geschlossen",
  "powers.changeUndone": "Kein Duplikat von Nummer {before} mehr",
  "powers.changePin": "{on, select, yes {Angeheftet} other {Nicht mehr angeheftet}}",
  "powers.none": "keine",
  "powers.didUndo": "Die Frage ist wieder offen.",
  "powers.didPin": "Angeheftet.",
  "powers.didUnpin": "Nicht mehr angeheftet.",
};
