import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Broadband speed: faults in the network, and talk about packages. */
export const broadbandFaultThreads: SeedThread[] = [
  {
    key: "ls6-evenings",
    kind: "question",
    space: "broadband",
    author: "callum",
    title: "Slow evening speeds in LS6 since Tuesday: 900 Mbps down to 40",
    tags: ["outage", "full-fibre"],
    minutesAgo: 7_400,
    helpful: 20,
    sameHere: 38,
    body: text`
Full Fibre 900, wired, Headingley. Before Tuesday I never saw less than 880. Now from about half six to eleven it's 40 to 60, and after midnight it's back to 900 as if nothing happened. Upload is fine the whole time, ping goes from 7 to 45.

Is anybody else nearby seeing this, or is it my line?
`,
    officialKey: "ls6-evenings-9",
    posts: [
      answer("ls6-evenings-1", "priya", { after: 12, helpful: 9 })`
Not just you. LS6 as well, on 500, getting 35. Started the same evening.
`,
      answer("ls6-evenings-2", "jamal", { after: 19, helpful: 3 })`
BD3 here and its terrible too, couldnt even load the football
`,
      reply(["ls6-evenings-2a", "ls6-evenings-2"], "callum", { after: 24, helpful: 1 })`
Bradford too? That's a different exchange, isn't it?
`,
      reply(["ls6-evenings-2b", "ls6-evenings-2a"], "tom", { after: 40, helpful: 11 })`
Different exchange, but they meet at the same place before they leave West Yorkshire. Two exchanges going slow together, only at busy hours, with upload untouched: that points at a full link between there and the core, nothing in anybody's house. Don't let anyone talk you into an engineer visit.
`,
      answer("ls6-evenings-3", "kevm", { after: 55, helpful: 2 })`
rebooted 4 times. nothing. classic larkfield
`,
      answer("ls6-evenings-4", "grace", { after: 73, helpful: 6 })`
LS6, Full Fibre 300. 28 Mbps at 8, 301 at 6 this morning. Will post again tonight.
`,
      answer("ls6-evenings-5", "dev", { after: 96, helpful: 17 })`
If you want to help, post three things: postcode district, wired speed at 8 pm, and the third line of a traceroute to anything. Here's mine from LS2, which is fine:

\`\`\`
1  192.168.1.1                        0.6 ms
2  10.244.0.1                         5.9 ms
3  agg2.headingley.larkfield.example  6.3 ms
4  core1.leeds.larkfield.example      6.8 ms
\`\`\`
`,
      reply(["ls6-evenings-5a", "ls6-evenings-5"], "callum", { after: 104, helpful: 8 })`
LS6, 44 Mbps. Third line is agg1.headingley and it's **41 ms**, everything after it is slow too.
`,
      reply(["ls6-evenings-5b", "ls6-evenings-5"], "priya", { after: 109, helpful: 5 })`
agg1.headingley, 38 ms.
`,
      reply(["ls6-evenings-5c", "ls6-evenings-5"], "jamal", { after: 131, helpful: 4 })`
how do i do a traceroute
`,
      reply(["ls6-evenings-5d", "ls6-evenings-5c"], "dev", { after: 133, helpful: 7 })`
Windows: press Start, type cmd, then \`tracert larkfield.example\`. On a phone it's a faff, don't bother.
`,
      reply(["ls6-evenings-5e", "ls6-evenings-5d"], "jamal", { after: 150, helpful: 6 })`
agg1.headingley 44ms. so bradford goes through headingley?? mad
`,
      answer("ls6-evenings-6", "tom", { after: 170, helpful: 19 })`
There's your culprit then: everyone on agg1 is slow and Dev on agg2 is fine. I've reported it in the super user channel with all your numbers, which is about the best fault report I've ever passed on.
`,
      answer("ls6-evenings-7", "craigb", { after: 410, helpful: 1, state: "hidden" })`
Funny how it's always the students in LS6 moaning. Try paying for your own broadband for once you bunch of spongers.
`,
      answer("ls6-evenings-8", "sunita", { after: 720, helpful: 4 })`
I work nights from home and it's been fine for me because I'm on it when the rest of you are asleep. Following anyway as my shifts change on Monday.
`,
      answer("ls6-evenings-9", "dan", { after: 905, helpful: 33, official: true })`
Confirmed, and thank you for doing half of our work. One of the two links from agg1 in Headingley came out of a maintenance window on Tuesday at a tenth of its capacity. It passes its health check, so nothing alarmed. Between 6 pm and 11 pm the other link can't carry everyone.

- **Affects:** LS6, LS4, LS16 and parts of BD2 and BD3
- **Fix:** both ends need a new optic, then we move traffic back in two steps
- **When:** parts arrive tomorrow, work starts at 1 am the night after
- **Next update here:** tomorrow, 18:30

A visit to your house won't help. If you have one booked because of this, message me and I'll cancel it for you.
`,
      reply(["ls6-evenings-9a", "ls6-evenings-9"], "callum", { after: 921, helpful: 5 })`
Straight answer, appreciated. Will there be anything off the bill?
`,
      reply(["ls6-evenings-9b", "ls6-evenings-9a"], "nisha", { after: 990, helpful: 16 })`
Yes. Everyone on agg1 gets a credit for each evening below their guaranteed speed. It's worked out from our measurements so you don't have to claim; it will be on the bill after next as "Speed guarantee".
`,
      reply(["ls6-evenings-9c", "ls6-evenings-9b"], "kevm", { after: 1_011, helpful: 4 })`
ok fair enough
`,
      answer("ls6-evenings-10", "dan", { after: 2_330, helpful: 12 })`
Update: parts are on site. Work is on for 1 am tonight. Expect two drops of a few minutes each between 1 and 3.
`,
      reply(["ls6-evenings-10a", "ls6-evenings-10"], "sunita", { after: 2_344, helpful: 2 })`
That's the middle of my shift. Couldn't you have warned the night workers earlier?
`,
      reply(["ls6-evenings-10b", "ls6-evenings-10a"], "dan", { after: 2_361, helpful: 6 })`
You're right. The texts two evenings ahead only go out for planned work, and this was an emergency, which is no comfort to you. If a drop would cost you a shift, message me and we'll get you a 4G backup for the night, there's a drawer of them in the Leeds shop.
`,
      answer("ls6-evenings-11", "priya", { after: 3_780, helpful: 8 })`
8 pm and 486. Back to normal for me.
`,
      answer("ls6-evenings-12", "grace", { after: 3_805, helpful: 5 })`
299 😊
`,
      answer("ls6-evenings-13", "jamal", { after: 3_940, helpful: 1 })`
still 60 here
`,
      reply(["ls6-evenings-13a", "ls6-evenings-13"], "dan", { after: 5_200, helpful: 7 })`
BD3 moves back in the second step, tonight at 1 am. I'll leave this thread open until Jamal says it's fixed.
`,
    ],
  },
  {
    key: "game-server-loss",
    kind: "question",
    space: "broadband",
    author: "jamal",
    title: "Packet loss to one game server, is hop 6 the problem?",
    tags: ["latency"],
    minutesAgo: 18_500,
    sameHere: 2,
    body: text`
Rubber banding every match. Did a trace like everyone says:

\`\`\`
Hop  Loss%   Avg   Host
  1   0.0    0.8   192.168.1.1
  2   0.0    7.1   10.244.0.1
  3   0.0    7.4   agg1.bradford.larkfield.example
  4   0.0    8.0   core1.leeds.larkfield.example
  5   0.0   12.2   core2.london.larkfield.example
  6  78.0   12.6   peer-ix.london.larkfield.example
  7   0.0   13.0   198.51.100.9
  8   0.0   21.4   203.0.113.77
\`\`\`

78% at hop 6!! how do I get larkfield to fix it
`,
    posts: [
      answer("game-server-loss-1", "hamza", { after: 60, helpful: 0, state: "deleted" })`
switch provider mate
`,
      answer("game-server-loss-2", "dev", {
        after: 85,
        helpful: 12,
        edits: [
          {
            body: text`
Hop 6 is fine. Look at 7 and 8: no loss. Routers answer pings when they feel like it.

So the trace shows no fault at all, and the problem is at the game's end.
`,
            minutesAfter: 340,
            reason:
              "I said it must be the game's end. A trace in one direction can't show that, corrected.",
          },
        ],
      })`
Hop 6 is a red herring. If it were really dropping 78% of your packets, hops 7 and 8 couldn't be at 0%, because those packets go through hop 6 to get there. Busy routers forward traffic in hardware and answer pings when they feel like it.

What the trace does **not** show is the way back, which can take another road. So I can't tell you where the rubber banding comes from, only that it isn't hop 6. Run it during a match, wired, for at least 300 rounds and post that.
`,
      reply(["game-server-loss-2a", "game-server-loss-2"], "jamal", { after: 350 })`
ok makes sense actually. will do one tonight
`,
      answer("game-server-loss-3", "chris", { after: 1_600, helpful: 3 })`
Are you wired? My lad had "packet loss" for a year and it was the Wi-Fi in his loft.
`,
    ],
  },
  {
    key: "who-needs-900",
    kind: "discussion",
    space: "broadband",
    author: "seun",
    title: "Honest question: who actually notices 900 over 300?",
    tags: ["full-fibre"],
    minutesAgo: 33_300,
    helpful: 14,
    body: text`
My contract is up and the gap is £11 a month, so £264 over two years. We're four people, two of them teenagers. I looked at the hub's graph for last month and our highest five minutes was 214 Mbps, on a console update.

I'd love to hear from somebody who went *down* a tier and regretted it.
`,
    posts: [
      answer("who-needs-900-1", "dev", { after: 40, helpful: 7 })`
I'd miss the upload more than the download. 900/900 means my off-site backup is done before breakfast. If you don't push big files out, you won't feel a thing.
`,
      answer("who-needs-900-2", "farah", { after: 190, helpful: 6 })`
Video editor: 300 to 900 saved me an hour a day. My neighbour with four kids and a 100 line has never complained once.
`,
      answer("who-needs-900-3", "craigb", { after: 600, helpful: 9 })`
Went from 900 to 300 last year. What I notice is £11.
`,
      answer("who-needs-900-4", "mossybeck", { after: 3_100, helpful: 26 })`
I've got 2.1. Megabits. Carry on though, don't mind me.
`,
      reply(["who-needs-900-4a", "who-needs-900-4"], "tom", { after: 3_145, helpful: 5 })`
Stuart, have you registered for the rural voucher again? The rules changed, and the farm below you counts towards the group now.
`,
      reply(["who-needs-900-4b", "who-needs-900-4a"], "mossybeck", { after: 4_900, helpful: 4 })`
Have now. Fourth form. I'll believe it when there's a digger in the yard.
`,
    ],
  },
  {
    key: "account-in-post",
    kind: "question",
    space: "broadband",
    author: "hamza",
    title: "Fault keeps getting closed, my account number is in here can someone look",
    tags: ["outage"],
    minutesAgo: 95,
    state: "held",
    body: text`
My fault has been closed three times without anyone ringing me. Account number is 00 0000 1234 and mobile is 07700 900123, ring me after 5. The line drops every time it rains, same as last winter.
`,
    posts: [],
  },
  {
    key: "rain-drops-line",
    kind: "question",
    space: "broadband",
    author: "patrick",
    title:
      "Line drops when it rains, noise on the phone as well, three engineers so far and each one of them says it tests perfectly fine on a dry day, what now?",
    tags: ["engineer", "landline", "outage"],
    minutesAgo: 50_200,
    helpful: 6,
    sameHere: 9,
    body: text`
Part Fibre, overhead wire from a pole. Crackle on the phone and the broadband resyncs, always an hour or two after heavy rain starts. Each visit has been booked for a fine day and each time I've been told there's no fault found.
`,
    acceptedKey: "rain-drops-line-1",
    acceptedAfterMinutes: 21_900,
    posts: [
      answer("rain-drops-line-1", "tom", { after: 52, helpful: 30 })`
Water in a joint. I spent half my working life chasing these and they do vanish by the time you've got your boots on.

What helps the engineer is evidence that survives the weather. Next time it rains, plug a corded phone into the test socket (behind the lower half of the front plate), dial 17070 and choose the quiet line test. Record the crackle on your mobile. Then note the time the hub resynced, it's under Status > Line, and send both with the fault. Ask for it to be raised as "intermittent, HR joint suspected, overhead". They'll test the pole joint instead of your socket.
`,
      reply(["rain-drops-line-1a", "rain-drops-line-1"], "patrick", { after: 21_880, helpful: 10 })`
Sorry for the silence, we had no rain for a fortnight, typical. Did it last night, sent the recording, a lad came out this afternoon, went straight up the pole and came down with a joint full of green water. Not a single drop since and it's been hammering down.
`,
      answer("rain-drops-line-2", "moira", { after: 22_400, helpful: 5 })`
Saving this. 17070 from the test socket. Our pole gets salt as well as rain.
`,
    ],
  },
];
