import type { statements as english } from "../en/statements.ts";

export const statements: Record<keyof typeof english, string> = {
  "statements.tab": "Entscheidungen",
  "statements.title": "Entscheidungen",
  "statements.lead":
    "Was entschieden wurde, worüber, von wem und warum. Jede lässt sich hier zurücknehmen.",
  "statements.jsonl": "Begründungen (JSON Lines)",
  "statements.csv": "Begründungen (CSV)",
  "statements.exportNote":
    "Die Begründungen der gewählten Tage, wie die DSA-Transparenzdatenbank der EU sie verlangt. Namen und persönliche Daten fehlen; sieh die Gründe trotzdem durch, bevor du sie einreichst.",
  "statements.undoneNow": "Zurückgenommen.",
  "statements.notUndone": "Das ließ sich nicht zurücknehmen",
  "statements.none": "Keine Entscheidungen",
  "statements.noneText": "Es wurde nichts entschieden, das zu deiner Auswahl passt.",
  "statements.older": "Ältere Entscheidungen",
  "statements.verbLabel": "Art",
  "statements.all": "Alle",
  "statements.moderator": "Entschieden von (Handle)",
  "statements.reversedLabel": "Stand",
  "statements.standing": "Gilt",
  "statements.undone": "Zurückgenommen",
  "statements.decision": "Entscheidung",
  "statements.about": "Worüber",
  "statements.reason": "Grund und Grundlage",
  "statements.by": "Von",
  "statements.state": "Stand",
  "statements.ground": "{ground, select, law {Das Gesetz} other {Regeln und Bedingungen}}",
  "statements.undoing": "Zurückgenommen: {verb}",
  "statements.undoThis": "Entscheidung {id, number} zurücknehmen",
  "statements.appeal":
    "{outcome, select, upheld {Nach Einspruch bestätigt} overturned {Nach Einspruch aufgehoben} other {Einspruch eingelegt}}",
  "statements.verb":
    "{verb, select, approve {Behalten oder freigegeben} hide {Ausgeblendet} remove {Entfernt} restore {Wiederhergestellt} edit {Bearbeitet} mask {Persönliche Daten verborgen} move {Verschoben} retag {Schlagwörter geändert} lock {Geschlossen} unlock {Wieder geöffnet} pin {Angeheftet} unpin {Nicht mehr angeheftet} mark_duplicate {Als doppelt geschlossen} unmark_duplicate {Nicht mehr doppelt} mark_official {Offiziell gemacht} unmark_official {Nicht mehr offiziell} merge {Zusammengelegt} split {Geteilt} convert {In der Art geändert} close {Fall geschlossen} warn {Mitglied verwarnt} silence {Mitglied stumm geschaltet} suspend {Mitglied gesperrt} ban {Mitglied ausgeschlossen} remove_all {Alles von einem Mitglied entfernt} erase_address {Adresse entfernt} message {Mitglied angeschrieben} appeal_upheld {Einspruch: bestätigt} appeal_overturned {Einspruch: aufgehoben} other {Anderes}}",
  "statements.member": "[Mitglied]",
  "statements.account": "Ein Konto",
  "statements.other":
    "{verb, select, mask {Persönliche Daten im Text wurden durch einen Hinweis ersetzt.} other {Ein Teil des Textes wurde vom Team geändert.}}",
  "statements.someLaw": "Das hier geltende Recht",
  "statements.someRule": "Die Regeln und Bedingungen der Community",
  "statements.noReason":
    "{verb, select, mark_duplicate {Dieselbe Frage ist anderswo beantwortet.} lock {Weitere Antworten sind nicht mehr möglich.} other {Es verstößt gegen die Regeln und Bedingungen der Community.}}",
  "statements.facts":
    "{source, select, SOURCE_ARTICLE_16 {Jemand hat es als rechtswidrig gemeldet.} SOURCE_TYPE_OTHER_NOTIFICATION {Mitglieder haben es gemeldet.} other {Das Team hat es selbst gefunden.}} {reason}",
};
