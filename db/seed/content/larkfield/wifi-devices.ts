import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Wi-Fi and router: one device that won't behave. */
export const wifiDeviceThreads: SeedThread[] = [
  {
    key: "printer-wpa3",
    kind: "question",
    space: "wifi",
    author: "grace",
    title: "Printer vanished after the hub swap, everything else reconnected",
    tags: ["hub-3", "smart-home"],
    minutesAgo: 61_000,
    sameHere: 19,
    helpful: 4,
    body: text`
Went from a Hub 2 to a Hub 3 yesterday and kept the same network name and password so I wouldn't have to redo everything. It mostly worked! Only the printer (old inkjet, about 2014) refuses. It lists the network, takes the password, thinks for a minute and says "authentication error".
`,
    acceptedKey: "printer-wpa3-2",
    acceptedAfterMinutes: 1_470,
    posts: [
      answer("printer-wpa3-1", "chris", { after: 20, helpful: 1 })`
Have you tried a USB cable? Not being funny, it's what I did in the end.
`,
      answer("printer-wpa3-2", "marta", { after: 65, helpful: 27 })`
Your old hub used WPA2. The new one starts on WPA2/WPA3 mixed, and quite a few printers from those years trip over the mixed announcement even though they'd be allowed in.

Wireless > 2.4 GHz > Security, choose **WPA2 (AES)**, save. Only the 2.4 band, leave 5 GHz as it is. The printer should join without you touching it.
`,
      reply(["printer-wpa3-2a", "printer-wpa3-2"], "grace", { after: 1_465, helpful: 3 })`
It printed a test page on its own at midnight and frightened the life out of me. So yes, that works.
`,
      answer("printer-wpa3-3", "hamza", { after: 47_000, helpful: 2 })`
Same fix for a Brother laser and for my dad's hearing aid dock, in case someone searches for those.
`,
    ],
  },
  {
    key: "dfs-airport",
    kind: "question",
    space: "wifi",
    author: "tariq",
    title: "5 GHz disappears for a minute or ten, several times a day, we live near an airport",
    tags: ["hub-3", "latency"],
    minutesAgo: 27_400,
    helpful: 8,
    sameHere: 5,
    body: text`
Not the usual interference I think. The 5 GHz network vanishes completely from every device, 2.4 keeps going. Sometimes back after a minute, sometimes ten. We're under the approach at East Midlands. Is it really planes or am I being daft?
`,
    acceptedKey: "dfs-airport-1",
    acceptedAfterMinutes: 330,
    posts: [
      answer("dfs-airport-1", "marta", {
        after: 88,
        helpful: 24,
        edits: [
          {
            body: text`
You're not daft, it's radar. Channels 52 and up are shared with weather and airport radar, and when the hub thinks it has heard a pulse the law says it must leave at once and stay off that channel for half an hour. Then it has to listen for 60 seconds before using the next one.

Set the 5 GHz channel to 36, width 80 MHz. That block (36 to 48) isn't shared with radar.
`,
            minutesAfter: 1_610,
            reason: "Added why it is sometimes ten minutes. Thanks to Dev.",
          },
        ],
      })`
You're not daft, it's radar. Channels 52 and up are shared with weather and airport radar, and when the hub thinks it has heard a pulse the rules say it must leave at once and stay off that channel for half an hour. Then it has to listen before using the next one: 60 seconds on most channels, ten minutes on 120 to 128, which is where your long gaps come from.

Set the 5 GHz channel to 36, width 80 MHz. That block (36 to 48) isn't shared with radar. It may be a bit busier, but it stays put.
`,
      reply(["dfs-airport-1a", "dfs-airport-1"], "tariq", { after: 329, helpful: 2 })`
Channel was 124! On 36 now and no gaps through the whole evening bank of arrivals.
`,
      reply(["dfs-airport-1b", "dfs-airport-1"], "dev", { after: 1_540, helpful: 6 })`
One addition for the answer: the ten minute wait is only for the weather radar channels (120, 124, 128). Explains why his gaps come in two sizes.
`,
      reply(["dfs-airport-1c", "dfs-airport-1b"], "marta", { after: 1_612, helpful: 3 })`
Quite right, I've put that in.
`,
    ],
  },
  {
    key: "doorbell-offline",
    kind: "question",
    space: "wifi",
    author: "craigb",
    title: "Video doorbell goes offline every night and comes back at breakfast",
    tags: ["smart-home", "hub-3"],
    minutesAgo: 9_050,
    sameHere: 13,
    helpful: 2,
    body: text`
Doorbell is 6 metres from the hub through one brick wall. Fine all day. Around midnight the app says offline, and some time between 6 and 7 it's back without me doing a thing. Support say "move the hub closer". It can't get closer unless I nail it to the door.

Battery is 80%. Firmware on both is current.
`,
    posts: [
      answer("doorbell-offline-1", "aisha", { after: 33, helpful: 3 })`
Do you have the hub's night mode on? In the app under Home > Schedules. Mine was switched on by default after an update and it turns the Wi-Fi off at midnight.
`,
      reply(["doorbell-offline-1a", "doorbell-offline-1"], "craigb", { after: 95 })`
Checked, it's off. And the phones stay connected all night.
`,
      answer("doorbell-offline-2", "marta", { after: 140, helpful: 8 })`
What's the temperature doing? Some battery doorbells switch their radio off below zero to protect the battery, and "comes back at breakfast" fits the last two weeks of weather rather well. The doorbell's own app usually has the battery temperature hidden under device health.
`,
      reply(["doorbell-offline-2a", "doorbell-offline-2"], "craigb", { after: 1_530, helpful: 1 })`
-2 at midnight, so could be. But it went off on a mild night last month as well. Going to log it for a week.
`,
      answer("doorbell-offline-3", "marek", { after: 4_400, helpful: 2 })`
Different idea: address lease. If the doorbell sleeps through the renewal it can wake up with a stale address. Give it a reserved one under Network > Devices > Reserve. Costs nothing to try while you're logging.
`,
    ],
  },
  {
    key: "usb3-mouse",
    kind: "question",
    space: "wifi",
    author: "theo",
    title: "Laptop loses 2.4 GHz only when an external drive is plugged in",
    tags: [],
    minutesAgo: 70_500,
    helpful: 7,
    sameHere: 3,
    body: text`
Reproducible every time. Plug in a USB 3 SSD, Wi-Fi on 2.4 falls from 60 Mbps to under 2, wireless mouse stutters as well. Unplug it, back to normal within a second. Two different drives, two different laptops, so not a broken port. On 5 GHz no effect at all.

Hub 3, but I doubt the hub has anything to do with it. Asking here because someone will know.
`,
    acceptedKey: "usb3-mouse-1",
    acceptedAfterMinutes: 180,
    posts: [
      answer("usb3-mouse-1", "marta", { after: 36, helpful: 18 })`
Well isolated. USB 3 signals at 5 Gbit/s, and the noise it throws off is spread across roughly 2.4 to 2.5 GHz. A thin cable with poor shielding works as an aerial right beside the one in your laptop.

In order of cost: stay on 5 GHz, plug the drive in on the side away from the screen hinge, use a short well shielded cable, or put the mouse receiver on a little USB 2 extension so it isn't next door to the drive.
`,
      reply(["usb3-mouse-1a", "usb3-mouse-1"], "theo", { after: 176, helpful: 4 })`
Swapped the freebie cable for the thick one off my audio interface. 58 Mbps with the drive running. I record on this machine, so you may have saved a few takes too.
`,
    ],
  },
  {
    key: "work-vpn-guest",
    kind: "question",
    space: "wifi",
    author: "tariq",
    title: "Work laptop not allowed on same network as smart TV, what do I do",
    tags: ["hub-3"],
    minutesAgo: 4_700,
    sameHere: 4,
    body: text`
New job, IT policy says the laptop must be on "a segregated network with no consumer IoT devices". I rent a one bed flat, I have one hub. Is the guest network segregated enough or do I need to buy something?
`,
    acceptedKey: "work-vpn-guest-1",
    acceptedAfterMinutes: 96,
    posts: [
      answer("work-vpn-guest-1", "dev", { after: 22, helpful: 9 })`
Guest network does exactly this. On the Hub 3 guest devices get their own address range (192.168.2.x) and can't reach anything on the main one, or each other unless you tick the box.

I'd put the TV and bulbs on guest and keep the laptop on the main network, so the laptop can still use a printer. Either way round satisfies the sentence your IT people wrote.
`,
      answer("work-vpn-guest-2", "patrick", { after: 130, helpful: 1 })`
Also ask them. Ours has the same wording and when I asked they said the VPN counts.
`,
    ],
  },
];
