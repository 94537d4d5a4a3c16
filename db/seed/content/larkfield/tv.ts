import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** TV and streaming. */
export const tvThreads: SeedThread[] = [
  {
    key: "multicast-switch",
    kind: "question",
    space: "tv",
    author: "dev",
    title: "Live channels freeze after exactly 4 minutes 20 through my own switch",
    tags: ["tv-box", "own-router"],
    minutesAgo: 64_100,
    sameHere: 7,
    helpful: 11,
    body: text`
TV Box straight into the hub: perfect. Through a managed switch: every live channel plays for 260 seconds, freezes, and plays again for 260 if I change channel and back. Apps and recordings are unaffected. It's so regular that it has to be a timer somewhere. Whose?
`,
    acceptedKey: "multicast-switch-2",
    acceptedAfterMinutes: 690,
    posts: [
      answer("multicast-switch-1", "tom", { after: 60, helpful: 2 })`
Beyond my trade, but live TV is multicast and the apps aren't. Something in the switch stops passing it on.
`,
      answer("multicast-switch-2", "theo", { after: 133, helpful: 17 })`
260 seconds is the default group membership interval in IGMP (2 x 125 + 10). Your switch is snooping, hears the box join, starts the timer, then never hears another query, so it prunes the port.

Either there's no querier on that VLAN or the hub's queries are version 2 and the switch has been told version 3 only. Turn on the querier in the switch, set to v2, address 0.0.0.0 so it yields to the hub's.
`,
      reply(["multicast-switch-2a", "multicast-switch-2"], "dev", { after: 684, helpful: 5 })`
Version mismatch. v3 only, from a tutorial I followed two years ago. Forty minutes of snooker without a freeze. I doff my cap.
`,
    ],
  },
  {
    key: "subtitles-late",
    kind: "question",
    space: "tv",
    author: "joan",
    title: "Subtitles arrive seven or eight seconds late on live news",
    tags: ["tv-box", "accessibility"],
    minutesAgo: 6_800,
    sameHere: 9,
    helpful: 6,
    body: text`
I know live subtitles are typed as they go and are always a little behind. This is not that. On my neighbour's ordinary aerial the same programme is about three seconds behind, and on the box it is eight. I read lips a little, so the gap matters to me.
`,
    posts: [
      answer("subtitles-late-1", "theo", { after: 80, helpful: 5 })`
Is Settings > Picture > Smoothing on? It holds the picture back a second or two, but not the subtitles, so if anything it'd help you. The other way round, the box may be buffering subtitles separately. What's the software version on your box?
`,
      reply(["subtitles-late-1a", "subtitles-late-1"], "joan", { after: 230 })`
Smoothing is off. Version 7.2.0.
`,
      answer("subtitles-late-2", "marta", { after: 1_470, helpful: 4 })`
I timed it at mine: 7.1 gave about 3 seconds, 7.2 gives 8. So it came in with the update. I've put it in as a bug with both numbers; no word yet.
`,
    ],
  },
  {
    key: "lip-sync",
    kind: "question",
    space: "tv",
    author: "patrick",
    title: "Sound is ahead of the picture, but only with the soundbar",
    tags: ["sound", "tv-box"],
    minutesAgo: 29_900,
    sameHere: 10,
    helpful: 2,
    body: text`
TV speakers are in time. Soundbar on the ARC socket, voices come before the mouths. It's been driving me up the wall for months.
`,
    acceptedKey: "lip-sync-1",
    acceptedAfterMinutes: 1_560,
    posts: [
      answer("lip-sync-1", "theo", { after: 45, helpful: 13 })`
The TV takes its time polishing the picture and sends the sound to the bar immediately. It delays its own speakers to match and doesn't delay the ARC output.

Quickest: put the TV in Game mode (or turn off motion smoothing), which cuts the picture delay. If you like the smoothing, add delay to the sound instead. On the box: Settings > Sound > Audio delay, start at 80 ms and go up in tens. Watch somebody hammering a nail, it's easier than lips.
`,
      reply(["lip-sync-1a", "lip-sync-1"], "patrick", { after: 1_550, helpful: 3 })`
110 ms, found with a blacksmith on a repair programme. Bliss.
`,
    ],
  },
  {
    key: "remote-pair",
    kind: "question",
    space: "tv",
    author: "kevm",
    title: "remote wont pair after new batteries",
    tags: ["tv-box"],
    minutesAgo: 42_300,
    sameHere: 4,
    body: text`
light blinks twice then nothing
`,
    acceptedKey: "remote-pair-1",
    acceptedAfterMinutes: 19,
    posts: [
      answer("remote-pair-1", "theo", { after: 8, helpful: 9 })`
Two blinks is low battery, even when they're new. Rechargeables give 1.2 volts and the remote wants 1.5. Try ordinary alkalines, then hold Home and Back for five seconds.
`,
      reply(["remote-pair-1a", "remote-pair-1"], "kevm", { after: 18 })`
they were rechargeables. how do you people know this stuff
`,
    ],
  },
  {
    key: "recordings-lost",
    kind: "question",
    space: "tv",
    author: "moira",
    title: "Box replaced and eleven years of recordings are gone",
    tags: ["tv-box"],
    minutesAgo: 24_800,
    sameHere: 12,
    helpful: 9,
    body: text`
The old box died on Monday. The replacement came on Wednesday, very prompt. What nobody said, on the phone or in the leaflet, is that recordings live in the box and go back in the post with it. There was a programme with my late husband in the crowd at the Mod in it. Can anything be got off the old disc?
`,
    officialKey: "recordings-lost-2",
    posts: [
      answer("recordings-lost-1", "theo", { after: 35, helpful: 8 })`
Moira, don't post the old box back yet if you still have it. The disc is encrypted with a key from that box, so it can't be read in another machine, but if it's only the power supply that died, a new 12 volt supply could bring it back for an evening.
`,
      reply(["recordings-lost-1a", "recordings-lost-1"], "moira", { after: 90, helpful: 3 })`
It's in the hall, in the return bag. I'll not post it.
`,
      answer("recordings-lost-2", "gareth", { after: 1_410, helpful: 19, official: true })`
Theo is right on both counts, and we should have said so before sending you the bag.

Keep the box, there's no charge for holding it. A technician from our repair bench will ring to try another power supply with you. If the box starts, you can copy the programme to a USB stick for your own use under Recordings > Export, a page at a time. If the disc itself has failed I'm afraid we can't read it, and I won't pretend otherwise. In that case we'll ask the broadcaster's archive for you.

From this week the replacement call and the leaflet both say what happens to recordings.
`,
      reply(["recordings-lost-2a", "recordings-lost-2"], "moira", { after: 1_502, helpful: 6 })`
That's decent of you. I'll say how we get on.
`,
      answer("recordings-lost-3", "dunc", { after: 5_100, helpful: 3 })`
Fingers crossed for you from the other side of the Minch.
`,
    ],
  },
  {
    key: "four-k-missing",
    kind: "question",
    space: "tv",
    author: "hamza",
    title: "4K shows in one app but not in the football channel",
    tags: ["tv-box"],
    minutesAgo: 8_900,
    sameHere: 3,
    body: text`
Box says 2160p HDR in settings. Films in 4K no problem. The sports channel that's meant to be UHD only offers HD, the button isn't there. Package definitely includes it, it's on the bill. HDMI cable is the one from the box.
`,
    posts: [],
  },
];
