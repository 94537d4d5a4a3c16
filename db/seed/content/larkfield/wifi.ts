import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Wi-Fi and router: faults that reach the whole house. */
export const wifiThreads: SeedThread[] = [
  {
    key: "evening-drops",
    kind: "question",
    space: "wifi",
    author: "priya",
    title: "Hub 3 loses Wi-Fi for half a minute every evening, cable is fine",
    tags: ["hub-3", "firmware"],
    minutesAgo: 12_900,
    helpful: 11,
    sameHere: 36,
    body: text`
Between roughly 8 and 10 every night the Wi-Fi goes for 20 to 30 seconds, comes back, then goes again a quarter of an hour later. My work laptop is on a cable to the same hub and never notices, so I'm fairly sure the line is OK.

- Full Fibre 500, Hub 3, firmware 4.18.2 (updated itself about a week ago)
- two phones and the TV drop together, all on 2.4 GHz
- restarted the hub, moved it off the floor, forgot and rejoined the network

This is from the living room tonight:

\`\`\`
64 bytes from 192.168.1.1: icmp_seq=41 ttl=64 time=3.1 ms
64 bytes from 192.168.1.1: icmp_seq=42 ttl=64 time=4.0 ms
Request timeout for icmp_seq 43
Request timeout for icmp_seq 44
64 bytes from 192.168.1.1: icmp_seq=45 ttl=64 time=1870.442 ms
64 bytes from 192.168.1.1: icmp_seq=46 ttl=64 time=3.4 ms
\`\`\`

Faulty hub, or something I can change?
`,
    acceptedKey: "evening-drops-2",
    acceptedAfterMinutes: 118,
    officialKey: "evening-drops-6",
    posts: [
      answer("evening-drops-1", "tom", { after: 9, helpful: 4 })`
Good log, thank you. That ping is to the hub itself, so you've ruled out the line, the exchange and the rest of the internet in one go. What does the hub say under Wireless > Status for the 2.4 GHz channel, and does the number change after a drop?
`,
      reply(["evening-drops-1a", "evening-drops-1"], "priya", { after: 31, helpful: 2 })`
It said 6 before and 13 just now. So yes, it moved.
`,
      answer("evening-drops-2", "marta", { after: 51, helpful: 41 })`
Nothing wrong with the hub. From 4.18 it goes looking for a quieter channel whenever the air gets busy, and 8 pm is when your neighbours come home. Every time it moves, everything on 2.4 GHz has to find it again.

1. Go to \`192.168.1.1\` and sign in with the password on the hub's card.
2. Wireless > 2.4 GHz, turn off **Smart channel**.
3. Pick 1, 6 or 11, whichever has the fewest networks in the list underneath. Don't be tempted by 3 or 13, they overlap with two groups of neighbours at once.
4. Leave the width at 20 MHz. Save, restart once.

5 GHz can stay automatic. If it still drops after a full evening, post another log and I'll look again.
`,
      reply(["evening-drops-2a", "evening-drops-2"], "priya", { after: 117, helpful: 9 })`
Channel 6 had nine networks on it and channel 1 had two. Moved to 1 and a whole film just played through. Thank you!
`,
      reply(["evening-drops-2b", "evening-drops-2a"], "marta", { after: 124, helpful: 3 })`
Lovely. Saturday is the real test, that's when everybody streams at once.
`,
      answer("evening-drops-3", "callum", { after: 305, helpful: 12 })`
Same hub, same firmware, same time of night. I went to channel 11 last weekend by pure trial and error and it hasn't dropped since. Nice to know why at last.
`,
      answer("evening-drops-4", "kevm", { after: 760, helpful: 1 })`
didnt work for me, still drops on ch 1
`,
      reply(["evening-drops-4a", "evening-drops-4"], "marta", { after: 791, helpful: 6 })`
Kev, have you got a mesh disc? If so the disc makes its own decision until you restart it too. Unplug it for ten seconds after you've saved the hub.
`,
      reply(["evening-drops-4b", "evening-drops-4a"], "kevm", { after: 1502, helpful: 2 })`
two discs yeah. restarted both, fine since last night. ta
`,
      answer("evening-drops-6", "dan", { after: 2240, helpful: 29, official: true })`
Marta has it right, and this one is ours. Firmware 4.18.0 to 4.18.2 scans too often when the air is busy. Her steps are a safe fix and cost you no speed.

- **Affects:** Hub 3 on 4.18.0, 4.18.1 and 4.18.2
- **Fix:** 4.19, which waits until nothing is using the network before it moves
- **When:** it's going out overnight in batches and should reach every hub within three weeks. You don't need to do anything, and your pinned channel is kept.
`,
      answer("evening-drops-7", "fiona", { after: 7810, helpful: 14 })`
For anyone on the older Hub 2: the setting is called Auto channel and it's under Advanced. Same cure.
`,
    ],
  },
  {
    key: "mesh-amber",
    kind: "question",
    space: "wifi",
    author: "joan",
    title: "Mesh discs have gone amber since the power cut",
    tags: ["mesh"],
    minutesAgo: 31_680,
    sameHere: 8,
    helpful: 3,
    body: text`
We lost electricity for about two hours on Thursday and when it came back the hub was white but both discs were amber and have been ever since. I have switched them off and on at the wall twice. The upstairs one is the one I mind about because that is where the television is.
`,
    acceptedKey: "mesh-amber-1",
    acceptedAfterMinutes: 205,
    posts: [
      answer("mesh-amber-1", "marta", { after: 14, helpful: 19 })`
Amber means a disc can see the hub but hasn't got the right password for it. The hub probably came up before it had finished loading its settings and the discs gave up waiting.

Carry both discs to the room the hub is in. Hold **Pair** on the hub until it pulses (about three seconds), then Pair on the first disc until that pulses too. It goes white in a couple of minutes. Do the second one after, not at the same time. Then take them back to where they live; they remember.
`,
      reply(["mesh-amber-1a", "mesh-amber-1"], "joan", { after: 203, helpful: 7 })`
Both white. The second one needed two goes because I was impatient with the button. I am obliged to you.
`,
      answer("mesh-amber-2", "patrick", { after: 640, helpful: 4 })`
Worth knowing for next time: turn the hub on first and leave it five minutes before you put the discs back on. We get a lot of cuts out here and I've not had to pair since I started doing that.
`,
    ],
  },
  {
    key: "wifi-password",
    kind: "question",
    space: "wifi",
    author: "kayleigh",
    title: "wifi password??",
    tags: ["hub-3"],
    minutesAgo: 2_410,
    body: text`
where is it
`,
    acceptedKey: "wifi-password-1",
    acceptedAfterMinutes: 12,
    posts: [
      answer("wifi-password-1", "tom", { after: 6, helpful: 3 })`
On the plastic card that slides out of the back of the hub. The long one is the Wi-Fi, the short one is for changing settings. No card? It's printed on the underneath as well.
`,
      reply(["wifi-password-1a", "wifi-password-1"], "kayleigh", { after: 11 })`
got it thanks x
`,
    ],
  },
  {
    key: "caps-lock",
    kind: "question",
    space: "wifi",
    author: "bernard52",
    title: "Hub resets itself every time I use the microwave",
    tags: ["hub-2"],
    minutesAgo: 44_900,
    sameHere: 2,
    helpful: 1,
    body: text`
Every time I heat anything up the internet goes off. It is not the fuse because the lights stay on. I have been a customer for eleven years and nobody on the telephone believes me. The hub is in the kitchen next to the microwave because that is where the socket is.
`,
    edits: [
      {
        title: "HUB RESETS ITSELF EVERY TIME I USE THE MICROWAVE!!!!",
        body: text`
EVERY TIME I HEAT ANYTHING UP THE INTERNET GOES OFF. IT IS NOT THE FUSE BECAUSE THE LIGHTS STAY ON. I HAVE BEEN A CUSTOMER FOR ELEVEN YEARS AND NOBODY ON THE TELEPHONE BELIEVES ME. THE HUB IS IN THE KITCHEN NEXT TO THE MICROWAVE BECAUSE THAT IS WHERE THE SOCKET IS.
`,
        minutesAfter: 25,
        reason: "Took off the caps lock so it's easier to read. Words unchanged.",
        by: "ruth",
      },
    ],
    acceptedKey: "caps-lock-1",
    acceptedAfterMinutes: 5_800,
    posts: [
      answer("caps-lock-1", "marta", { after: 48, helpful: 22 })`
I believe you. A microwave oven runs at 2.45 GHz, bang in the middle of the older Wi-Fi band, and a door seal that's a few years old lets enough out to drown everything within a metre or two. It isn't dangerous and the hub isn't resetting, it just can't hear your tablet over the noise.

Look at the lights next time: if they stay on while the internet "goes", that's what it is. A metre of distance makes a huge difference. Two metres is usually enough. There's a longer cable in the hub's box, or any shop's Cat5e will do.
`,
      reply(["caps-lock-1a", "caps-lock-1"], "bernard52", { after: 5_790, helpful: 8 })`
THE LIGHTS STAYED ON. MOVED IT TO THE HALL ON A FIVE METRE CABLE AND MADE PORRIDGE WITH THE RADIO PLAYING ON THE TABLET THROUGHOUT. SORTED. THANK YOU MARTA
`,
      reply(["caps-lock-1b", "caps-lock-1a"], "ruth", { after: 6_015, helpful: 12 })`
Best result of the week, Bernard. I've told the phone team about this one so the next person gets believed.
`,
    ],
  },
  {
    key: "hub-buzz",
    kind: "question",
    space: "wifi",
    author: "sunita",
    title: "Faint buzzing from the hub when it's quiet at night, normal?",
    tags: ["hub-3"],
    minutesAgo: 17,
    sameHere: 1,
    body: text`
Hub 3, about four months old, on a shelf in the bedroom. There's a high thin buzz when the room is silent. Stops if I unplug the phone handset from the back of it. Not warm, everything works. Do I need to worry, or swap something?
`,
    posts: [],
  },
  {
    key: "separate-bands",
    kind: "question",
    space: "wifi",
    author: "nicola",
    title: "Should I split 2.4 and 5 GHz on the Hub 3 or leave it as one name?",
    tags: ["hub-3", "smart-home"],
    minutesAgo: 20_300,
    helpful: 5,
    sameHere: 11,
    body: text`
My brother in law says splitting is the first thing he does on any router. The app says "we recommend one name". Who's right? Three phones, two laptops, a robot hoover and about ten light bulbs. Nothing's actually broken at the moment, I'd just like to know.
`,
    posts: [
      answer("separate-bands-1", "dev", { after: 70, helpful: 9 })`
One name. Phones are good at picking the band these days and with two names they cling to whichever you joined first, so you end up on 2.4 next to the hub or on a dying 5 GHz at the bottom of the garden.

The exception is setting up cheap bulbs and plugs that only speak 2.4 GHz and whose app insists that your phone is on 2.4 as well.
`,
      answer("separate-bands-2", "craigb", { after: 240, helpful: 6 })`
Split it. Been doing this since before these mesh things. I want to KNOW what my laptop is on.
`,
      reply(["separate-bands-2a", "separate-bands-2"], "dev", { after: 262, helpful: 7 })`
Fair, but you can see it in the laptop's network panel without splitting anything.
`,
      reply(["separate-bands-2b", "separate-bands-2a"], "craigb", { after: 301, helpful: 2 })`
You can. My mother in law can't and she's the one who rings me.
`,
      answer("separate-bands-3", "marta", { after: 1_320, helpful: 16 })`
If nothing is broken, leave it. If a bulb won't join, the guest network is the tidy way out: set the guest network to 2.4 GHz only for ten minutes, add the bulb there, and let it live there. You get your split without disturbing the phones, and your bulbs can't see your laptop, which is no bad thing.
`,
    ],
  },
  {
    key: "hub-home",
    kind: "discussion",
    space: "wifi",
    author: "ellen",
    title: "Where does your hub live? Confess here",
    tags: [],
    minutesAgo: 52_600,
    helpful: 17,
    body: text`
Mine spent its first fortnight behind a fish tank. Sixty litres of water between me and the living room and I wondered why the Wi-Fi was bad. Moved it last night and the upstairs went from 11 to 180.

Nobody's judging. Where's yours? 🐟
`,
    posts: [
      answer("hub-home-1", "dev", { after: 25, helpful: 8 })`
Under-stairs cupboard, in a rack, with a thermometer. I know. It's wired to three access points so it's allowed.
`,
      answer("hub-home-2", "moira", { after: 410, helpful: 13 })`
Windowsill on the seaward side, because it's the only wall in the house that isn't two feet of gneiss. The signal in the byre is excellent. The signal in the kitchen is a rumour.
`,
      answer("hub-home-3", "twofatcats", { after: 15_900, helpful: 21 })`
Wherever it is, there's a cat on it. 38 degrees and it never complains. The hub doesn't either
`,
      reply(["hub-home-3a", "hub-home-3"], "tom", { after: 15_961, helpful: 11 })`
Vents on the left side and underneath, so as long as the cat leaves those clear she's within specification.
`,
      answer("hub-home-4", "rob", { after: 18_020, helpful: 5 })`
In the cab. It's a phone.
`,
    ],
  },
];
