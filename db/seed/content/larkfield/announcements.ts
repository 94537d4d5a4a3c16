import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Announcements by staff. */
export const announcementThreads: SeedThread[] = [
  {
    key: "start-here",
    kind: "announcement",
    space: "announcements",
    author: "ruth",
    title: "Start here: how to get a good answer, and who we all are",
    tags: [],
    minutesAgo: 86_400,
    helpful: 30,
    pinned: true,
    body: text`
Hello. I'm Ruth, I look after the community. There are five of us from Larkfield here: Dan for the network, Owen for mobile, Nisha for bills, Gareth for orders and anything that went properly wrong, and me. You'll know us by the staff mark next to our names.

Most answers come from other customers. Some of them, the super users, have been at it for years and know the kit better than I do. They aren't paid. When one of them sorts you out, mark the answer as the fix. It's the nicest thing you can do, and it puts the answer where the next person will find it.

Three things that speed everything up:

1. One problem, one thread, and a title that says what happens.
2. What you have, what you tried, what the lights are doing.
3. No account numbers, phone numbers or addresses. If staff need those we'll ask in a private message, and never for a password.

If a post worries you, use **Report**. A person reads every one.
`,
    posts: [
      answer("start-here-1", "joan", { after: 2_900, helpful: 7 })`
Clear and short. More companies should have a Ruth.
`,
      answer("start-here-2", "hamza", { after: 72_000, helpful: 1 })`
where do I see how many points I've got?
`,
      reply(["start-here-2a", "start-here-2"], "ruth", { after: 72_120, helpful: 2 })`
Tap your own name, top right. Points count for twelve months.
`,
    ],
  },
  {
    key: "firmware-419",
    kind: "announcement",
    space: "announcements",
    author: "dan",
    title: "Hub 3 firmware 4.19 is going out: what changes",
    tags: ["hub-3", "firmware"],
    minutesAgo: 9_400,
    helpful: 25,
    body: text`
4.19 installs itself between 2 and 5 am. Your hub restarts once, about three minutes. It goes to 5% of hubs first, then the rest over three weeks.

| What | Before | From 4.19 |
|---|---|---|
| Smart channel | moved in busy hours | moves only when nothing is using the network |
| Security on 2.4 GHz | mixed WPA2/WPA3 | WPA2, with WPA3 on 5 GHz only |
| Fair queue | off | on for lines under 100 Mbps |
| Light | on, dim, off | by the clock as well |

Settings you changed by hand stay as you left them. To see your version: app > Home > Hub.

**Known and not fixed yet:** the device list can show a phone twice after it changes band. It's only the list.
`,
    posts: [
      answer("firmware-419-1", "marta", { after: 45, helpful: 10 })`
WPA2 on 2.4 as the default will save a lot of printers. Does a pinned channel survive?
`,
      reply(["firmware-419-1a", "firmware-419-1"], "dan", { after: 70, helpful: 6 })`
It does. Pinned means pinned.
`,
      answer("firmware-419-2", "kevm", { after: 2_000, helpful: 2 })`
got it last night, all good
`,
      answer("firmware-419-3", "theo", { after: 3_400, helpful: 4 })`
Had it two days. Evening jitter on a wired call: 9 ms before, 2 ms now.
`,
    ],
  },
  {
    key: "storm-north-west",
    kind: "announcement",
    space: "announcements",
    author: "gareth",
    title: "Storm damage in Cumbria and the Western Isles: where we are",
    tags: ["outage"],
    minutesAgo: 4_500,
    helpful: 11,
    body: text`
Updated at the top each time, newest first.

**Day 2, 17:00.** Power is back at Ulverston and Keswick, and so are we. Stornoway is on its backup link: calls and texts work, data is slow. 214 homes near Coniston are without a line because eleven poles are down. Crews start there at first light.

**Day 1, 20:00.** 6,100 homes off, nearly all because the electricity is. Don't report it unless your neighbours have power and you don't have broadband.

If somebody near you depends on a falls alarm, call 150 and say "telecare". Those go first.
`,
    edits: [
      {
        body: text`
Updated at the top each time, newest first.

**Day 1, 20:00.** 6,100 homes off, nearly all because the electricity is. Don't report it unless your neighbours have power and you don't have broadband.

If somebody near you depends on a falls alarm, call 150 and say "telecare". Those go first.
`,
        minutesAfter: 1_260,
        reason: "Day 2 update",
      },
    ],
    posts: [
      answer("storm-north-west-1", "moira", { after: 1_500, helpful: 9 })`
Can confirm texts and calls in Stornoway. Thank whoever drove up the hill.
`,
      answer("storm-north-west-2", "gareth", { after: 2_760, helpful: 8 })`
Day 3: nine of the eleven poles are up. The last two stand in a flooded field and we're waiting for the water.
`,
    ],
  },
];
