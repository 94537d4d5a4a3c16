import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Orders and installation. */
export const orderThreads: SeedThread[] = [
  {
    key: "engineer-no-show",
    kind: "question",
    space: "orders",
    author: "ines",
    title: 'Engineer didn\'t come, app says "customer not at home", I was in all day',
    tags: ["engineer"],
    minutesAgo: 21_400,
    sameHere: 11,
    helpful: 7,
    body: text`
Slot was 8 to 1. I sat in the front room with a view of the gate. At 13:02 the app said nobody answered. No call, no card through the door. The next slot is in twelve days and I've lost a day's pay.
`,
    acceptedKey: "engineer-no-show-2",
    acceptedAfterMinutes: 1_680,
    posts: [
      answer("engineer-no-show-1", "seun", { after: 17, helpful: 14 })`
Three things, today:

- In the app, Orders > Visit > **This isn't right**. It freezes the note and asks the engineer for a photo of your door. They have to take one.
- A missed visit means automatic compensation. You don't need to claim it, but a "customer not at home" note cancels it, so do get that note changed.
- Ask for the cancellations list. Slots come back at about 6 pm the day before.
`,
      reply(["engineer-no-show-1a", "engineer-no-show-1"], "ines", { after: 52, helpful: 2 })`
Photo is of number 14. We are 14A, round the side. Well, that explains it.
`,
      answer("engineer-no-show-2", "gareth", { after: 1_410, helpful: 10 })`
That's our mistake, Ines. The order had 14 because the address file doesn't list a 14A.

You're booked for tomorrow, 8 to 10, with the same engineer, who now has "side gate, blue door". Compensation for the missed visit is on the account. I've asked for your address to be added to the file, which also fixes parcels and the voting card if you've had trouble there.
`,
      reply(["engineer-no-show-2a", "engineer-no-show-2"], "ines", { after: 2_900, helpful: 4 })`
He came at ten past eight, laughing. All live by ten. And yes, my parcels have gone to 14 for three years!
`,
    ],
  },
  {
    key: "red-los",
    kind: "question",
    space: "orders",
    author: "nicola",
    title: "Red LOS light on the white box an hour after the engineer left",
    tags: ["full-fibre", "engineer"],
    minutesAgo: 49_200,
    sameHere: 9,
    body: text`
It was green when he went. I pushed the cabinet back against the wall and now LOS is red and PON is off. Could I have done that?
`,
    acceptedKey: "red-los-1",
    acceptedAfterMinutes: 28,
    posts: [
      answer("red-los-1", "tom", { after: 6, helpful: 20 })`
You could, and you can undo it. LOS is loss of light. Pull the cabinet forward again and follow the thin cable from the box: wherever it's pinched or bent tighter than the rim of a mug, ease it out. If the green plug at the bottom of the box is half out, push it until it clicks. Don't look into the end of it.

Green within a minute if the glass isn't broken.
`,
      reply(["red-los-1a", "red-los-1"], "nicola", { after: 27, helpful: 1 })`
Pinched behind the leg. Green! Cabinet stays two inches out.
`,
    ],
  },
  {
    key: "stuck-checking",
    kind: "question",
    space: "orders",
    author: "yusuf",
    title: 'Order has said "Checking your address" for nine days',
    tags: ["delivery"],
    minutesAgo: 5_300,
    sameHere: 8,
    helpful: 1,
    body: text`
New build, postcode is about six months old. No email, no text. Chat says wait. How long is it normal to wait?
`,
    posts: [
      answer("stuck-checking-1", "aisha", { after: 65, helpful: 3 })`
Two days at most normally. With a new build it's usually that the developer registered "Plot 27" and you ordered as "9 Sorrel Close", so it matches nothing. Ask chat to search by plot number.
`,
      answer("stuck-checking-2", "marek", { after: 1_420, helpful: 2 })`
Took 3 weeks at mine in the end, I cancelled and ordered again with the plot number and it went through the same day. Not saying that's the right way.
`,
      reply(["stuck-checking-2a", "stuck-checking-2"], "yusuf", { after: 2_870 })`
I don't know our plot number, asking the site office tomorrow.
`,
    ],
  },
  {
    key: "return-label",
    kind: "question",
    space: "orders",
    author: "ade",
    title: "Lost the returns label for the old hub, can I get another?",
    tags: ["delivery", "hub-2"],
    minutesAgo: 36_400,
    sameHere: 5,
    body: text`
Got the email saying £40 if it's not back by the 30th. Label went out with the recycling.
`,
    acceptedKey: "return-label-1",
    acceptedAfterMinutes: 33,
    posts: [
      answer("return-label-1", "twofatcats", { after: 21, helpful: 6 })`
app, orders, returns, "show a code". they scan it off your phone at the post office counter, no printer needed. KEEP THE RECEIPT, mine took 3 weeks to show as arrived
`,
      answer("return-label-2", "seun", { after: 400, helpful: 3 })`
And if the £40 lands anyway, the receipt's date is what counts, not the day they open the parcel.
`,
    ],
  },
  {
    key: "neighbour-wall",
    kind: "question",
    space: "orders",
    author: "fiona",
    title: "Fibre would have to cross my neighbour's wall and she says no",
    tags: ["flat", "engineer"],
    minutesAgo: 58_800,
    sameHere: 3,
    helpful: 4,
    body: text`
Middle terrace in a row of six. The engineer wants to clip along the back of number 5 as that's where the pole wire lands. Number 5 says not on her new render. I understand her actually. Is there another way in or do I stay on copper for ever?
`,
    posts: [
      answer("neighbour-wall-1", "tom", { after: 130, helpful: 9 })`
Ask for a second survey and say "dropwire direct to the gable or to a bracket on my own chimney". If there's a clear line from the pole to your side of the roof they can skip number 5 altogether. It needs a two-man crew and a taller ladder, so the first engineer can't offer it on the day.

Failing that, from the front: is there a duct lid in the pavement?
`,
      reply(["neighbour-wall-1a", "neighbour-wall-1"], "fiona", { after: 1_700, helpful: 1 })`
There is a lid, full of somebody's crisp packets. Survey asked for.
`,
      answer("neighbour-wall-2", "grace", { after: 2_900, helpful: 2 })`
We offered our neighbour to have the clips in the mortar line and painted to match, and a bottle of something. It was the paint that won her over.
`,
      answer("neighbour-wall-3", "craigb", { after: 4_400, state: "held" })`
just tell the engineer its your wall, they never check
`,
    ],
  },
  {
    key: "duplicate-hub-late",
    kind: "question",
    space: "orders",
    author: "chris",
    title: "Where is my hub, tracking says Warrington since Monday",
    tags: ["delivery"],
    minutesAgo: 32_600,
    sameHere: 6,
    locked: {
      reason:
        "The courier's depot has cleared its backlog and everything from that week was delivered. Still waiting? Start a new question with the day you ordered.",
    },
    body: text`
Sat in the Warrington depot for four days. Installation is tomorrow and no hub.
`,
    posts: [
      answer("duplicate-hub-late-1", "gareth", { after: 140, helpful: 7 })`
The depot lost its sorting belt on Monday and about 900 of our parcels are in there. Your visit goes ahead: engineers in the North West are carrying spare hubs this week. When the late one turns up, refuse it at the door and it comes back to us free.
`,
      reply(["duplicate-hub-late-1a", "duplicate-hub-late-1"], "chris", {
        after: 1_900,
        helpful: 1,
      })`
Engineer had three in the van. Good thinking by someone.
`,
    ],
  },
  {
    key: "install-day-notes",
    kind: "discussion",
    space: "orders",
    author: "ellen",
    title: "Full fibre day, start to finish: what I wish I'd known",
    tags: ["full-fibre", "engineer"],
    minutesAgo: 71_900,
    helpful: 34,
    body: text`
Ours went in yesterday, a 1930s semi with an overhead wire. Notes while it's fresh:

**Before.** Decide where the box goes, and don't assume it's where the phone socket is. It needs two plugs within a metre, one for the ONT and one for the hub. We'd have been stuck with it behind the sofa if I hadn't measured.

**On the day.** Two and a half hours. Forty minutes of that was a ladder. One 12 mm hole through the wall, drilled from inside at a slight slope downwards so rain can't run in. He asked before drilling, twice. I'd cleared the wrong wall.

**The cable.** Inside it's white, as thick as a phone charger's, and you can't just extend it later. If you want the hub in the middle of the house, ask for the long internal cable (up to 30 m) *before* he starts. It's free but he has to fetch it.

**After.** Old broadband stayed on until midnight, so nobody missed a meeting. The landline moved over at about 3, with ten minutes of silence in between.

Tea: two, no sugar.
`,
    posts: [
      answer("install-day-notes-1", "tom", { after: 55, helpful: 12 })`
That should be in the leaflet. One to add: photograph the wall before you plaster or paint over anything. In ten years somebody will want to know where that cable runs, and it'll be you.
`,
      answer("install-day-notes-2", "nicola", { after: 23_000, helpful: 4 })`
Asked for the long cable thanks to this. He said nobody ever asks.
`,
      answer("install-day-notes-3", "bernard52", { after: 35_700, helpful: 5 })`
MINE TOOK MILK
`,
    ],
  },
];
