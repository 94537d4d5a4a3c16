export const powers = {
  "powers.noLinks":
    "New members can’t link to other sites yet ({site}). Take the link out or say in words where to look: your text is still here. You can post links from the rank “{rank}” on.",
  "powers.noLinksAtAll":
    "Links to other sites ({site}) can’t be posted here. Take the link out or say in words where to look: your text is still here.",
  "powers.noImages":
    "New members can’t post pictures yet. Take the picture out or describe what it shows: your text is still here. You can post pictures from the rank “{rank}” on.",
  "powers.noImagesAtAll":
    "Pictures can’t be posted here. Take the picture out or describe what it shows: your text is still here.",
  "powers.hiddenByVotes":
    "{count, plural, one {# member} other {# members}} voted to hide this: {reasons}",
  "powers.staffDecided": "You voted on this post before, and staff decided to keep it.",
  "powers.alreadyDuplicate": "It is closed as a duplicate of another question already.",
  "powers.targetMissing": "Paste the address or the number of a question that you can read.",
  "powers.targetItself": "That is this question itself. Name the other one.",
  "powers.targetDuplicate":
    "That question is closed as a duplicate itself. Name the question that it leads to.",
  "powers.targetClosedSpace":
    "Not everybody who reads this question can read that one. Name one that they can.",
  "powers.tooManyPins":
    "{max, plural, one {# thread is} other {# threads are}} pinned in this space already. Unpin one first.",
  "powers.tend": "Tags, space, duplicate",
  "powers.tendTitle": "Put in order: {title}",
  "powers.tendLead": "Every change is kept with your name.",
  "powers.tags": "Tags",
  "powers.tagsHint":
    "At most {max, number}, with commas between them. Tags that are there already.",
  "powers.saveTags": "Save tags",
  "powers.duplicateTitle": "Close as a duplicate",
  "powers.duplicateLead":
    "The question stays and is still found, leads to the other one, and takes no more answers. Who asked it can undo this.",
  "powers.target": "Address or number of the question that answers it",
  "powers.markDuplicate": "Close as a duplicate",
  "powers.duplicateNote": "This question is answered in",
  "powers.splitFrom": "This began in another thread:",
  "powers.splitInto": "Part of this thread goes on in",
  "powers.duplicateGone": "This question is closed as a duplicate of one that you can’t see.",
  "powers.undoDuplicate": "Not a duplicate",
  "powers.moveTitle": "Move to another space",
  "powers.moveLead": "Its address stays the same.",
  "powers.space": "Space",
  "powers.move": "Move",
  "powers.pin": "Pin in its space",
  "powers.unpin": "Unpin",
  "powers.voteHide": "Vote to hide ({count, number} of {needed, number})",
  "powers.votedHide": "You voted to hide this ({count, number} of {needed, number})",
  "powers.changes": "What was changed",
  "powers.changeTags": "Tags: {before} → {after}",
  "powers.changeSpace": "Space: {before} → {after}",
  "powers.changeDuplicate": "Closed as a duplicate of number {after}",
  "powers.changeUndone": "No longer a duplicate of number {before}",
  "powers.changePin": "{on, select, yes {Pinned} other {Unpinned}}",
  "powers.none": "none",
  "powers.didUndo": "The question is open again.",
  "powers.didPin": "Pinned.",
  "powers.didUnpin": "Unpinned.",
};
