export const statements = {
  "statements.tab": "Decisions",
  "statements.title": "Decisions",
  "statements.lead": "What was decided, about what, by whom and why. Each can be undone here.",
  "statements.jsonl": "Statements (JSON Lines)",
  "statements.csv": "Statements (CSV)",
  "statements.exportNote":
    "The statements of reasons of the days chosen, as the EU’s DSA transparency database takes them. Names and personal data are left out; look through the reasons all the same before you hand them in.",
  "statements.undoneNow": "Undone.",
  "statements.notUndone": "That couldn’t be undone",
  "statements.none": "No decisions",
  "statements.noneText": "Nothing was decided that fits what you chose.",
  "statements.older": "Older decisions",
  "statements.verbLabel": "Kind",
  "statements.all": "All",
  "statements.moderator": "Decided by (handle)",
  "statements.reversedLabel": "State",
  "statements.standing": "Stands",
  "statements.undone": "Undone",
  "statements.decision": "Decision",
  "statements.about": "About",
  "statements.reason": "Reason and ground",
  "statements.by": "By",
  "statements.state": "State",
  "statements.ground": "{ground, select, law {The law} other {Guidelines and terms}}",
  "statements.undoing": "Undone: {verb}",
  "statements.undoThis": "Undo decision {id, number}",
  "statements.appeal":
    "{outcome, select, upheld {Upheld on appeal} overturned {Overturned on appeal} other {Appealed}}",
  "statements.verb":
    "{verb, select, approve {Kept or approved} hide {Hidden} remove {Removed} restore {Brought back} edit {Edited} mask {Personal data hidden} move {Moved} retag {Tags changed} lock {Closed} unlock {Opened again} pin {Pinned} unpin {Unpinned} mark_duplicate {Closed as a duplicate} unmark_duplicate {No duplicate any more} mark_official {Made official} unmark_official {No longer official} merge {Merged} split {Split} convert {Changed in kind} close {Case closed} warn {Member warned} silence {Member silenced} suspend {Member suspended} ban {Member banned} remove_all {Everything by a member removed} erase_address {Address taken away} message {Member written to} appeal_upheld {Appeal: upheld} appeal_overturned {Appeal: overturned} other {Other}}",
  "statements.member": "[member]",
  "statements.account": "An account",
  "statements.other":
    "{verb, select, mask {Personal data in the text was replaced by a mark.} other {Part of the text was changed by the team.}}",
  "statements.someLaw": "The law that applies here",
  "statements.someRule": "The guidelines and terms of the community",
  "statements.noReason":
    "{verb, select, mark_duplicate {The same question is answered elsewhere.} lock {It was closed to further replies.} other {It goes against the guidelines and terms of the community.}}",
  "statements.facts":
    "{source, select, SOURCE_ARTICLE_16 {Somebody reported it as illegal.} SOURCE_TYPE_OTHER_NOTIFICATION {Members reported it.} other {The team found it itself.}} {reason}",
};
