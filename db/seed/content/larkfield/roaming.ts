import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Roaming. */
export const roamingThreads: SeedThread[] = [
  {
    key: "tether-cap",
    kind: "question",
    space: "roaming",
    author: "rob",
    title: "Does the 25 GB cap in Europe count tethering?",
    tags: ["europe", "data-cap"],
    minutesAgo: 10_200,
    sameHere: 16,
    helpful: 4,
    body: text`
Unlimited SIM. Three weeks in Poland and Germany with the wagon, tablet hangs off the phone in the evenings. Is it 25 for the phone plus something for the tablet, or 25 and that's your lot? And what happens after, does it stop or does it bill me?
`,
    acceptedKey: "tether-cap-1",
    acceptedAfterMinutes: 135,
    posts: [
      answer("tether-cap-1", "helen", { after: 22, helpful: 21 })`
One pot. Phone and tethering share the 25 GB, and it's per bill month, so three weeks that straddle your bill date get you two lots.

At 80% and 100% you get a text. After that data **stops** unless you buy an extra bundle; it doesn't run on at so much a megabyte. Put the tablet's updates on manual before you go. Mine ate 9 GB in a lay-by outside Hanover, downloading a new version of itself.
`,
      reply(["tether-cap-1a", "tether-cap-1"], "rob", { after: 130, helpful: 2 })`
Bill date's the 14th, bang in the middle. Result. Cheers Helen
`,
      reply(["tether-cap-1b", "tether-cap-1"], "dev", { after: 900, helpful: 3 })`
You can see what's left by texting LEFT to 61000 from abroad, free, quicker than the app on a bad signal.
`,
    ],
  },
  {
    key: "switzerland",
    kind: "question",
    space: "roaming",
    author: "ellen",
    title: "Is Switzerland in the Europe zone or not? Two pages say different things",
    tags: ["europe"],
    minutesAgo: 28_700,
    sameHere: 12,
    helpful: 3,
    body: text`
Help page on roaming: list of 30 countries, no Switzerland. Page for my plan: "roam in 36 European destinations" and a Swiss flag in the picture. I change trains in Basel and stay four nights in Lucerne.
`,
    acceptedKey: "switzerland-2",
    acceptedAfterMinutes: 1_510,
    officialKey: "switzerland-2",
    posts: [
      answer("switzerland-1", "helen", { after: 45, helpful: 7 })`
On every Larkfield plan I've had, it was in. But your phone may grab a French or German mast in Basel and a Swiss one ten metres on, so turn on the "Welcome to" texts and see what you get. If it isn't included, the text has a price in it.
`,
      answer("switzerland-2", "owen", { after: 1_490, helpful: 18, official: true })`
Switzerland **is** included on all plans sold in the last two years, with the same 25 GB. On older plans it's £2.50 a day. The first page you found was for those older plans and didn't say so. It does now.

To see yours: app > SIM > Roaming, type the country. That page reads your own plan.
`,
      reply(["switzerland-2a", "switzerland-2"], "ellen", { after: 1_508, helpful: 1 })`
Mine's included. Thanks for mending the page too.
`,
    ],
  },
  {
    key: "ferry-charge",
    kind: "question",
    space: "roaming",
    author: "siobhan",
    title: 'Charged £22.40 for "Maritime" on a ferry, phone was in my pocket',
    tags: ["refund"],
    minutesAgo: 57_000,
    sameHere: 10,
    helpful: 6,
    body: text`
Cairnryan to Larne and back. Never took the phone out. Two lines on the bill saying Maritime data. Surely that's not right for a two hour crossing inside the UK?
`,
    acceptedKey: "ferry-charge-2",
    acceptedAfterMinutes: 1_560,
    posts: [
      answer("ferry-charge-1", "helen", { after: 18, helpful: 19 })`
Out at sea the ship switches on its own little satellite mast and your phone joins it like any other network. It isn't in any country, so no allowance covers it. Data roaming being on was enough; the phone fetched mail by itself.

For the next crossing: aeroplane mode, then switch Wi-Fi back on for the ship's own service. And ask for the money back, first time they usually give it.
`,
      answer("ferry-charge-2", "nisha", { after: 1_540, helpful: 9 })`
Helen describes it well. Siobhán, I've credited £22.40 as a first occurrence, it will be on your next bill. There is also a switch under SIM > Roaming > **Block ships and planes** and I've left that for you to turn on, since some people do want to make a call from a boat.
`,
      reply(["ferry-charge-2a", "ferry-charge-2"], "siobhan", { after: 1_555, helpful: 2 })`
Switched on and credited. Grand job, thanks the both of you.
`,
    ],
  },
  {
    key: "border-roaming",
    kind: "question",
    space: "roaming",
    author: "siobhan",
    title: "Phone roams onto Irish masts at home in Strabane, eats my EU allowance",
    tags: ["europe", "signal"],
    minutesAgo: 19_800,
    sameHere: 3,
    helpful: 5,
    body: text`
I'm in my own kitchen in the UK and half the day my phone says it's abroad. The 25 GB goes down by a couple of gig a week even though I've not left the house. Picking the network by hand works until the next restart.
`,
    posts: [
      answer("border-roaming-1", "helen", { after: 90, helpful: 6 })`
Usage from a UK postcode within a few miles of the border is meant to be put back, there's a rule about accidental roaming. It isn't automatic on Larkfield as far as I know. Take a screenshot of the roaming counter on a day you were home and send it in.
`,
      answer("border-roaming-2", "jonas", { after: 240, helpful: 4 })`
Does your phone let you lock to 4G only? The Irish mast over the river is usually winning on a low 5G band. With 4G only the two are closer and the phone prefers its home network.
`,
      reply(["border-roaming-2a", "border-roaming-2"], "siobhan", { after: 3_000, helpful: 1 })`
Better, not cured. Two hops yesterday instead of nine or ten.
`,
    ],
  },
  {
    key: "turkey-texts",
    kind: "question",
    space: "roaming",
    author: "yusuf",
    title: "Bank texts don't arrive in Turkey, normal texts do",
    tags: [],
    minutesAgo: 2_920,
    sameHere: 4,
    body: text`
In Izmir till the end of the month. My sister's texts arrive at once. Codes from two different banks and from a parcel firm don't arrive at all, not late, never. Calls are OK. At home it's fine. SIM is Larkfield pay monthly, phone is unlocked. Is there a block on short codes for abroad?
`,
    posts: [],
  },
  {
    key: "spain-no-data",
    kind: "question",
    space: "roaming",
    author: "twofatcats",
    title: "landed in malaga, calls work, no internet",
    tags: ["europe"],
    minutesAgo: 16_300,
    sameHere: 6,
    body: text`
At the airport on their wifi. Calls ok, texts ok, four bars and says 4G but nothing loads when i leave the wifi. Plan includes Spain
`,
    acceptedKey: "spain-no-data-2",
    acceptedAfterMinutes: 21,
    posts: [
      answer("spain-no-data-1", "helen", { after: 7, helpful: 8 })`
Settings > Mobile > Data roaming, is it on? It's a separate switch from mobile data and it ships switched off. If it's on already, set the APN to \`larkfield.web\` and pick another network by hand.
`,
      answer("spain-no-data-2", "twofatcats", { after: 19, helpful: 5 })`
It was on!! but for the other sim 🙈 i've got my old work one in there still and the phone had decided that one was for data. changed "mobile data" to Larkfield and everything arrived at once incl. 41 messages about the cats
`,
    ],
  },
  {
    key: "deleted-usa",
    kind: "question",
    space: "roaming",
    author: "chris",
    title: "USA add-on for two weeks, worth it or buy a local SIM?",
    tags: ["esim"],
    minutesAgo: 34_900,
    state: "deleted",
    body: text`
Going to Boston and then driving up to Maine. The add-on is £30 for 15 days. Never mind, found the comparison thread.
`,
    posts: [],
  },
];
