import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** The super user lounge, which customers can't read. */
export const loungeThreads: SeedThread[] = [
  {
    key: "lounge-419-beta",
    kind: "discussion",
    space: "lounge",
    author: "dan",
    title: "4.19 release candidate on your own hubs from Monday, who's in?",
    tags: ["firmware", "hub-3"],
    minutesAgo: 30_100,
    helpful: 4,
    body: text`
I need five hubs in five different kinds of house for a week. It can be rolled back from our side in a minute. Things I'd like hammered: channel moves with a mesh disc at the edge of range, and anything with an old printer in it.

Not for the public spaces until the first batch is out.
`,
    posts: [
      answer("lounge-419-beta-1", "marta", { after: 12, helpful: 3 })`
In. Two discs, thick walls, and a neighbour with four baby monitors.
`,
      answer("lounge-419-beta-2", "tom", { after: 100, helpful: 2 })`
In, provided it can't take the phone down. Margaret would have me out in the shed.
`,
      reply(["lounge-419-beta-2a", "lounge-419-beta-2"], "dan", { after: 118, helpful: 1 })`
Voice is a separate image, untouched.
`,
      answer("lounge-419-beta-3", "marta", { after: 4_900, helpful: 4 })`
Three days in. No moves between 7 and 11 pm, two at 04:10. One oddity: my phone is in the device list twice after roaming from disc to hub. Log sent.
`,
    ],
  },
  {
    key: "lounge-canned",
    kind: "discussion",
    space: "lounge",
    author: "jonas",
    title: "Can we agree on one eSIM answer and stop writing it four times a week",
    tags: ["esim"],
    minutesAgo: 10_900,
    helpful: 5,
    body: text`
I count nine threads this month with the same broken transfer. I'd write it once as a guide and we all link to it. Owen, could the app's error page link there too?
`,
    posts: [
      answer("lounge-canned-1", "owen", { after: 150, helpful: 4 })`
Yes to both. Send me the draft and I'll have it checked by Friday.
`,
      answer("lounge-canned-2", "helen", { after: 400, helpful: 3 })`
Please put the "get on Wi-Fi" step first and in bold. It's the one they all miss.
`,
    ],
  },
  {
    key: "lounge-telecare",
    kind: "question",
    space: "lounge",
    author: "tom",
    title: "What do we say when someone with a falls alarm asks on a Saturday night?",
    tags: ["landline"],
    minutesAgo: 48_800,
    helpful: 3,
    body: text`
Had one last weekend. Line down, pendant dead, daughter two hundred miles away. I told her to ring 150 and got lucky. Is there something better than luck?
`,
    acceptedKey: "lounge-telecare-1",
    acceptedAfterMinutes: 2_300,
    posts: [
      answer("lounge-telecare-1", "ruth", { after: 2_150, helpful: 5 })`
There is now. 150, say "telecare", day or night: it skips the queue and goes to the duty manager, who can send a 4G unit by courier. If it's us who see it first, use Report and choose **Someone may be at risk**. It rings a phone that one of the five of us has by the bed.
`,
    ],
  },
];
