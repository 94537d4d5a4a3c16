import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Broadband speed: measuring it, and losing it. */
export const broadbandThreads: SeedThread[] = [
  {
    key: "stuck-at-94",
    kind: "question",
    space: "broadband",
    author: "oliver",
    title: "Paying for 500, wired speed is 94 every single time",
    tags: ["full-fibre"],
    minutesAgo: 8_300,
    helpful: 6,
    sameHere: 21,
    body: text`
Brand new line, went live Tuesday. On the cable I get this no matter when I test or which site:

| When | Down | Up | Ping |
|---|---:|---:|---:|
| Tue 19:10 | 94.1 | 93.8 | 6 ms |
| Wed 07:30 | 94.2 | 93.9 | 6 ms |
| Wed 23:50 | 94.1 | 93.9 | 5 ms |
| Wi-Fi, same room | 412 | 388 | 9 ms |

So Wi-Fi is four times faster than the wire?? Have I been put on the wrong package?
`,
    acceptedKey: "stuck-at-94-1",
    acceptedAfterMinutes: 64,
    posts: [
      answer("stuck-at-94-1", "tom", { after: 8, helpful: 32 })`
You're on the right package, the Wi-Fi row proves it. 94 on the nose, day and night, is what a 100 Mbps Ethernet link looks like after overheads. The laptop and hub have agreed on 100 because one of the pairs in the cable isn't getting through; gigabit needs all eight wires, 100 needs four.

Swap the cable first. Anything printed Cat5e or Cat6 will do. Check both clips click home. If it's still 94 try another port on the hub, then look at whether the laptop's own adapter (or USB dongle!) is a gigabit one.
`,
      reply(["stuck-at-94-1a", "stuck-at-94-1"], "oliver", { after: 61, helpful: 5 })`
The cable was from my old DSL box and has "Cat 5" on it and a chair leg shaped dent in it. New one: 512 / 498. I feel a bit silly
`,
      reply(["stuck-at-94-1b", "stuck-at-94-1a"], "tom", { after: 70, helpful: 9 })`
Don't. I had 35 years in the trade and last month it was my own kitchen.
`,
      answer("stuck-at-94-2", "marek", { after: 1_900, helpful: 5 })`
Smart TVs are the other place you see exactly 94. Most of them still ship with a 100 Mbps socket, so the TV is quicker on 5 GHz Wi-Fi than on a cable. It doesn't matter for films (25 is plenty for 4K) but it confuses people running speed tests on the telly.
`,
    ],
  },
  {
    key: "upload-stutter",
    kind: "question",
    space: "broadband",
    author: "aisha",
    title: "Video calls freeze the moment anyone in the house uploads photos",
    tags: ["latency", "own-router"],
    minutesAgo: 23_100,
    helpful: 9,
    sameHere: 15,
    body: text`
Part Fibre 80 (fibre to the cabinet), 76 down, 18 up. Speed tests are fine. But when my daughter's phone starts backing up to the cloud, my calls turn into slides. Nobody else on the call hears me for ten seconds at a time.

I don't think it's speed, there should be enough for both. What is it?
`,
    acceptedKey: "upload-stutter-2",
    acceptedAfterMinutes: 2_950,
    posts: [
      answer("upload-stutter-1", "jamal", { after: 15, helpful: 2 })`
upgrade to full fibre if you can get it, the upload on part fibre is rubbish
`,
      answer("upload-stutter-2", "dev", { after: 74, helpful: 26 })`
You're right that it isn't speed. The backup fills the upload completely, packets queue in the hub, and your call has to wait in that queue behind a few hundred holiday photos. It's called bufferbloat. Easy to see for yourself: run a ping in one window and a big upload in another.

My sister's, on the same package:

| Ping | Idle | During an upload |
|---|---|---|
| Before | 14 ms | 640 ms |
| After | 14 ms | 22 ms |

On the Hub 3 it's Network > Traffic > **Fair queue**. Switch it on and set upload to about 90% of what you really get, so 16 in your case. You give away 2 Mbps and in return nothing ever waits in line. Download the same way if you see it there too.
`,
      reply(["upload-stutter-2a", "upload-stutter-2"], "aisha", { after: 2_940, helpful: 4 })`
Did a full working day with two phones backing up. Nobody noticed anything, which is all I ever wanted. Thanks Dev.
`,
      reply(["upload-stutter-2b", "upload-stutter-2"], "kevm", { after: 6_100 })`
is this on hub 2? asking for my mum
`,
      reply(["upload-stutter-2c", "upload-stutter-2b"], "dev", { after: 6_180, helpful: 2 })`
No, sadly. There's only "prioritise a device" on the 2, which helps a bit if you pick your work laptop.
`,
    ],
  },
  {
    key: "port-forward-cgnat",
    kind: "question",
    space: "broadband",
    author: "marek",
    title: "Port forwarding greyed out on Full Fibre 500",
    tags: ["full-fibre", "hub-3"],
    minutesAgo: 39_700,
    sameHere: 28,
    helpful: 10,
    body: text`
I want to reach my NAS from outside. On the Hub 3 the page Port forwarding is there but everything is grey and it says "not available on this connection". WAN address in the hub starts with 100.71, but what-is-my-IP sites show something with 185. My last provider never had this.
`,
    acceptedKey: "port-forward-cgnat-1",
    acceptedAfterMinutes: 410,
    officialKey: "port-forward-cgnat-2",
    posts: [
      answer("port-forward-cgnat-1", "tom", { after: 29, helpful: 25 })`
100.64 to 100.127 is the range for carrier-grade NAT. You share one public address with some neighbours, so there is no port that's yours to forward. Hence the grey.

In the app: My broadband > Add-ons > **Fixed address**. It's free on the fibre plans. Takes effect after the next restart of the hub, then the forwarding page wakes up.
`,
      reply(["port-forward-cgnat-1a", "port-forward-cgnat-1"], "marek", { after: 402, helpful: 3 })`
Found it, restarted, works. Nice that it is free, not nice that it is hidden.
`,
      reply(["port-forward-cgnat-1b", "port-forward-cgnat-1a"], "dev", { after: 455, helpful: 8 })`
Before you open the NAS to the whole world: look at running WireGuard on it and forwarding only that one UDP port. Bots find an open NAS login page within the hour.
`,
      answer("port-forward-cgnat-2", "dan", { after: 1_180, helpful: 14, official: true })`
Tom's steps are right. A fixed IPv4 address is free on Full Fibre 300 and up, £4 a month on Part Fibre. It becomes active at the next restart and doesn't change your speed.

Two things to know: with a fixed address your hub can be found from outside, so keep its firewall on Normal, and if you move home you'll get a new one.

Marek's point about where it's hidden has gone to the app team.
`,
    ],
  },
  {
    key: "own-router-ont",
    kind: "question",
    space: "broadband",
    author: "dunc",
    title: "Can I put my own router straight behind the ONT on Full Fibre 900?",
    tags: ["own-router", "full-fibre"],
    minutesAgo: 15_800,
    helpful: 7,
    sameHere: 17,
    body: text`
No offence to the Hub 3 but I have a decent router already and I'd rather not double NAT. Is it PPPoE or DHCP, do I need a VLAN tag, and will the phone line work?
`,
    acceptedKey: "own-router-ont-2",
    acceptedAfterMinutes: 1_300,
    acceptedBy: "dan",
    posts: [
      answer("own-router-ont-1", "mossybeck", { after: 44, helpful: 1 })`
I think it's PPPoE with the username on your welcome letter? That's what I had on copper anyway.
`,
      answer("own-router-ont-2", "dan", { after: 1_120, helpful: 23 })`
You can. Settings for full fibre:

- DHCP on the WAN port, no username, **no VLAN tag**
- MTU 1500
- IPv6: DHCPv6 with prefix delegation, you'll be given a /56

The ONT remembers the first router it sees. Unplug the ONT for two minutes when you swap, or yours won't get an address.

The phone line is the catch. Digital voice runs inside our hub, so if you use the landline, keep the hub and set it to bridge-plus-voice (Network > Mode): your router gets the public address and the hub only does the phone.
`,
      reply(["own-router-ont-2b", "own-router-ont-1"], "tom", { after: 1_140, helpful: 2 })`
PPPoE is still true for Part Fibre, so not a bad guess, just the other network.
`,
      reply(["own-router-ont-2a", "own-router-ont-2"], "dunc", { after: 2_630, helpful: 3 })`
Bridge-plus-voice is exactly right for us, my mum rings the landline on principle. Up and running at 941/932.
`,
    ],
  },
  {
    key: "ipv6-prefix-changes",
    kind: "question",
    space: "broadband",
    author: "dunc",
    title: "IPv6 prefix changes on every reconnect even with a fixed IPv4 address",
    tags: ["own-router", "full-fibre"],
    minutesAgo: 5_900,
    helpful: 4,
    sameHere: 3,
    body: text`
I have the fixed address add-on and IPv4 behaves. The delegated IPv6 prefix doesn't: each time the router re-establishes, I get a different /56, and anything inside with a AAAA record goes dark until DNS catches up.

\`\`\`
Mon 03:12  PD 2001:db8:41a0:7c00::/56  valid 3600 pref 1800
Tue 03:09  PD 2001:db8:41a0:d100::/56  valid 3600 pref 1800
Wed 03:15  PD 2001:db8:41a1:0200::/56  valid 3600 pref 1800
\`\`\`

DUID is constant (checked in a capture: DUID-LLT, same bytes on all three solicits) and I release nothing on the way down. Two questions:

1. Is the prefix meant to be stable with the add-on?
2. If it isn't, could the preferred lifetime at least be longer than half an hour?

I've swapped in documentation addresses above, the pattern is real.
`,
    posts: [],
  },
  {
    key: "upload-tenth",
    kind: "question",
    space: "broadband",
    author: "farah",
    title: "Upload dropped from 880 to 9 overnight, download unchanged",
    tags: ["full-fibre"],
    minutesAgo: 1_380,
    sameHere: 6,
    body: text`
Full Fibre 900. Yesterday 880 up, today 9. Wired, tested at three times, restarted both boxes. I send video files for a living so this is a bit urgent, if anyone has seen it?
`,
    posts: [
      answer("upload-tenth-1", "tom", { after: 18, helpful: 2 })`
Download fine and upload gone is often light. The ONT has to shout back up the fibre, and a tight bend or a dirty connector costs you that direction first. Has anything been moved near the white box on the wall? Furniture, a hoover, a dog?
`,
      reply(["upload-tenth-1a", "upload-tenth-1"], "farah", { after: 41 })`
Nothing moved that I know of. The thin cable goes behind a bookcase that's been there since we moved in.
`,
      answer("upload-tenth-2", "ade", { after: 300, helpful: 1 })`
I had this, was a fault at the street cabinet end, Larkfield could see it from their side. Ring and ask them to read the "upstream optical level", those words got me past the script
`,
    ],
  },
];
