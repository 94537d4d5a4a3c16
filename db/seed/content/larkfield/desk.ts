import type { SeedDesk } from "../types.ts";

/** What waits at Larkfield's desk. */
export const larkfieldDesk: SeedDesk = {
  replies: [
    {
      name: "Personal details",
      text: "Hi {name}, your post shows details that nobody else should have, so we have hidden it for now. Take them out, and we will show it again. Staff never ask for them here.",
    },
    {
      name: "Advertising",
      text: "Hi {name}, {community} is for customers to help each other. Offers and adverts aren’t welcome here.",
    },
    {
      name: "Tone",
      text: "Hi {name}, be as cross with us as you like, but not with each other. Please write it again without the part about other members.",
    },
    {
      name: "Already answered",
      text: "Hi {name}, this has an answer already. We have closed yours and linked it, so that all replies stand together. {agent}",
    },
  ],
  cases: [
    { queue: "personal_data", about: "account-in-post", priority: 2, minutesAgo: 88 },
    {
      queue: "reported",
      about: "neighbour-wall-2",
      minutesAgo: 260,
      reports: [{ by: "joan", kind: "off_topic", text: "Not about the order." }],
    },
    { queue: "held", about: "neighbour-wall-3", minutesAgo: 45 },
    {
      queue: "reported",
      about: "duplicate-hub-late",
      minutesAgo: 130,
      reports: [
        { by: "sunita", kind: "spam", text: "The same as last week, word for word." },
        { by: "kevm", kind: "other", text: "Asked twice." },
      ],
    },
    {
      queue: "wants_staff",
      about: "rain-drops-line",
      minutesAgo: 75,
      asked: { by: "marta", text: "Needs somebody who can see the line test." },
    },
  ],
};
