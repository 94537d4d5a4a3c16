import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Ideas, in every status. */
export const ideaThreads: SeedThread[] = [
  {
    key: "data-alert-level",
    kind: "idea",
    space: "ideas",
    author: "seun",
    title: "Let us set a data alert at 80%, not only at 100%",
    tags: ["data-cap", "app"],
    minutesAgo: 46_000,
    sameHere: 40,
    helpful: 9,
    ideaStatus: "planned",
    ideaNote:
      "We're building this for the next big release of the app. You'll be able to pick any level, and more than one.",
    body: text`
A warning that arrives when the data is gone isn't a warning. Give us one number to set in the app. For family plans, one for each SIM, please, and let it text the person who pays as well as the person who's watching videos on the bus.
`,
    posts: [
      answer("data-alert-level-1", "rob", { after: 300, helpful: 8 })`
Yes. And make it work abroad, that's where it bites.
`,
      answer("data-alert-level-2", "owen", { after: 9_800, helpful: 14 })`
Passed to the app team with the family part underlined. They asked whether people would rather have fixed steps (50, 80, 90) or their own number?
`,
      reply(["data-alert-level-2a", "data-alert-level-2"], "seun", { after: 9_850, helpful: 11 })`
Own number. Somebody on 5 GB needs a different warning from somebody on 200.
`,
    ],
  },
  {
    key: "pause-broadband",
    kind: "idea",
    space: "ideas",
    author: "helen",
    title: "A pause button for broadband when nobody's home for a month",
    tags: ["contract"],
    minutesAgo: 63_500,
    sameHere: 31,
    helpful: 6,
    ideaStatus: "under_review",
    ideaNote:
      "We're working out what a pause would cost to run, and whether the line can be kept for you. Next word here by the end of next month.",
    body: text`
I'm away five or six weeks every winter. My gym lets me pause, my milkman lets me pause. I'd happily add the weeks to the end of the contract so you're not out of pocket.
`,
    posts: [
      answer("pause-broadband-1", "mossybeck", { after: 700, helpful: 3 })`
Would the alarm and the heating keep working on a trickle? That's what I'd want. 1 Mbps and a small charge.
`,
      reply(["pause-broadband-1a", "pause-broadband-1"], "helen", { after: 1_460, helpful: 9 })`
A trickle is a better idea than mine.
`,
      answer("pause-broadband-2", "craigb", { after: 3_000, helpful: 2 })`
Students would empty half of Leeds every July with this. Can't see them doing it.
`,
    ],
  },
  {
    key: "outage-text",
    kind: "idea",
    space: "ideas",
    author: "sunita",
    title: "Text me before planned work, not after",
    tags: ["outage"],
    minutesAgo: 68_900,
    sameHere: 35,
    helpful: 12,
    ideaStatus: "shipped",
    ideaNote:
      "Live for everyone: app > Help > Planned work > Text me. Two evenings' notice, one text for each piece of work.",
    body: text`
I work nights. Planned work is always at 1 am because "nobody's using it". I am. Some of us are nurses and call handlers and people with babies. A text two days before would let me swap a shift.
`,
    posts: [
      answer("outage-text-1", "weilin", { after: 220, helpful: 10 })`
Seconded from the ward.
`,
      answer("outage-text-2", "gareth", { after: 28_300, helpful: 16 })`
Done. Thank you for "nobody's using it", it's now on a slide that network planning has to look at. The switch is off to begin with, so go and turn it on.
`,
      reply(["outage-text-2a", "outage-text-2"], "sunita", { after: 28_460, helpful: 5 })`
Got my first one, for Thursday week. Swapped already. 🌙
`,
    ],
  },
  {
    key: "hub-light-dimmer",
    kind: "idea",
    space: "ideas",
    author: "theo",
    title: "Let the hub's light be dimmed or switched off at night",
    tags: ["hub-3"],
    minutesAgo: 55_800,
    sameHere: 27,
    helpful: 4,
    ideaStatus: "shipped",
    ideaNote: "In firmware 4.18: app > Home > Hub > Light. On, dim or off.",
    body: text`
It lights up a bedroom like an aquarium. Gaffer tape works but then I can't see when it's red.
`,
    posts: [
      answer("hub-light-dimmer-1", "ellen", { after: 90, helpful: 3 })`
I resemble that aquarium remark
`,
      answer("hub-light-dimmer-2", "dan", { after: 20_900, helpful: 12 })`
It's in. Red still shows for a fault even with the light off, for the reason Theo gives.
`,
    ],
  },
  {
    key: "hub-black",
    kind: "idea",
    space: "ideas",
    author: "kevm",
    title: "do the hub in black",
    tags: ["hub-3"],
    minutesAgo: 77_000,
    sameHere: 6,
    ideaStatus: "declined",
    ideaNote:
      "We looked at it. A second colour means two of everything in the warehouse and vans, about £1.10 a hub, and it would run warmer in the sun. Not for this generation.",
    body: text`
white goes yellow. black matches tellys
`,
    posts: [
      answer("hub-black-1", "dunc", { after: 130, helpful: 5 })`
Vinyl wrap, £6, leave the vents clear. Mine's tartan.
`,
      answer("hub-black-2", "gareth", { after: 26_000, helpful: 4 })`
It's a no, reason above. I'd rather tell you than leave it sitting here. Please post the tartan, Duncan.
`,
    ],
  },
  {
    key: "export-usage",
    kind: "idea",
    space: "ideas",
    author: "dunc",
    title: "Download my usage as a CSV",
    tags: ["app"],
    minutesAgo: 2_050,
    sameHere: 5,
    helpful: 2,
    ideaStatus: "new",
    body: text`
The graph in the app covers 31 days and can't be copied. A CSV with day, device and bytes would do. The hub already has the numbers.
`,
    posts: [
      answer("export-usage-1", "dev", { after: 180, helpful: 3 })`
Per device should be opt-in. I don't want a flatmate downloading what my phone did.
`,
    ],
  },
  {
    key: "bsl-support",
    kind: "idea",
    space: "ideas",
    author: "joan",
    title: "Signed video help for deaf customers, not only text relay",
    tags: ["accessibility"],
    minutesAgo: 40_200,
    sameHere: 25,
    helpful: 8,
    ideaStatus: "under_review",
    ideaNote:
      "Ruth is trying two sign language relay services with six customers until the end of the quarter. The result will be posted here, whichever way it goes.",
    body: text`
My friend Margaret has signed since she was four. Written English is her second language and a text chat about a Direct Debit is hard work for her. Her bank has a video relay, press a button and an interpreter appears. It took her four minutes to do what took us an hour with your chat.
`,
    posts: [
      answer("bsl-support-1", "ruth", { after: 3_000, helpful: 13 })`
I'd like to hear from anyone who has used a relay they loved or hated. Here, or in a message if you'd rather. Signed videos are welcome, I'll have them interpreted.
`,
      answer("bsl-support-2", "tariq", { after: 6_400, helpful: 6 })`
My parents are both deaf. What they hate is relays that close at 6. Faults happen in the evening.
`,
    ],
  },
];
