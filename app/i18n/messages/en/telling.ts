export const telling = {
  "telling.did":
    "{verb, select, hide {Your post was hidden} remove {Your post was removed} edit {Your post was edited} mask {Personal data in your post was hidden} restore {Your post is visible again} move {Your thread was moved} lock {Your thread was closed} mark_duplicate {Your question was closed as a duplicate} merge {Your thread was merged with another} split {Part of your thread became a thread of its own} convert {Your thread became another kind of thread} warn {You were warned} silence {You can’t write for now} suspend {Your account is suspended} ban {Your account was closed} remove_all {Everything you wrote was removed} erase_address {Your address was taken away} message {The team wrote to you} other {The team decided something about you}}",
  "telling.means":
    "{verb, select, hide {Only you and the team see it now.} remove {Only the team sees it now.} edit {Readers see the edited text; its history shows what changed.} mask {Readers see a mark in its place. The team keeps the original for a limited time; then it is deleted.} restore {Whoever could read it before can read it again.} move {It stands in another space now; its old address leads there.} lock {It takes no more replies; it can still be read.} mark_duplicate {It takes no more answers; its page leads to the other question.} merge {Its address leads to the other thread.} split {Both threads can be read.} convert {Nothing you wrote was lost.} warn {Nothing else changes. It stays in your record.} silence {You can sign in and read, but not write, vote or change your profile.} suspend {You can’t sign in.} ban {You can’t sign in any more.} remove_all {Only the team sees it now.} erase_address {We don’t write to it any more, and nobody can sign up with it.} message {Nothing was decided about you.} other {The page of what it is about shows what changed.}}",
  "telling.items":
    "{count, plural, one {# post or thread was removed.} other {# posts and threads were removed.}}",
  "telling.restsOn":
    "{ground, select, law {It rests on the law.} other {It rests on the guidelines and terms of this community.}}",
  "telling.restsOnRule":
    "{ground, select, law {It rests on the law: {rule}} other {It rests on the guidelines and terms of this community: {rule}}}",
  "telling.by":
    "{by, select, rule {An automatic rule decided it, without a person.} other {A person of the team decided it.}}",
  "telling.where": "In “{title}”",
  "telling.reasonIs": "Reason: {reason}",
  "telling.untilIs": "It ends on {when}.",
  "telling.endless": "It goes on until the team ends it.",
  "telling.subject": "{did} – {community}",
  "telling.appealAction": "Appeal",
  "telling.appealNote":
    "You can appeal until {when}. Somebody else of the team than the first decides. The link works without signing in, so keep it to yourself.",
  "telling.redress":
    "You can also turn to a certified out-of-court dispute settlement body or to a court.",
  "telling.undone": "The team took a decision about you back",
  "telling.undoneText": "It was: {did}. Everything is as it was before.",
  "telling.again": "A decision about you holds again",
  "telling.againText": "The team had taken it back. It is: {did}.",
  "telling.seeAction": "See the decisions about you",
  "telling.appealGot": "We received your appeal",
  "telling.appealGotText":
    "It is about this decision: {did}. Somebody else of the team than the first looks at it and writes to you.",
  "telling.appealSee": "See your appeal",
  "telling.appealOutcome":
    "{outcome, select, overturned {Your appeal was right} other {The decision stands after your appeal}}",
  "telling.appealOutcomeText":
    "{outcome, select, overturned {The decision was undone, and everything it changed was brought back. It was: {did}.} other {Somebody else than the first looked at it and came to the same end. It is: {did}.}}",
  "telling.answerIs": "The team’s answer: {answer}",
  "telling.reportGot": "We received your report",
  "telling.reportGotText":
    "You reported “{title}” as illegal content. A person of the team looks at it and writes to you what was decided.",
  "telling.reportNumber": "Number of your report: {id}",
  "telling.reportDone":
    "{outcome, select, agreed {The team agreed with your report} other {The team didn’t agree with your report}}",
  "telling.reportDoneText":
    "{outcome, select, agreed {You reported “{title}” ({kind}). The team agreed and has acted.} other {You reported “{title}” ({kind}). The team looked at it and found that it may stay.}}",
  "telling.reportAgain":
    "The team looked at it once more: this takes the place of what we wrote to you before.",
  "telling.reportThanks": "Thank you for looking after this community.",
  "telling.reportRedress":
    "If you don’t agree, you can answer the team, or turn to a certified out-of-court dispute settlement body or to a court.",
  "telling.reportStop": "You can switch off mails about your reports in your settings.",
  "telling.reportSettings": "Settings",
  "telling.guestFooter": "You get this mail because you reported something at {community}.",
  "telling.member": "a member’s profile",
  "telling.tab": "Decisions",
  "telling.pageTitle": "Decisions about you",
  "telling.pageLead":
    "What the team decided about you and what you wrote, and why. You can appeal each once, within {days, plural, one {# day} other {# days}}.",
  "telling.none": "Nothing was decided about you",
  "telling.noneText": "If the team ever does, it stands here with the reason.",
  "telling.older": "Older decisions",
  "telling.mails": "Mails about your reports",
  "telling.mailsOn": "Write to me what became of my reports",
  "telling.mailsHint": "About reports of illegal content we always write.",
  "telling.saved": "Saved.",
  "telling.reason": "Reason",
  "telling.ground": "Ground",
  "telling.decidedBy": "Decided by",
  "telling.when": "When",
  "telling.until": "Ends",
  "telling.meaning": "What it means",
  "telling.state":
    "{state, select, stands {It holds} ended {It has ended} undone {It was undone} other {It holds}}",
  "telling.stateLabel": "State",
  "telling.appealState":
    "{outcome, select, upheld {Decided: it stands} overturned {Decided: you were right} other {Received, not decided yet}}",
  "telling.appealLabel": "Your appeal",
  "telling.appealTitle": "Appeal a decision",
  "telling.appealLead":
    "Somebody else of the team than the first looks at it. You can appeal until {when}, once.",
  "telling.appealText": "Why is the decision wrong?",
  "telling.appealTextHint":
    "Up to {max, number} characters. The team sees the decision and your text beside it.",
  "telling.appealSend": "Send appeal",
  "telling.appealReceived": "Your appeal is with the team",
  "telling.appealReceivedText":
    "Somebody else than the first decides on it. We write to you then; this page shows it too.",
  "telling.appealUpheld": "The decision stands",
  "telling.appealUpheldText": "Somebody else than the first looked at your appeal.",
  "telling.appealOverturned": "Your appeal was right",
  "telling.appealOverturnedText":
    "The decision was undone, and everything it changed was brought back.",
  "telling.appealUndone": "There is nothing to appeal any more",
  "telling.appealUndoneText": "The team has taken this decision back meanwhile.",
  "telling.appealLate": "It is too late to appeal",
  "telling.appealLateText": "An appeal was possible until {when}.",
  "telling.decision": "The decision",
  "telling.answer": "The team’s answer",
  "telling.silencedTitle": "You can read but not write for now.",
  "telling.silencedUntil": "It ends on {when}.",
  "telling.silencedReason": "The reason: {reason}",
  "telling.silencedAction": "Read more or appeal",
};
