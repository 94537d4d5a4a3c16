export const moderation = {
  "moderation.silenced":
    "You can read but not write for now. The reason is in the message about it, where you can also appeal.",
  "moderation.suspended":
    "This account is suspended until {until}. You can appeal from the message about it.",
  "moderation.banned":
    "This account is closed by the team. You can appeal from the message about it.",
  "moderation.notPossible": "That can’t be done with it as it is now. Load the page again.",
  "moderation.claimed": "{name} has this in hand right now.",
  "moderation.builtOn": "{name} decided something later that builds on this. Undo that first.",
  "moderation.changedSince": "It was changed since, so this can’t be undone as a whole.",
  "moderation.hours": "Give a number of hours up to {max, number}.",
  "moderation.nobody": "No member of this community wrote this.",
  "moderation.nothingThere": "There is nothing left to remove.",
  "moderation.reportedAlready": "You reported this already. Staff will look at it.",
  "moderation.ownContent": "You can’t report yourself. Edit or delete what you wrote instead.",
  "moderation.hiddenByReports": "Hidden after reports until the team has looked at it.",
  "moderation.goodFaith": "Confirm that you believe what you report to be true.",
  "moderation.email": "Give an e-mail address at which we can answer.",
  "moderation.undoneAlready": "This was undone already.",
  "moderation.noReasonEdit": "Edited by the team.",
  "moderation.noReason": "Removed by the team.",
  "moderation.addressGone":
    "An address can be given back for {days, plural, one {# day} other {# days}}, as long as nobody else uses it. That isn’t possible any more.",
  "moderation.tooManyPosts":
    "That is too much at once: a thread with more than {max, number} posts can’t be taken apart or merged.",
  "moderation.mergeTarget":
    "Give the number or address of another open thread of the same kind. Questions and discussions go together.",
  "moderation.splitPosts": "Choose answers or replies of this thread.",
  "moderation.splitFirst": "The first post of the new thread has to be visible.",
  "moderation.appealedAlready": "This was appealed already.",
  "moderation.appealTooLate":
    "An appeal is possible for {days, plural, one {# day} other {# days}} after the decision.",
  "moderation.appealBySame": "Somebody else than whoever decided first decides on an appeal.",
  "moderation.appealDecided": "This appeal was decided already.",
  "moderation.assignee": "Choose somebody who works at the desk.",
  "moderation.nameTaken": "There is a canned reply of that name.",
  "moderation.decidedMeanwhile":
    "{name} was first: {verb, select, erase_address {took the address from the account} merge {merged it into another thread} split {split it} convert {changed its kind} message {wrote to the member} approve {published it} hide {hid it} remove {removed it} restore {brought it back} edit {edited it} mask {masked it} move {moved it} retag {changed its tags} lock {locked it} unlock {unlocked it} pin {pinned it} unpin {unpinned it} mark_duplicate {closed it as a duplicate} unmark_duplicate {opened it again} mark_official {made it the official answer} unmark_official {made it no longer official} close {closed the case} warn {warned the member} silence {silenced the member} suspend {suspended the member} ban {banned the member} remove_all {removed everything by the author} appeal_upheld {upheld it on appeal} appeal_overturned {overturned it on appeal} reverse {undid a decision} other {decided}}.",
};
