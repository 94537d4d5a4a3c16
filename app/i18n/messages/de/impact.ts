export const impact = {
  "impact.rankTitle": "Rang",
  "impact.rankHow": "So funktionieren Ränge",
  "impact.rankPath": "Rang {place, number} von {count, number}: {name}",
  "impact.points": "{count, plural, one {# Punkt} other {# Punkte}}",
  "impact.next": "Was {rank} noch verlangt",
  "impact.nextDone":
    "Du hast alles, was {rank} verlangt. Ränge werden spätestens nach einem Tag nachgezogen.",
  "impact.highest": "Einen höheren Rang gibt es nicht. Danke für alles.",
  "impact.staffNoRank":
    "Das Team hilft, weil das seine Arbeit ist, und steigt deshalb nicht im Rang.",
  "impact.met": "erreicht",
  "impact.notYet": "noch nicht",
  "impact.otherCriterion": "Ein anderer Teil der Formel",
  "impact.earnedTitle": "Woher deine Punkte kommen",
  "impact.earnedSum": "Alle Punkte",
  "impact.everyPoint": "Jeder Punkt einzeln",

  "impact.pointsTitle": "Die Punkte von {name}",
  "impact.pointsLead":
    "Jeder Eintrag, wie er gebucht wurde, der neueste zuerst. Fällt weg, wofür es Punkte gab, nimmt ein weiterer Eintrag sie zurück. Wer abgestimmt hat, steht nirgends.",
  "impact.pointsWhen": "Wann",
  "impact.pointsFor": "Wofür",
  "impact.pointsRule": "Regel",
  "impact.pointsCount": "Punkte",
  "impact.pointsNone": "Noch keine Punkte",
  "impact.pointsNoneText": "Eine akzeptierte Antwort oder eine Hilfreich-Stimme bringt die ersten.",
  "impact.pointsEarlier": "Frühere Einträge",
  "impact.pointsPages": "Seiten mit Einträgen",
  "impact.pointsNewest": "Neueste",
  "impact.pointsBack": "Zurückgenommen",
  "impact.pointsGone": "Wurde später zurückgenommen",
  "impact.pointsVersion": "Version {version, number}",
  "impact.pointsVersionDefault": "die Regeln vom Anfang",
  "impact.pointsHidden": "Ein Thema, das nicht mehr gezeigt wird",

  "impact.knowsTitle": "Kennt sich aus mit",
  "impact.knowsTopic": "Gebiet",
  "impact.knowsAccepted": "Akzeptiert",
  "impact.knowsAnswers": "Antworten",
  "impact.knowsHelpful": "Hilfreich-Stimmen",

  "impact.helped": "{count, plural, one {Person geholfen} other {Personen geholfen}}",
  "impact.title": "Was du bewirkt hast",
  "impact.note": "Jede Nacht gezählt",
  "impact.lead":
    "Was aus {count, plural, one {der Frage} other {den # Fragen}} wurde, die du gelöst hast.",
  "impact.reads": "{count, plural, one {Leser} other {Leser}}",
  "impact.sameHere":
    "{count, plural, one {Mitglied mit derselben Frage} other {Mitglieder mit derselben Frage}}",
  "impact.worked": "sagten, dass es funktioniert",
  "impact.found": "fanden deine Antwort, ehe sie fragten",
  "impact.calls": "gesparte Anrufe, geschätzt",
  "impact.how": "So wird gezählt",
  "impact.howHelped":
    "Geholfen hast du denen, die es gesagt haben: wer gefragt hat, dieselbe Frage hat oder sagte, dass es funktioniert, jedes Mitglied einmal; jede Meldung eines Gastes; und jede Frage, die bei deiner Antwort endete.",
  "impact.howReads":
    "Leser zählen einmal am Tag und je Antwort, ab dem Tag, an dem sie akzeptiert wurde, ohne Programme und ohne dich. Kein Name wird dafür gespeichert.",
  "impact.howCalls":
    "Gesparte Anrufe sind grob geschätzt: {brand} nimmt an, dass {share, number} von 100, denen geholfen wurde, angerufen hätten. Wer nur gelesen hat, zählt nicht.",

  "impact.tab": "Anerkennung",
  "impact.settingsLead": "Was andere von deinen Punkten sehen und was wir dir schreiben.",
  "impact.monthTitle": "Eine Mail über deinen Monat",
  "impact.monthText":
    "In den ersten Tagen eines Monats: deine Punkte, Abzeichen und akzeptierten Antworten, wem du geholfen hast und eine Frage, auf die du vielleicht die Antwort weißt. Gibt es nichts zu erzählen, kommt nichts.",
  "impact.monthOn": "Schreibt mir über jeden Monat",
  "impact.choicesTitle": "Wo du erscheinst",
  "impact.onLeaderboards": "Zeigt mich in Bestenlisten",
  "impact.openToInvites": "Ich darf per Mail zu Fragen eingeladen werden",
  "impact.openToInvitesHint": "Höchstens dreimal am Tag.",
  "impact.badgeTitle": "Dein Abzeichen auf anderen Seiten",
  "impact.badgeText":
    "Ein Bild mit deinem Namen, Rang und Punkten, das immer den Stand zeigt. Es ist aus, solange du es nicht einschaltest.",
  "impact.badgeOn": "Andere Seiten dürfen mein Abzeichen zeigen",
  "impact.badgeSnippet": "HTML für deine Seite",
  "impact.badgeSnippetHint": "Es zeigt das Bild und führt zu deiner Seite hier.",
  "impact.badgeSnippetAlt": "{name} bei {community}",
  "impact.badgeAlt": "{name}, {rank} bei {community}",
  "impact.saved": "Gespeichert.",

  "impact.mailSubject": "Dein {month} bei {community}",
  "impact.mailHeading": "Dein {month}",
  "impact.mailPoints": "{count, plural, one {# Punkt} other {# Punkte}}",
  "impact.mailAccepted":
    "{count, plural, one {# akzeptierte Antwort} other {# akzeptierte Antworten}}",
  "impact.mailHelped":
    "{count, plural, one {# Person hat gesagt, dass du geholfen hast} other {# Personen haben gesagt, dass du geholfen hast}}",
  "impact.mailReads":
    "{count, plural, one {Deine Antworten wurden einmal gelesen} other {Deine Antworten wurden #-mal gelesen}}",
  "impact.mailBadges":
    "{count, plural, one {Neues Abzeichen: {names}} other {Neue Abzeichen: {names}}}",
  "impact.mailThanks": "Danke.",
  "impact.mailWaiting": "Diese Frage wartet, und du kennst dich mit {tag} aus:",
  "impact.mailAnswer": "Zur Frage",
  "impact.mailProfile": "Zu deiner Seite",
  "impact.mailNote": "Du wolltest diese Mail, höchstens einmal im Monat.",

  "impact.stopTitle": "Keine Mails mehr über deinen Monat?",
  "impact.stopText": "Du kannst sie in deinen Einstellungen wieder einschalten.",
  "impact.stopAction": "Diese Mails beenden",
  "impact.stopped": "Erledigt. Es kommen keine Mails mehr über deinen Monat.",
  "impact.stopGone": "Dieser Link gehört zu keinem Konto mehr.",

  "impact.staffTab": "Gesparte Anrufe",
  "impact.staffTitle": "Was Hilfe wert ist",
  "impact.staffLead":
    "Mitglieder sehen auf ihrer eigenen Seite, wie viele Anrufe sie euch erspart haben könnten. Das ist eine Schätzung, und sie hängt an einer Zahl von euch.",
  "impact.shareLabel":
    "Von 100 Menschen, denen eine Antwort geholfen hat: Wie viele hätten angerufen?",
  "impact.shareHint":
    "Fragt eure Hotline oder fragt Leser. Die Vorgabe {share, number} stammt aus einem veröffentlichten Beispiel der Branche. 0 zeigt keine Anrufe.",
  "impact.shareBad": "Schreib eine ganze Zahl von 0 bis 100.",
  "impact.formulaTitle": "Die Formel",
  "impact.formula": "Gesparte Anrufe = geholfene Menschen × Anteil, abgerundet",
  "impact.formulaText":
    "Geholfene Menschen sind nur die, die es gesagt haben. Aufrufe zählen mit Absicht nicht: Die meisten Leser hätten nie angerufen, und ein Vielfaches von Aufrufen sieht genau aus, ohne es zu sein.",
};
