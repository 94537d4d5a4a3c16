export const impact = {
  "impact.rankTitle": "Rank",
  "impact.rankHow": "How ranks work",
  "impact.rankPath": "Rank {place, number} of {count, number}: {name}",
  "impact.points": "{count, plural, one {# point} other {# points}}",
  "impact.next": "What {rank} still asks",
  "impact.nextDone": "You have all that {rank} asks. Ranks are settled within a day at the latest.",
  "impact.highest": "There is no higher rank. Thank you for all of it.",
  "impact.staffNoRank": "Staff help because it is their work, so they don’t climb ranks.",
  "impact.met": "reached",
  "impact.notYet": "not yet",
  "impact.otherCriterion": "Another part of the formula",
  "impact.earnedTitle": "Where your points come from",
  "impact.earnedSum": "All points",
  "impact.everyPoint": "Every point, one by one",

  "impact.pointsTitle": "The points of {name}",
  "impact.pointsLead":
    "Every entry as it was written down, newest first. When what gave points goes, another entry takes them back. Who voted is nowhere said.",
  "impact.pointsWhen": "When",
  "impact.pointsFor": "What for",
  "impact.pointsRule": "Rule",
  "impact.pointsCount": "Points",
  "impact.pointsNone": "No points yet",
  "impact.pointsNoneText": "An accepted answer or a helpful vote brings the first ones.",
  "impact.pointsEarlier": "Earlier entries",
  "impact.pointsPages": "Pages of entries",
  "impact.pointsNewest": "Newest",
  "impact.pointsBack": "Taken back",
  "impact.pointsGone": "Was taken back later",
  "impact.pointsVersion": "version {version, number}",
  "impact.pointsVersionDefault": "the rules from the start",
  "impact.pointsHidden": "A thread that isn’t shown any more",

  "impact.knowsTitle": "Knows about",
  "impact.knowsTopic": "Subject",
  "impact.knowsAccepted": "Accepted",
  "impact.knowsAnswers": "Answers",
  "impact.knowsHelpful": "Helpful votes",

  "impact.helped": "{count, plural, one {person helped} other {people helped}}",
  "impact.title": "Your impact",
  "impact.note": "Counted every night",
  "impact.lead":
    "What became of the {count, plural, one {question} other {# questions}} that you solved.",
  "impact.reads": "{count, plural, one {reader} other {readers}}",
  "impact.sameHere":
    "{count, plural, one {member with the same question} other {members with the same question}}",
  "impact.worked": "said that it worked",
  "impact.found": "found yours before asking",
  "impact.calls": "calls saved, estimated",
  "impact.how": "How this is counted",
  "impact.howHelped":
    "People helped are those who said so: whoever asked, has the same question or said that it worked, each member once; each report of a guest; and each question that ended at your answer.",
  "impact.howReads":
    "Readers are counted once a day and answer, from the day it was accepted, without programs and without you. Nobody’s name is kept for that.",
  "impact.howCalls":
    "Calls saved are a rough estimate: {brand} assumes that {share, number} in 100 of the people helped would have called. Readers who said nothing don’t count.",

  "impact.tab": "Recognition",
  "impact.settingsLead": "What others see of your points, and what we write to you.",
  "impact.monthTitle": "A mail about your month",
  "impact.monthText":
    "On the first days of a month: your points, badges and accepted answers, whom you helped, and a question that you may know the answer to. Nothing comes when there is nothing to tell.",
  "impact.monthOn": "Write to me about each month",
  "impact.choicesTitle": "Where you appear",
  "impact.onLeaderboards": "Show me on leaderboards",
  "impact.openToInvites": "I may be invited by mail to answer questions",
  "impact.openToInvitesHint": "Three times a day at most.",
  "impact.badgeTitle": "Your badge on other sites",
  "impact.badgeText":
    "A picture with your name, rank and points that always shows how things are. It is off unless you turn it on.",
  "impact.badgeOn": "Let other sites show my badge",
  "impact.badgeSnippet": "HTML for your site",
  "impact.badgeSnippetHint": "It shows the picture and links to your page here.",
  "impact.badgeSnippetAlt": "{name} at {community}",
  "impact.badgeAlt": "{name}, {rank} at {community}",
  "impact.saved": "Saved.",

  "impact.mailSubject": "Your {month} at {community}",
  "impact.mailHeading": "Your {month}",
  "impact.mailPoints": "{count, plural, one {# point} other {# points}}",
  "impact.mailAccepted": "{count, plural, one {# accepted answer} other {# accepted answers}}",
  "impact.mailHelped":
    "{count, plural, one {# person said that you helped} other {# people said that you helped}}",
  "impact.mailReads":
    "{count, plural, one {Your answers were read once} other {Your answers were read # times}}",
  "impact.mailBadges": "{count, plural, one {New badge: {names}} other {New badges: {names}}}",
  "impact.mailThanks": "Thank you.",
  "impact.mailWaiting": "This question waits, and you know about {tag}:",
  "impact.mailAnswer": "Read the question",
  "impact.mailProfile": "See your page",
  "impact.mailNote": "You asked for this mail, once a month at most.",

  "impact.stopTitle": "No more mails about your month?",
  "impact.stopText": "You can turn them on again in your settings.",
  "impact.stopAction": "Stop these mails",
  "impact.stopped": "Done. There will be no more mails about your month.",
  "impact.stopGone": "This link belongs to no account any more.",

  "impact.staffTab": "Calls saved",
  "impact.staffTitle": "What help is worth",
  "impact.staffLead":
    "Members see on their own page how many calls they may have saved. That is an estimate, and it rests on one figure of yours.",
  "impact.shareLabel": "Of 100 people whom an answer helped, how many would have called?",
  "impact.shareHint":
    "Ask your hotline, or ask readers. The default of {share, number} comes from an example published in the field. 0 shows no calls at all.",
  "impact.shareBad": "Write a whole number from 0 to 100.",
  "impact.formulaTitle": "The formula",
  "impact.formula": "Calls saved = people helped × share, rounded down",
  "impact.formulaText":
    "People helped are only those who said so. Views are left out on purpose: most readers would never have called, so a multiple of views looks exact and isn’t.",
} as const;
