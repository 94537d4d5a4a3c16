export const profile = {
  "profile.joined": "Joined {when}",
  "profile.threads": "{count, plural, one {thread} other {threads}}",
  "profile.answers": "{count, plural, one {answer} other {answers}}",
  "profile.accepted": "{count, plural, one {solution} other {solutions}}",
  "profile.helpful": "{count, plural, one {helpful vote} other {helpful votes}}",
  "profile.recentThreads": "Started",
  "profile.recentAnswers": "Answered",
  "profile.none": "Nothing written yet",
  "profile.edit": "Edit your profile",
  "profile.tabsLabel": "What {name} wrote",
  "profile.acceptedMark": "Accepted",
} as const;
