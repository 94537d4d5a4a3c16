export const queues = {
  "queues.askTeam": "Ask the team",
  "queues.askTeamLead":
    "Brings the question to the people behind the brand. They answer in the thread.",
  "queues.askTeamText": "What is still open?",
  "queues.askTeamHint":
    "Only the team reads this. Leave out what nobody should know, such as card numbers.",
  "queues.askTeamSend": "Ask the team",
  "queues.asked": "The team has this question. They answer in the thread.",
  "queues.askedAlready": "The team has this question already.",
  "queues.backToThread": "Back to the thread",
  "queues.whyUnanswered": "Nobody has answered for {hours, plural, one {# hour} other {# hours}}.",
  "queues.whyIncident":
    "{count, plural, one {# member has} other {# members have}} the same within {hours, plural, one {# hour} other {# hours}}.",
  "queues.whyVotes": "Votes that look unfair: look at Fair votes.",
  "queues.whyRepeated":
    "{count, plural, one {# thing} other {# things}} by them removed or hidden within {days, plural, one {# day} other {# days}}.",
  "queues.whyAsked": "{name} asks for the team. {text}",
  "queues.number": "Give a whole number from 0 to {max, number}.",
  "queues.title": "What comes to the desk by itself",
  "queues.unansweredHours": "Hours until a question without an answer comes to the desk",
  "queues.unansweredHint": "0: never.",
  "queues.incidentCount": "How many who have the same within two hours may be an incident",
  "queues.incidentHint": "0: never.",
};
