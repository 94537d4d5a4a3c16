export const replies = {
  "replies.tab": "Canned replies",
  "replies.title": "Canned replies",
  "replies.lead":
    "What the desk says again and again. These words in braces are filled in: {variables}.",
  "replies.saved": "Saved.",
  "replies.none": "No replies yet",
  "replies.noneText": "Add the first one below; at the desk, the keys 1 to 9 take them.",
  "replies.newTitle": "New reply",
  "replies.name": "Name",
  "replies.text": "Text",
  "replies.add": "Add reply",
  "replies.remove": "Remove",
};
