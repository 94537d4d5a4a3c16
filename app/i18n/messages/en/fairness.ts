export const fairness = {
  "fairness.kind.ring": "Members who vote for each other",
  "fairness.kind.burst": "Many votes within minutes",
  "fairness.kind.new_accounts": "New accounts voting for one member",
  "fairness.kind.accepting": "Accepted answers between accounts that belong together",
  "fairness.evidence.inside":
    "{members, number} members gave each other {votes, number} helpful votes. From how often and where they vote, about {expected, number} would be expected.",
  "fairness.evidence.share":
    "{percent, number}% of all the helpful votes they received came from each other.",
  "fairness.evidence.bursts":
    "Bursts of votes: {bursts, number}, with {votes, number} votes in all. The largest had {most, number} within {minutes, number} minutes.",
  "fairness.evidence.joined":
    "{members, number} accounts of them were made within an hour of another.",
  "fairness.evidence.network":
    "{members, number} accounts of them are signed in from a network that hardly anybody else uses.",
  "fairness.evidence.accepted":
    "Answers of theirs that they accepted for each other: {accepted, number}.",
  "fairness.evidence.newAccounts":
    "{accounts, number} accounts gave {votes, number} votes in their first {days, number} days, nearly all for one member. About {expected, number} such accounts would be expected.",
  "error.invitesADay":
    "That is as many invitations as there are for a day. You can invite again in {hours, plural, one {# hour} other {# hours}}.",
  "error.notInvitable": "This member can’t be invited to this question just now.",
  "mail.invitedSubject": "{name} thinks you can answer: {title}",
  "mail.invitedHeading": "Can you help with this?",
  "mail.invitedText":
    "{name} invited you to answer this question at {community}, because of what you answered before.",
  "mail.invitedAction": "Read the question",
  "mail.invitedNote": "You get such invitations because you allowed them. Your settings end them.",
  "candidate.quantity": "Answers: {answers, number}, accepted: {accepted, number}",
  "candidate.quality":
    "Accepted part of the answers: {percent, number}%, helpful votes: {helpful, number}",
  "candidate.speed": "Half of the answers came within this many hours: {hours, number}",
  "candidate.kindness":
    "Answers to newcomers: {newcomers, number}, of which helped: {helped, number}",
  "candidate.breadth": "Tags in which an answer helped: {tags, number}",
  "candidate.stability": "Months with answers: {months, number}",
} as const;
