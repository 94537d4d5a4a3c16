export const automod = {
  "automod.tab": "Automod",
  "automod.title": "Automod",
  "automod.lead":
    "Everything that is written goes through these checks, in this order, before anybody else sees it.",
  "automod.readOnly": "Admins change these settings. You can read them.",
  "automod.saved": "Saved. What is written from now on is checked by it.",
  "automod.try": "Try on the last 30 days",
  "automod.tryHint": "Trying changes nothing. It says what these settings would have done.",
  "automod.changedMeanwhile":
    "{name} changed the settings since you opened this page. What you typed is still here. Look at the changes below, then save again if it still holds.",
  "automod.verdict": "Verdict",
  "automod.mode":
    "{mode, select, off {Off} nudge {Tell the author first} hold {Hold for staff} reject {Refuse} other {Off}}",
  "automod.sparesTrusted": "Spare trusted members",
  "automod.numberBad": "Write a whole number.",
  "automod.atMost": "Write {max, number} at most.",
  "automod.atLeast": "Write {min, number} at least.",
  "automod.lineBad": "Line {line, number} can’t be used.",
  "automod.urlBad": "Write a whole address, such as {example}.",

  "automod.about.invisible":
    "Characters nobody sees that hide words or turn them around, so that people read something else than a check does.",
  "automod.about.words":
    "Words and phrases this community doesn’t want, however they are dressed up. Each list has its own verdict.",
  "automod.about.personalData":
    "What identifies a person: phone numbers, e-mail and postal addresses, cards, accounts, ID numbers.",
  "automod.about.substance":
    "Questions too short to be answered, bare thanks, links or quotes alone.",
  "automod.about.shouting": "Texts written in capitals.",
  "automod.about.floods": "Rows of one character or word, emoji alone, marks stacked on letters.",
  "automod.about.linkNumber": "More links than any answer needs.",
  "automod.about.newcomerLimits": "Fewer links and pictures for those who just came.",
  "automod.about.newDomains": "Links to a site nobody linked to here before.",
  "automod.about.shorteners": "Short addresses that hide where they lead.",
  "automod.about.misleadingLinks":
    "Links that lead elsewhere than they say, and sites that look like another.",
  "automod.about.promotion": "Authors who mainly link to what is their own.",
  "automod.about.repeats": "Nearly the same text from the same author.",
  "automod.about.copies": "Nearly the same text from several authors.",
  "automod.about.rate": "More posts in an hour than a person writes.",
  "automod.about.patterns":
    "Known spam: numbers to call, advertising phrases, dressed-up letters. The verdict is the strongest it may give.",
  "automod.about.classifier":
    "What is like the spam your team removed here. The verdict is the strongest it may give.",
  "automod.about.outside":
    "A service of yours that is asked too. Without an address nothing is sent. The verdict is the strongest it may give.",

  "automod.field.personalData.masks": "Mask it in public as it is posted",
  "automod.field.personalData.keepDays": "Days the team can look at the original",
  "automod.field.personalData.kinds": "Look for",
  "automod.field.personalData.countries": "Countries whose national forms are used here",
  "automod.field.personalData.allowed": "Your own contacts, one a line",
  "automod.field.substance.leastOpening": "Fewest characters of a question",
  "automod.field.substance.leastAnswer": "Fewest characters of an answer",
  "automod.field.shouting.share": "Share of capitals, in per cent",
  "automod.field.shouting.leastLetters": "In texts of so many letters or more",
  "automod.field.floods.characters": "One character in a row",
  "automod.field.floods.words": "One word in a row",
  "automod.field.floods.emoji": "Emoji in a text of little else",
  "automod.field.linkNumber.most": "Most links",
  "automod.field.newcomerLimits.links": "Most links",
  "automod.field.newcomerLimits.images": "Most pictures",
  "automod.field.newDomains.newcomersOnly": "Of newcomers alone",
  "automod.field.shorteners.also": "Further shorteners, one a line",
  "automod.field.promotion.recent": "Recent texts that are looked at",
  "automod.field.repeats.likeness": "Likeness, in per cent",
  "automod.field.copies.likeness": "Likeness, in per cent",
  "automod.field.rate.newcomer": "Most posts of newcomers",
  "automod.field.rate.member": "Most posts of others",
  "automod.field.outside.url": "Address",
  "automod.field.outside.secret": "Secret that signs what is sent",
  "automod.field.outside.timeout": "Time limit, in milliseconds",
  "automod.field.outside.onFailure": "When it doesn’t answer",
  "automod.hint.personalData.countries": "Two letters each, such as {example}.",
  "automod.hint.personalData.allowed": "Such as {example}.",
  "automod.hint.outside.secret":
    "{set, select, yes {One is set. Leave empty to keep it.} other {None is set.}}",
  "automod.choice":
    "{choice, select, usual {As with any check that fails} hold {Hold for staff} pass {Let it pass and look again} other {}}",

  "automod.failureTitle": "When a check fails",
  "automod.failureText":
    "A check that breaks stops no other. What passes is looked at again once the check works.",
  "automod.failureOf":
    "{group, select, newcomer {Of newcomers} member {Of members} trusted {Of trusted members} other {}}",
  "automod.importsTitle": "Imports",
  "automod.imports":
    "Look through what an import brought and open a case for each thing that would be held",

  "automod.listsTitle": "Word lists",
  "automod.listsNone": "There is no list yet.",
  "automod.listLine":
    "{mode, select, off {Off} nudge {Tell the author first} hold {Hold for staff} reject {Refuse} other {Off}} · entries: {count, number}",
  "automod.listNew": "New list",
  "automod.listTitle": "Word list",
  "automod.listLead":
    "Whole words and phrases, found in any script and however they are disguised. A * before or behind stands for a part of a word. They are never patterns.",
  "automod.listName": "Name",
  "automod.listEntries": "Words, one a line",
  "automod.listEntriesHint": "Up to {max, number} entries of {length, number} characters.",
  "automod.listRemove": "Remove list",
  "automod.listTaken": "There is a list of that name.",
  "automod.listsMany": "There can be {max, number} lists at most.",
  "automod.entriesBad":
    "Lines that can’t be looked for: {lines}. An entry needs two letters or digits at least.",
  "automod.entriesLong": "Lines longer than {max, number} characters: {lines}.",
  "automod.entriesMany": "These are {count, number} entries. A list holds {max, number} at most.",
  "automod.back": "All checks",

  "automod.changesTitle": "Changes",
  "automod.changesNone": "Nothing was changed yet. What the product brings along is in force.",
  "automod.version": "Version {version, number}",
  "automod.versionBack": "Version {version, number}, as version {to, number} was",
  "automod.changedSecret": "The secret of the outside check was changed.",
  "automod.changedValue": "{name}: {before} → {after}",
  "automod.changedList": "List {name}: {added, number} added, {removed, number} removed",
  "automod.flag": "{on, select, yes {on} other {off}}",
  "automod.nothing": "nothing",
  "automod.setBack": "Set back to this",
  "automod.setBackFirst": "Set back to what the product brings along",

  "automod.trialTitle": "What this would have done",
  "automod.trialLead": "Everything written from {from} to {until}.",
  "automod.trialWaiting": "This begins in a moment.",
  "automod.trialRunning": "{done, number} of {all, number} texts are looked at.",
  "automod.trialFailed": "This couldn’t be finished. Try again.",
  "automod.trialReload": "Load again",
  "automod.trialNone": "Nothing was written in that time.",
  "automod.trialSave": "Save these settings",
  "automod.trialEdit": "Change them further",
  "automod.trialSame": "These settings do the same as those in force.",
  "automod.trialChanges": "What would change",
  "automod.trialTexts":
    "Texts looked at: {texts, number}. These settings would have caught {caught, number}, those in force {before, number}.",
  "automod.trialCut": "More was written than is looked at. Only the newest texts count here.",
  "automod.trialNew": "{newly, number} would be new, {noLonger, number} would be caught no longer.",
  "automod.trialBasis":
    "Each text was checked with what was known when it was written. The classifier knows what it has learnt until now, and the outside check isn’t asked.",
  "automod.trialByCheck": "By check",
  "automod.columnCheck": "Check",
  "automod.columnNudge": "Told first",
  "automod.columnHold": "Held",
  "automod.columnReject": "Refused",
  "automod.columnChange": "New / no longer",
  "automod.columnWho": "Authors hit",
  "automod.columnPrecision": "Removed by staff",
  "automod.all": "All checks together",
  "automod.beforeFigure": "{now, number} (now {before, number})",
  "automod.who":
    "{group, select, newcomer {newcomers: {count, number}} member {members: {count, number}} trusted {trusted: {count, number}} superUser {super users: {count, number}} other {of the team: {count, number}}}",
  "automod.precision": "{share, number, percent} ({removed, number} of {decided, number})",
  "automod.examplesOf": "Examples: {check}",
};
