import type { clocks as english } from "../en/clocks.ts";

export const clocks: Record<keyof typeof english, string> = {
  "clocks.tabHours": "Arbeitszeiten",
  "clocks.tabReport": "Antwortzeiten",

  "clocks.queue":
    "{queue, select, held {Zurückgehalten} reported {Gemeldet} suspect {Auffällige Mitglieder} unanswered {Nicht rechtzeitig beantwortet} wants_staff {Will das Team} personal_data {Persönliche Daten} incident {Mögliche Störung} appeal {Einsprüche} other {Anderes}}",
  "clocks.priority":
    "{priority, select, p0 {kann warten} p1 {normal} p2 {bald} p3 {Sicherheit} other {normal}}",
  "clocks.weekday":
    "{day, select, d1 {Montag} d2 {Dienstag} d3 {Mittwoch} d4 {Donnerstag} d5 {Freitag} d6 {Samstag} d7 {Sonntag} other {}}",
  "clocks.minutes": "{minutes, number}\u00a0Min.",
  "clocks.hours": "{hours, number}\u00a0Std. {minutes, number}\u00a0Min.",

  "clocks.title": "Arbeitszeiten und Ziele",
  "clocks.lead":
    "Die Uhren des Teams laufen nur in der Arbeitszeit. Außerhalb stehen sie still, und niemand bekommt eine Nachricht.",
  "clocks.saved": "Gespeichert. Die Zeiten der offenen Fälle richten sich jetzt danach.",

  "clocks.hoursTitle": "Arbeitszeiten",
  "clocks.hoursText":
    "Schreib Zeitspannen nach der Wanduhr, mehrere durch Komma getrennt: {example}. Eine Spanne, die vor ihrem Beginn endet, geht in den nächsten Tag hinein. Sind alle Tage leer, wird rund um die Uhr gearbeitet.",
  "clocks.zone": "Zeitzone der Community",
  "clocks.zoneHint": "Auch alle Daten und Uhrzeiten auf den Seiten richten sich danach.",
  "clocks.zoneBad": "Wähle eine Zeitzone aus der Liste.",
  "clocks.hoursBad": "Schreib Spannen wie 9:00–17:00, mehrere durch Komma getrennt.",
  "clocks.hoursOverlap": "Diese Spannen überschneiden sich.",
  "clocks.hoursMany": "Schreib höchstens {max, number} Spannen.",

  "clocks.holidaysTitle": "Feiertage",
  "clocks.holidays": "Tage ohne Arbeit",
  "clocks.holidaysHint": "Einer je Zeile: das Datum, dann ein Name, etwa {example}.",
  "clocks.holidaysBad": "Zeile {line, number} beginnt nicht mit einem Datum wie 2026-12-25.",
  "clocks.holidaysMany": "Schreib höchstens {max, number}\u00a0Tage.",

  "clocks.targetsTitle": "Ziele",
  "clocks.targetsText":
    "Wie lange ein Fall offen bleiben darf, in Stunden und Minuten der Arbeitszeit ({example}), nach Warteschlange und Dringlichkeit. Ein leeres Feld heißt: kein Ziel. Nach dem genannten Anteil davon kommt eine Warnung.",
  "clocks.targetsQueue": "Warteschlange",
  "clocks.targetsWarn": "Warnung bei, in Prozent",
  "clocks.targetsField": "{queue}, {priority}",
  "clocks.targetsWarnField": "{queue}: Warnung bei, in Prozent",
  "clocks.targetBad": "Schreib Stunden und Minuten wie 4:00, bis zu {max, number}\u00a0Stunden.",
  "clocks.warnBad": "Schreib eine ganze Zahl von 1 bis 99.",

  "clocks.reportTitle": "Antwortzeiten",
  "clocks.reportLead":
    "Fälle, die in diesen Tagen abgeschlossen wurden, in Arbeitszeit. Bis sie jemand übernahm, und bis sie abgeschlossen waren: Die Hälfte dauerte nicht länger als der Median, neun von zehn nicht länger als die zweite Angabe.",
  "clocks.from": "Von",
  "clocks.to": "Bis",
  "clocks.show": "Zeigen",
  "clocks.download": "Als CSV herunterladen",
  "clocks.daysBad": "Wähle Tage in ihrer Reihenfolge, höchstens ein Jahr.",
  "clocks.byQueue": "Nach Warteschlange",
  "clocks.byAgent": "Nach Person",
  "clocks.agentNote":
    "Ein Fall zählt für die Person, die ihn abgeschlossen hat, und solange er offen ist für die, bei der er liegt.",
  "clocks.agentNone": "In diesen Tagen hat niemand einen Fall abgeschlossen.",
  "clocks.columnQueue": "Warteschlange",
  "clocks.columnAgent": "Person",
  "clocks.columnClosed": "Abgeschlossen",
  "clocks.columnClaimMedian": "Übernommen, Median",
  "clocks.columnClaimMost": "Übernommen, 9 von 10",
  "clocks.columnCloseMedian": "Abgeschlossen, Median",
  "clocks.columnCloseMost": "Abgeschlossen, 9 von 10",
  "clocks.columnWithin": "Rechtzeitig",
  "clocks.columnBreaches": "Zu spät",
  "clocks.all": "Das ganze Team",
  "clocks.csvPart": "Teil",
  "clocks.csvName": "Name",
  "clocks.csvQueue": "Warteschlange",
  "clocks.csvAgent": "Person",
  "clocks.csvTeam": "Team",
  "clocks.csvMinutes": "{column} (Minuten)",
  "clocks.csvShare": "{column} (Anteil)",

  "clocks.mailWarningSubject":
    "{count, plural, one {Ein Fall ist bald fällig} other {# Fälle sind bald fällig}}: {community}",
  "clocks.mailBreachSubject":
    "{count, plural, one {Ein Fall ist überfällig} other {# Fälle sind überfällig}}: {community}",
  "clocks.mailWarning":
    "{count, plural, one {Die Zeit für diesen Fall läuft ab.} other {Die Zeit für diese Fälle läuft ab.}}",
  "clocks.mailBreach":
    "{count, plural, one {Die Zeit für diesen Fall ist um.} other {Die Zeit für diese Fälle ist um.}}",
  "clocks.mailCase": "Fall {id}: {queue}, {priority}, fällig {due}",
  "clocks.mailMore": "{count, plural, one {Und noch einer.} other {Und noch #.}}",
  "clocks.mailAction": "Zum Arbeitsplatz des Teams",
  "clocks.mailAssigned": "Du bekommst diese Mail, weil dir die Arbeit zugewiesen ist.",
  "clocks.mailStaff": "Du bekommst diese Mail, weil die Arbeit niemandem zugewiesen ist.",
};
