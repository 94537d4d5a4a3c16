import type { moderation as english } from "../en/moderation.ts";

export const moderation: Record<keyof typeof english, string> = {
  "moderation.silenced":
    "Du kannst im Moment lesen, aber nicht schreiben. Den Grund nennt die Nachricht dazu; dort kannst du auch Einspruch einlegen.",
  "moderation.suspended":
    "Dieses Konto ist bis {until} gesperrt. In der Nachricht dazu kannst du Einspruch einlegen.",
  "moderation.banned":
    "Das Team hat dieses Konto geschlossen. In der Nachricht dazu kannst du Einspruch einlegen.",
  "moderation.notPossible": "So, wie es jetzt ist, geht das nicht. Lade die Seite neu.",
  "moderation.claimed": "{name} bearbeitet das gerade.",
  "moderation.builtOn":
    "{name} hat später etwas entschieden, das darauf aufbaut. Nimm das zuerst zurück.",
  "moderation.changedSince":
    "Seitdem wurde daran etwas geändert; deshalb lässt sich das nicht als Ganzes zurücknehmen.",
  "moderation.hours": "Gib eine Zahl von Stunden bis {max, number} an.",
  "moderation.nobody": "Das hat kein Mitglied dieser Community geschrieben.",
  "moderation.nothingThere": "Es gibt nichts mehr zu entfernen.",
  "moderation.reportedAlready": "Du hast das schon gemeldet. Das Team sieht es sich an.",
  "moderation.ownContent":
    "Du kannst dich nicht selbst melden. Bearbeite oder lösche stattdessen, was du geschrieben hast.",
  "moderation.hiddenByReports": "Nach Meldungen ausgeblendet, bis das Team es sich angesehen hat.",
  "moderation.goodFaith": "Bestätige, dass du das Gemeldete für richtig hältst.",
  "moderation.email": "Gib eine E-Mail-Adresse an, unter der wir antworten können.",
  "moderation.undoneAlready": "Das wurde schon zurückgenommen.",
  "moderation.noReasonEdit": "Vom Team bearbeitet.",
  "moderation.noReason": "Vom Team entfernt.",
  "moderation.addressGone":
    "Eine Adresse lässt sich {days, plural, one {# Tag} other {# Tage}} lang zurückgeben, solange sie niemand sonst nutzt. Das geht jetzt nicht mehr.",
  "moderation.tooManyPosts":
    "Das ist zu viel auf einmal: Ein Thema mit mehr als {max, number} Beiträgen kann nicht geteilt oder zusammengeführt werden.",
  "moderation.mergeTarget":
    "Gib die Nummer oder Adresse eines anderen offenen Themas derselben Art an. Fragen und Diskussionen passen zusammen.",
  "moderation.splitPosts": "Wähle Antworten oder Kommentare dieses Themas.",
  "moderation.splitFirst": "Der erste Beitrag des neuen Themas muss sichtbar sein.",
  "moderation.appealedAlready": "Dagegen wurde schon Einspruch eingelegt.",
  "moderation.appealTooLate":
    "Einspruch ist bis {days, plural, one {# Tag} other {# Tage}} nach der Entscheidung möglich.",
  "moderation.appealBySame": "Über einen Einspruch entscheidet jemand anders als beim ersten Mal.",
  "moderation.appealDecided": "Über diesen Einspruch ist schon entschieden.",
  "moderation.assignee": "Wähle jemanden, der am Desk arbeitet.",
  "moderation.nameTaken": "Einen Textbaustein mit diesem Namen gibt es schon.",
  "moderation.decidedMeanwhile":
    "{name} war schneller und {verb, select, erase_address {hat die Adresse vom Konto genommen} merge {hat es mit einem anderen Thema zusammengeführt} split {hat Beiträge abgetrennt} convert {hat die Art geändert} message {hat dem Mitglied geschrieben} approve {hat es freigegeben} hide {hat es ausgeblendet} remove {hat es entfernt} restore {hat es wiederhergestellt} edit {hat es bearbeitet} mask {hat es maskiert} move {hat es verschoben} retag {hat die Tags geändert} lock {hat es gesperrt} unlock {hat es entsperrt} pin {hat es angeheftet} unpin {hat es gelöst} mark_duplicate {hat es als Duplikat geschlossen} unmark_duplicate {hat es wieder geöffnet} mark_official {hat es zur offiziellen Antwort gemacht} unmark_official {hat es als offizielle Antwort zurückgenommen} close {hat den Fall geschlossen} warn {hat das Mitglied verwarnt} silence {hat das Mitglied stummgeschaltet} suspend {hat das Mitglied gesperrt} ban {hat das Mitglied ausgeschlossen} remove_all {hat alles von dieser Person entfernt} appeal_upheld {hat es nach Einspruch bestätigt} appeal_overturned {hat es nach Einspruch aufgehoben} reverse {hat eine Entscheidung zurückgenommen} other {hat entschieden}}.",
};
