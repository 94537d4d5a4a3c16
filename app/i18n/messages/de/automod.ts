import type { automod as english } from "../en/automod.ts";

export const automod: Record<keyof typeof english, string> = {
  "automod.tab": "Automod",
  "automod.title": "Automod",
  "automod.lead":
    "Alles Geschriebene geht durch diese Prüfungen, in dieser Reihenfolge, bevor es sonst jemand sieht.",
  "automod.readOnly": "Diese Einstellungen ändern Admins. Du kannst sie lesen.",
  "automod.saved": "Gespeichert. Was von nun an geschrieben wird, wird danach geprüft.",
  "automod.try": "An den letzten 30 Tagen ausprobieren",
  "automod.tryHint": "Ausprobieren ändert nichts. Es sagt, was diese Einstellungen getan hätten.",
  "automod.changedMeanwhile":
    "{name} hat die Einstellungen geändert, seit du diese Seite geöffnet hast. Was du eingegeben hast, ist noch da. Sieh dir unten die Änderungen an und speichere dann noch einmal, wenn es noch stimmt.",
  "automod.verdict": "Urteil",
  "automod.mode":
    "{mode, select, off {Aus} nudge {Erst dem Autor sagen} hold {Für das Team zurückhalten} reject {Ablehnen} other {Aus}}",
  "automod.sparesTrusted": "Vertraute Mitglieder verschonen",
  "automod.numberBad": "Gib eine ganze Zahl ein.",
  "automod.atMost": "Gib höchstens {max, number} ein.",
  "automod.atLeast": "Gib mindestens {min, number} ein.",
  "automod.lineBad": "Zeile {line, number} lässt sich nicht verwenden.",
  "automod.urlBad": "Gib eine ganze Adresse ein, etwa {example}.",

  "automod.about.invisible":
    "Zeichen, die niemand sieht und die Wörter verstecken oder umdrehen, sodass Menschen etwas anderes lesen als eine Prüfung.",
  "automod.about.words":
    "Wörter und Wendungen, die diese Community nicht möchte, wie sie auch verkleidet sind. Jede Liste hat ihr eigenes Urteil.",
  "automod.about.personalData":
    "Was einen Menschen erkennbar macht: Telefonnummern, E-Mail- und Postanschriften, Karten, Konten, Ausweisnummern.",
  "automod.about.substance":
    "Fragen, die zu kurz für eine Antwort sind, bloßer Dank, Links oder Zitate allein.",
  "automod.about.shouting": "Texte in Großbuchstaben.",
  "automod.about.floods":
    "Reihen eines Zeichens oder Wortes, nur Emoji, auf Buchstaben gestapelte Zeichen.",
  "automod.about.linkNumber": "Mehr Links, als eine Antwort braucht.",
  "automod.about.newcomerLimits": "Weniger Links und Bilder für alle, die neu sind.",
  "automod.about.newDomains": "Links zu einer Seite, die hier noch niemand verlinkt hat.",
  "automod.about.shorteners": "Kurze Adressen, die verbergen, wohin sie führen.",
  "automod.about.misleadingLinks":
    "Links, die woanders hinführen, als sie sagen, und Seiten, die wie eine andere aussehen.",
  "automod.about.promotion": "Wer vor allem auf Eigenes verlinkt.",
  "automod.about.repeats": "Fast derselbe Text noch einmal vom selben Menschen.",
  "automod.about.copies": "Fast derselbe Text von mehreren.",
  "automod.about.rate": "Mehr Beiträge in einer Stunde, als ein Mensch schreibt.",
  "automod.about.patterns":
    "Bekannter Spam: Nummern zum Anrufen, Werbesprüche, verkleidete Buchstaben. Das Urteil ist das strengste, das sie geben darf.",
  "automod.about.classifier":
    "Was dem Spam gleicht, den euer Team hier entfernt hat. Das Urteil ist das strengste, das sie geben darf.",
  "automod.about.outside":
    "Ein Dienst von euch, der auch gefragt wird. Ohne Adresse wird nichts gesendet. Das Urteil ist das strengste, das er geben darf.",

  "automod.field.personalData.masks": "Schon beim Veröffentlichen maskieren",
  "automod.field.personalData.keepDays": "Tage, die das Team das Original ansehen kann",
  "automod.field.personalData.kinds": "Suchen nach",
  "automod.field.personalData.countries": "Länder, deren eigene Schreibweisen hier üblich sind",
  "automod.field.personalData.allowed": "Eure eigenen Kontakte, einer je Zeile",
  "automod.field.substance.leastOpening": "Mindestens so viele Zeichen einer Frage",
  "automod.field.substance.leastAnswer": "Mindestens so viele Zeichen einer Antwort",
  "automod.field.shouting.share": "Anteil der Großbuchstaben, in Prozent",
  "automod.field.shouting.leastLetters": "In Texten ab so vielen Buchstaben",
  "automod.field.floods.characters": "Ein Zeichen hintereinander",
  "automod.field.floods.words": "Ein Wort hintereinander",
  "automod.field.floods.emoji": "Emoji in einem Text aus wenig anderem",
  "automod.field.linkNumber.most": "Höchstens so viele Links",
  "automod.field.newcomerLimits.links": "Höchstens so viele Links",
  "automod.field.newcomerLimits.images": "Höchstens so viele Bilder",
  "automod.field.newDomains.newcomersOnly": "Nur von Neuen",
  "automod.field.shorteners.also": "Weitere Kurzadressen, eine je Zeile",
  "automod.field.promotion.recent": "So viele letzte Texte werden angesehen",
  "automod.field.repeats.likeness": "Ähnlichkeit, in Prozent",
  "automod.field.copies.likeness": "Ähnlichkeit, in Prozent",
  "automod.field.rate.newcomer": "Höchstens so viele Beiträge von Neuen",
  "automod.field.rate.member": "Höchstens so viele Beiträge von anderen",
  "automod.field.outside.url": "Adresse",
  "automod.field.outside.secret": "Geheimnis, das das Gesendete unterschreibt",
  "automod.field.outside.timeout": "Frist, in Millisekunden",
  "automod.field.outside.onFailure": "Wenn er nicht antwortet",
  "automod.hint.personalData.countries": "Je zwei Buchstaben, etwa {example}.",
  "automod.hint.personalData.allowed": "Etwa {example}.",
  "automod.hint.outside.secret":
    "{set, select, yes {Eines ist gesetzt. Lass das Feld leer, um es zu behalten.} other {Keines ist gesetzt.}}",
  "automod.choice":
    "{choice, select, usual {Wie bei jeder Prüfung, die ausfällt} hold {Für das Team zurückhalten} pass {Durchlassen und später ansehen} other {}}",

  "automod.failureTitle": "Wenn eine Prüfung ausfällt",
  "automod.failureText":
    "Eine Prüfung, die ausfällt, hält keine andere auf. Was durchgeht, wird angesehen, sobald sie wieder arbeitet.",
  "automod.failureOf":
    "{group, select, newcomer {Von Neuen} member {Von Mitgliedern} trusted {Von vertrauten Mitgliedern} other {}}",
  "automod.importsTitle": "Importe",
  "automod.imports":
    "Ansehen, was ein Import gebracht hat, und für alles, was zurückgehalten würde, einen Fall öffnen",

  "automod.listsTitle": "Wortlisten",
  "automod.listsNone": "Noch gibt es keine Liste.",
  "automod.listLine":
    "{mode, select, off {Aus} nudge {Erst dem Autor sagen} hold {Für das Team zurückhalten} reject {Ablehnen} other {Aus}} · Einträge: {count, number}",
  "automod.listNew": "Neue Liste",
  "automod.listTitle": "Wortliste",
  "automod.listLead":
    "Ganze Wörter und Wendungen, in jeder Schrift und wie sie auch verkleidet sind. Ein * davor oder dahinter steht für einen Wortteil. Muster sind es nie.",
  "automod.listName": "Name",
  "automod.listEntries": "Wörter, eines je Zeile",
  "automod.listEntriesHint": "Bis zu {max, number} Einträge mit je {length, number} Zeichen.",
  "automod.listRemove": "Liste entfernen",
  "automod.listTaken": "Eine Liste dieses Namens gibt es schon.",
  "automod.listsMany": "Es kann höchstens {max, number} Listen geben.",
  "automod.entriesBad":
    "Zeilen, nach denen sich nicht suchen lässt: {lines}. Ein Eintrag braucht mindestens zwei Buchstaben oder Ziffern.",
  "automod.entriesLong": "Zeilen mit mehr als {max, number} Zeichen: {lines}.",
  "automod.entriesMany":
    "Das sind {count, number} Einträge. Eine Liste fasst höchstens {max, number}.",
  "automod.back": "Alle Prüfungen",

  "automod.changesTitle": "Änderungen",
  "automod.changesNone": "Noch wurde nichts geändert. Es gilt, was das Produkt mitbringt.",
  "automod.version": "Version {version, number}",
  "automod.versionBack": "Version {version, number}, wie Version {to, number} war",
  "automod.changedSecret": "Das Geheimnis der Prüfung außerhalb wurde geändert.",
  "automod.changedValue": "{name}: {before} → {after}",
  "automod.changedList": "Liste {name}: {added, number} dazu, {removed, number} entfernt",
  "automod.flag": "{on, select, yes {an} other {aus}}",
  "automod.nothing": "nichts",
  "automod.setBack": "Darauf zurücksetzen",
  "automod.setBackFirst": "Auf das zurücksetzen, was das Produkt mitbringt",

  "automod.trialTitle": "Was das getan hätte",
  "automod.trialLead": "Alles, was von {from} bis {until} geschrieben wurde.",
  "automod.trialWaiting": "Das beginnt gleich.",
  "automod.trialRunning": "{done, number} von {all, number} Texten sind angesehen.",
  "automod.trialFailed": "Das konnte nicht zu Ende gebracht werden. Versuch es noch einmal.",
  "automod.trialReload": "Neu laden",
  "automod.trialNone": "In dieser Zeit wurde nichts geschrieben.",
  "automod.trialSave": "Diese Einstellungen speichern",
  "automod.trialEdit": "Weiter ändern",
  "automod.trialSame": "Diese Einstellungen tun dasselbe wie die geltenden.",
  "automod.trialChanges": "Was sich ändern würde",
  "automod.trialTexts":
    "Angesehene Texte: {texts, number}. Diese Einstellungen hätten {caught, number} gefunden, die geltenden {before, number}.",
  "automod.trialCut":
    "Es wurde mehr geschrieben, als angesehen wird. Hier zählen nur die neuesten Texte.",
  "automod.trialNew":
    "{newly, number} kämen neu dazu, {noLonger, number} würden nicht mehr gefunden.",
  "automod.trialBasis":
    "Jeder Text wurde mit dem geprüft, was bekannt war, als er geschrieben wurde. Der Klassifikator weiß, was er bis jetzt gelernt hat; die Prüfung außerhalb wird nicht gefragt.",
  "automod.trialByCheck": "Je Prüfung",
  "automod.columnCheck": "Prüfung",
  "automod.columnNudge": "Erst gesagt",
  "automod.columnHold": "Zurückgehalten",
  "automod.columnReject": "Abgelehnt",
  "automod.columnChange": "Neu / nicht mehr",
  "automod.columnWho": "Betroffene",
  "automod.columnPrecision": "Vom Team entfernt",
  "automod.all": "Alle Prüfungen zusammen",
  "automod.beforeFigure": "{now, number} (jetzt {before, number})",
  "automod.who":
    "{group, select, newcomer {Neue: {count, number}} member {Mitglieder: {count, number}} trusted {Vertraute: {count, number}} superUser {Super-User: {count, number}} other {vom Team: {count, number}}}",
  "automod.precision": "{share, number, percent} ({removed, number} von {decided, number})",
  "automod.examplesOf": "Beispiele: {check}",
};
