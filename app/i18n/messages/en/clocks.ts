export const clocks = {
  "clocks.tabHours": "Working hours",
  "clocks.tabReport": "Answer times",

  "clocks.queue":
    "{queue, select, held {Held} reported {Reported} suspect {Suspect members} unanswered {No answer in time} wants_staff {Wants staff} personal_data {Personal data} incident {Possible incident} appeal {Appeals} other {Other}}",
  "clocks.priority":
    "{priority, select, p0 {can wait} p1 {normal} p2 {soon} p3 {safety} other {normal}}",
  "clocks.weekday":
    "{day, select, d1 {Monday} d2 {Tuesday} d3 {Wednesday} d4 {Thursday} d5 {Friday} d6 {Saturday} d7 {Sunday} other {}}",
  "clocks.minutes": "{minutes, number} min",
  "clocks.hours": "{hours, number} h {minutes, number} min",

  "clocks.title": "Working hours and targets",
  "clocks.lead":
    "The desk’s clocks run in working hours only. Outside them they stand still, and nobody is told of anything.",
  "clocks.saved": "Saved. The times of open cases follow from it now.",

  "clocks.hoursTitle": "Working hours",
  "clocks.hoursText":
    "Write spans by the wall clock, with a comma between several: {example}. A span that ends before it begins goes on into the next day. When every day is empty, work goes on around the clock.",
  "clocks.zone": "Time zone of the community",
  "clocks.zoneHint": "All dates and times on the pages follow it too.",
  "clocks.zoneBad": "Choose a time zone of the list.",
  "clocks.hoursBad": "Write spans like 9:00–17:00, with a comma between several.",
  "clocks.hoursOverlap": "These spans overlap.",
  "clocks.hoursMany": "Write {max, number} spans at most.",

  "clocks.holidaysTitle": "Holidays",
  "clocks.holidays": "Days without work",
  "clocks.holidaysHint": "One a line: the date, then a name, such as {example}.",
  "clocks.holidaysBad": "Line {line, number} doesn’t begin with a date like 2026-12-25.",
  "clocks.holidaysMany": "Write {max, number} days at most.",

  "clocks.targetsTitle": "Targets",
  "clocks.targetsText":
    "How long a case may stay open, in working hours and minutes ({example}), by queue and priority. An empty field means no target. A warning comes after the given share of it.",
  "clocks.targetsQueue": "Queue",
  "clocks.targetsWarn": "Warn at, in per cent",
  "clocks.targetsField": "{queue}, {priority}",
  "clocks.targetsWarnField": "{queue}: warn at, in per cent",
  "clocks.targetBad": "Write hours and minutes like 4:00, up to {max, number} hours.",
  "clocks.warnBad": "Write a whole number from 1 to 99.",

  "clocks.reportTitle": "Answer times",
  "clocks.reportLead":
    "Cases closed in these days, in working hours. Until the first claim, and until closed: half of them took no longer than the median, nine in ten no longer than the second figure.",
  "clocks.from": "From",
  "clocks.to": "To",
  "clocks.show": "Show",
  "clocks.download": "Download as CSV",
  "clocks.daysBad": "Choose days in order, a year at most.",
  "clocks.byQueue": "By queue",
  "clocks.byAgent": "By agent",
  "clocks.agentNote": "A case counts for whoever closed it, and while open for whoever has it.",
  "clocks.agentNone": "Nobody has closed a case in these days.",
  "clocks.columnQueue": "Queue",
  "clocks.columnAgent": "Agent",
  "clocks.columnClosed": "Closed",
  "clocks.columnClaimMedian": "Claimed, median",
  "clocks.columnClaimMost": "Claimed, 9 in 10",
  "clocks.columnCloseMedian": "Closed, median",
  "clocks.columnCloseMost": "Closed, 9 in 10",
  "clocks.columnWithin": "In time",
  "clocks.columnBreaches": "Too late",
  "clocks.all": "The whole team",
  "clocks.csvPart": "Part",
  "clocks.csvName": "Name",
  "clocks.csvQueue": "queue",
  "clocks.csvAgent": "agent",
  "clocks.csvTeam": "team",
  "clocks.csvMinutes": "{column} (minutes)",
  "clocks.csvShare": "{column} (share)",

  "clocks.mailWarningSubject":
    "{count, plural, one {A case is due soon} other {# cases are due soon}} at {community}",
  "clocks.mailBreachSubject":
    "{count, plural, one {A case is overdue} other {# cases are overdue}} at {community}",
  "clocks.mailWarning":
    "{count, plural, one {The time for this case is running out.} other {The time for these cases is running out.}}",
  "clocks.mailBreach":
    "{count, plural, one {The time for this case is over.} other {The time for these cases is over.}}",
  "clocks.mailCase": "Case {id}: {queue}, {priority}, due {due}",
  "clocks.mailMore": "{count, plural, one {And one more.} other {And # more.}}",
  "clocks.mailAction": "Open the desk",
  "clocks.mailAssigned": "You get this mail because the work is assigned to you.",
  "clocks.mailStaff": "You get this mail because the work is assigned to nobody.",
} as const;
