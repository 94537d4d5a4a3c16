import type { telling as english } from "../en/telling.ts";

export const telling: Record<keyof typeof english, string> = {
  "telling.did":
    "{verb, select, hide {Dein Beitrag wurde ausgeblendet} remove {Dein Beitrag wurde entfernt} edit {Dein Beitrag wurde bearbeitet} mask {Persönliche Daten in deinem Beitrag wurden verborgen} restore {Dein Beitrag ist wieder zu sehen} move {Dein Thread wurde verschoben} lock {Dein Thread wurde geschlossen} mark_duplicate {Deine Frage wurde als doppelt geschlossen} merge {Dein Thread wurde mit einem anderen zusammengelegt} split {Ein Teil deines Threads wurde ein eigener Thread} convert {Dein Thread wurde zu einer anderen Art von Thread} warn {Du wurdest verwarnt} silence {Du kannst vorerst nicht schreiben} suspend {Dein Konto ist vorübergehend gesperrt} ban {Dein Konto wurde geschlossen} remove_all {Alles, was du geschrieben hast, wurde entfernt} erase_address {Deine Adresse wurde entfernt} message {Das Team hat dir geschrieben} other {Das Team hat etwas entschieden, das dich betrifft}}",
  "telling.means":
    "{verb, select, hide {Nur du und das Team sehen ihn noch.} remove {Nur das Team sieht ihn noch.} edit {Zu lesen ist der bearbeitete Text; der Verlauf zeigt, was sich geändert hat.} mask {An ihrer Stelle steht ein Hinweis. Das Team behält das Original eine begrenzte Zeit, dann wird es gelöscht.} restore {Wer ihn vorher lesen konnte, kann ihn wieder lesen.} move {Er steht jetzt in einem anderen Bereich; die alte Adresse führt dorthin.} lock {Er nimmt keine Antworten mehr an, bleibt aber lesbar.} mark_duplicate {Sie nimmt keine Antworten mehr an; ihre Seite führt zur anderen Frage.} merge {Seine Adresse führt zum anderen Thread.} split {Beide Threads bleiben lesbar.} convert {Von dem, was du geschrieben hast, ging nichts verloren.} warn {Sonst ändert sich nichts. Die Verwarnung bleibt vermerkt.} silence {Du kannst dich anmelden und lesen, aber nicht schreiben, abstimmen oder dein Profil ändern.} suspend {Du kannst dich nicht anmelden.} ban {Du kannst dich nicht mehr anmelden.} remove_all {Nur das Team sieht es noch.} erase_address {Wir schreiben nicht mehr dorthin, und niemand kann sich damit anmelden.} message {Über dich wurde nichts entschieden.} other {Was sich geändert hat, zeigt die Seite, um die es geht.}}",
  "telling.items":
    "{count, plural, one {# Beitrag oder Thread wurde entfernt.} other {# Beiträge und Threads wurden entfernt.}}",
  "telling.restsOn":
    "{ground, select, law {Grundlage ist das Gesetz.} other {Grundlage sind die Regeln und Bedingungen dieser Community.}}",
  "telling.restsOnRule":
    "{ground, select, law {Grundlage ist das Gesetz: {rule}} other {Grundlage sind die Regeln und Bedingungen dieser Community: {rule}}}",
  "telling.by":
    "{by, select, rule {Eine automatische Regel hat das entschieden, kein Mensch.} other {Ein Mensch aus dem Team hat das entschieden.}}",
  "telling.where": "In „{title}“",
  "telling.reasonIs": "Grund: {reason}",
  "telling.untilIs": "Es endet am {when}.",
  "telling.endless": "Es gilt, bis das Team es beendet.",
  "telling.subject": "{did} – {community}",
  "telling.appealAction": "Einspruch einlegen",
  "telling.appealNote":
    "Du kannst bis {when} Einspruch einlegen. Darüber entscheidet jemand anders aus dem Team. Der Link geht ohne Anmeldung; behalte ihn für dich.",
  "telling.redress":
    "Du kannst dich auch an eine zertifizierte außergerichtliche Streitbeilegungsstelle oder an ein Gericht wenden.",
  "telling.undone": "Das Team hat eine Entscheidung über dich zurückgenommen",
  "telling.undoneText": "Es ging darum: {did}. Alles ist wieder wie vorher.",
  "telling.again": "Eine Entscheidung über dich gilt wieder",
  "telling.againText": "Das Team hatte sie zurückgenommen. Es geht darum: {did}.",
  "telling.seeAction": "Entscheidungen über dich ansehen",
  "telling.appealGot": "Dein Einspruch ist angekommen",
  "telling.appealGotText":
    "Es geht um diese Entscheidung: {did}. Jemand anders aus dem Team sieht sie sich an und schreibt dir.",
  "telling.appealSee": "Einspruch ansehen",
  "telling.appealOutcome":
    "{outcome, select, overturned {Dein Einspruch war berechtigt} other {Die Entscheidung bleibt nach deinem Einspruch bestehen}}",
  "telling.appealOutcomeText":
    "{outcome, select, overturned {Die Entscheidung wurde zurückgenommen, und alles, was sie geändert hat, ist wieder da. Es ging darum: {did}.} other {Jemand anders hat sie geprüft und kam zum selben Ergebnis. Es geht darum: {did}.}}",
  "telling.answerIs": "Antwort des Teams: {answer}",
  "telling.reportGot": "Deine Meldung ist angekommen",
  "telling.reportGotText":
    "Du hast „{title}“ als rechtswidrigen Inhalt gemeldet. Ein Mensch aus dem Team prüft das und schreibt dir, was entschieden wurde.",
  "telling.reportNumber": "Nummer deiner Meldung: {id}",
  "telling.reportDone":
    "{outcome, select, agreed {Das Team gibt deiner Meldung recht} other {Das Team gibt deiner Meldung nicht recht}}",
  "telling.reportDoneText":
    "{outcome, select, agreed {Du hast „{title}“ gemeldet ({kind}). Das Team sieht es auch so und hat gehandelt.} other {Du hast „{title}“ gemeldet ({kind}). Das Team hat es geprüft; es darf stehen bleiben.}}",
  "telling.reportAgain":
    "Das Team hat es noch einmal geprüft: Dies ersetzt, was wir dir vorher geschrieben haben.",
  "telling.reportThanks": "Danke, dass du auf diese Community achtest.",
  "telling.reportRedress":
    "Wenn du das anders siehst, kannst du dem Team antworten oder dich an eine zertifizierte außergerichtliche Streitbeilegungsstelle oder an ein Gericht wenden.",
  "telling.reportStop": "Mails über deine Meldungen kannst du in den Einstellungen abschalten.",
  "telling.reportSettings": "Einstellungen",
  "telling.guestFooter": "Du bekommst diese Mail, weil du bei {community} etwas gemeldet hast.",
  "telling.member": "das Profil eines Mitglieds",
  "telling.tab": "Entscheidungen",
  "telling.pageTitle": "Entscheidungen über dich",
  "telling.pageLead":
    "Was das Team über dich und deine Beiträge entschieden hat, und warum. Gegen jede kannst du einmal Einspruch einlegen, innerhalb von {days, plural, one {# Tag} other {# Tagen}}.",
  "telling.none": "Über dich wurde nichts entschieden",
  "telling.noneText": "Falls das Team es einmal tut, steht es hier mit dem Grund.",
  "telling.older": "Ältere Entscheidungen",
  "telling.mails": "Mails über deine Meldungen",
  "telling.mailsOn": "Schreibt mir, was aus meinen Meldungen wurde",
  "telling.mailsHint": "Über Meldungen rechtswidriger Inhalte schreiben wir immer.",
  "telling.saved": "Gespeichert.",
  "telling.reason": "Grund",
  "telling.ground": "Grundlage",
  "telling.decidedBy": "Entschieden von",
  "telling.when": "Wann",
  "telling.until": "Endet",
  "telling.meaning": "Was das bedeutet",
  "telling.state":
    "{state, select, stands {Gilt} ended {Ist vorbei} undone {Wurde zurückgenommen} other {Gilt}}",
  "telling.stateLabel": "Stand",
  "telling.appealState":
    "{outcome, select, upheld {Entschieden: Es bleibt dabei} overturned {Entschieden: Du hattest recht} other {Angekommen, noch nicht entschieden}}",
  "telling.appealLabel": "Dein Einspruch",
  "telling.appealTitle": "Einspruch einlegen",
  "telling.appealLead":
    "Jemand anders aus dem Team sieht sich die Entscheidung an. Einspruch ist bis {when} möglich, einmal.",
  "telling.appealText": "Warum ist die Entscheidung falsch?",
  "telling.appealTextHint":
    "Bis zu {max, number} Zeichen. Das Team sieht die Entscheidung und daneben deinen Text.",
  "telling.appealSend": "Einspruch absenden",
  "telling.appealReceived": "Dein Einspruch liegt beim Team",
  "telling.appealReceivedText":
    "Jemand anders als beim ersten Mal entscheidet. Dann schreiben wir dir; auch diese Seite zeigt es.",
  "telling.appealUpheld": "Die Entscheidung bleibt bestehen",
  "telling.appealUpheldText": "Jemand anders als beim ersten Mal hat deinen Einspruch geprüft.",
  "telling.appealOverturned": "Dein Einspruch war berechtigt",
  "telling.appealOverturnedText":
    "Die Entscheidung wurde zurückgenommen, und alles, was sie geändert hat, ist wieder da.",
  "telling.appealUndone": "Es gibt nichts mehr, wogegen du Einspruch einlegen könntest",
  "telling.appealUndoneText": "Das Team hat diese Entscheidung inzwischen zurückgenommen.",
  "telling.appealLate": "Für einen Einspruch ist es zu spät",
  "telling.appealLateText": "Einspruch war bis {when} möglich.",
  "telling.decision": "Die Entscheidung",
  "telling.answer": "Antwort des Teams",
  "telling.silencedTitle": "Du kannst vorerst lesen, aber nicht schreiben.",
  "telling.silencedUntil": "Das endet am {when}.",
  "telling.silencedReason": "Der Grund: {reason}",
  "telling.silencedAction": "Mehr lesen oder Einspruch einlegen",
};
