export const queues = {
  "queues.askTeam": "Das Team fragen",
  "queues.askTeamLead": "Bringt die Frage zu den Leuten hinter der Marke. Sie antworten im Thema.",
  "queues.askTeamText": "Was ist noch offen?",
  "queues.askTeamHint":
    "Das liest nur das Team. Lass weg, was niemand wissen soll, etwa Kartennummern.",
  "queues.askTeamSend": "Das Team fragen",
  "queues.asked": "Das Team hat diese Frage. Es antwortet im Thema.",
  "queues.askedAlready": "Das Team hat diese Frage schon.",
  "queues.backToThread": "Zurück zum Thema",
  "queues.whyUnanswered":
    "Seit {hours, plural, one {# Stunde} other {# Stunden}} hat niemand geantwortet.",
  "queues.whyIncident":
    "{count, plural, one {# Mitglied hat} other {# Mitglieder haben}} das Gleiche innerhalb von {hours, plural, one {# Stunde} other {# Stunden}}.",
  "queues.whyVotes": "Stimmen, die unfair aussehen: siehe Faire Stimmen.",
  "queues.whyRepeated":
    "{count, plural, one {# Beitrag} other {# Beiträge}} innerhalb von {days, plural, one {# Tag} other {# Tagen}} entfernt oder ausgeblendet.",
  "queues.whyAsked": "{name} bittet um das Team. {text}",
  "queues.number": "Gib eine ganze Zahl von 0 bis {max, number} an.",
  "queues.title": "Was von selbst auf den Schreibtisch kommt",
  "queues.unansweredHours": "Stunden, bis eine Frage ohne Antwort auf den Schreibtisch kommt",
  "queues.unansweredHint": "0: nie.",
  "queues.incidentCount":
    "Wie viele mit dem Gleichen innerhalb von zwei Stunden eine Störung sein können",
  "queues.incidentHint": "0: nie.",
};
