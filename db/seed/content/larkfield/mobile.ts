import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Mobile and eSIM. */
export const mobileThreads: SeedThread[] = [
  {
    key: "esim-activating",
    kind: "question",
    space: "mobile",
    author: "weilin",
    title: 'eSIM stuck on "Activating" after moving to a new phone',
    tags: ["esim", "app"],
    minutesAgo: 11_700,
    sameHere: 33,
    helpful: 9,
    body: text`
New phone, moved the eSIM across in the app this morning. The old phone lost service within a minute, the new one has said "Activating" for three hours. Restarted it, aeroplane mode on and off. If I scan the QR code again it tells me the code was already used.

I'm a nurse on call tonight so a bit nervous.
`,
    acceptedKey: "esim-activating-1",
    acceptedAfterMinutes: 47,
    officialKey: "esim-activating-3",
    posts: [
      answer("esim-activating-1", "jonas", { after: 11, helpful: 37 })`
The download was cut off half way, so the phone holds a broken profile and the network thinks the job is done. Quick to put right:

1. On the new phone delete the eSIM that says Activating (Settings > SIMs > the profile > Remove). You're not deleting your number, only the half copy.
2. **Get on Wi-Fi.** Mobile data can't fetch a SIM that gives it mobile data.
3. In the app: SIM > Replace eSIM > This phone. That makes a new code, the old one is dead for good.
4. Scan, leave the screen on, count to sixty.

Since you're on call: set your old phone to divert to the ward's number in the app first, takes ten seconds.
`,
      reply(["esim-activating-1a", "esim-activating-1"], "weilin", { after: 45, helpful: 6 })`
Bars!! The Wi-Fi was the bit I had wrong, I'd switched it off "to force it onto mobile". Thank you so much.
`,
      answer("esim-activating-3", "owen", { after: 1_400, helpful: 15, official: true })`
Jonas's steps are what we'd do. If Replace eSIM is greyed out, the first transfer is still open at our end; message us and we'll close it, which takes about five minutes between 7 am and 11 pm.

The next version of the app refuses to start a transfer without Wi-Fi, so this should get rarer.
`,
      answer("esim-activating-2", "kayleigh", { after: 9_900, helpful: 1 })`
this worked for me too just now but step 3 was called Move eSIM on mine
`,
    ],
  },
  {
    key: "voicemail-pin",
    kind: "question",
    space: "mobile",
    author: "nicola",
    title: "Voicemail PIN not accepted since the phone's big update",
    tags: ["voicemail"],
    minutesAgo: 14_600,
    sameHere: 24,
    helpful: 3,
    body: text`
Updated my phone on Sunday. Since then 222 asks for a PIN (it never used to) and says the PIN is wrong. I reset it in the app twice. The text comes through with the new one and that's wrong as well.
`,
    officialKey: "voicemail-pin-2",
    posts: [
      answer("voicemail-pin-1", "jonas", { after: 30, helpful: 8 })`
I can reproduce that on a test phone. The tones are cut short on calls over 4G since the update, so the voicemail server hears 1-3 where you pressed 1-1-3. Until it's sorted: switch 4G calling off for the call, or ring your own number from another phone, press * and type the PIN there.
`,
      reply(["voicemail-pin-1a", "voicemail-pin-1"], "nicola", { after: 66, helpful: 1 })`
From the other half's phone it works, thanks. I'll leave this open as it's hardly a fix!
`,
      answer("voicemail-pin-2", "owen", { after: 2_900, helpful: 17, official: true })`
We've confirmed this with the phone's maker.

- **Affects:** phones on the newest Android version, calls over 4G and Wi-Fi
- **For now:** Jonas's two ways round both work
- **Fix:** we're changing how our voicemail listens for tones, so you won't need to wait for a phone update. In test now. Next update here within two weeks.
`,
    ],
  },
  {
    key: "wifi-calling-missing",
    kind: "question",
    space: "mobile",
    author: "mossybeck",
    title: "No Wi-Fi calling switch on my phone",
    tags: ["signal"],
    minutesAgo: 66_200,
    sameHere: 7,
    helpful: 2,
    body: text`
Everyone tells me to use Wi-Fi calling because of my one bar. There isn't a switch for it. Phone was bought from a supermarket, SIM is yours, SIM only.
`,
    acceptedKey: "wifi-calling-missing-1",
    acceptedAfterMinutes: 1_720,
    posts: [
      answer("wifi-calling-missing-1", "jonas", { after: 20, helpful: 15 })`
Two things have to agree: the SIM must be allowed (text WIFI to 61000, free) and the phone must carry our settings. Phones sold by other networks often lack the second, yours may get them with a software update. Dial \`*#*#4636#*#*\` and under Phone information see whether "Wi-Fi Calling Provisioned" is grey.
`,
      reply(["wifi-calling-missing-1a", "wifi-calling-missing-1"], "mossybeck", {
        after: 1_715,
        helpful: 4,
      })`
Text did nothing for an hour, then the switch turned up after a restart. First phone call in my own kitchen in nine years. It was a man about solar panels.
`,
    ],
  },
  {
    key: "pac-after-switch",
    kind: "question",
    space: "mobile",
    author: "beth",
    title: "Already have a new Larkfield number, can I still bring my old one over?",
    tags: ["number-transfer"],
    minutesAgo: 30_500,
    sameHere: 5,
    body: text`
I got the SIM two weeks ago and started using it with the number it came with because I was impatient. The old SIM is still alive with the other network, paid up to the end of the month. Have I missed my chance?
`,
    acceptedKey: "pac-after-switch-1",
    acceptedAfterMinutes: 290,
    posts: [
      answer("pac-after-switch-1", "owen", { after: 64, helpful: 11 })`
Not missed. Text **PAC** to 65075 from the old SIM. You'll get a nine-character code that's good for 30 days. Put it in the app under SIM > Keep my number before 5 pm and it moves the next working day.

The number you're using now disappears when the old one arrives, so tell anybody who only has the new one. And don't cancel the old contract yourself, moving the number ends it.
`,
      reply(["pac-after-switch-1a", "pac-after-switch-1"], "beth", { after: 288, helpful: 1 })`
Code came in about four seconds. Done, thank you Owen.
`,
    ],
  },
  {
    key: "polish-esim",
    kind: "question",
    space: "mobile",
    author: "agnieszka",
    title: "Czy mogę mieć dwie karty eSIM, polską i Larkfield, w jednym telefonie?",
    tags: ["esim"],
    minutesAgo: 41_000,
    sameHere: 4,
    helpful: 3,
    body: text`
Dzień dobry, mam polski numer na eSIM (mama i bank) i chcę dodać drugi, z Larkfield. Telefon pokazuje, że można dodać kolejną kartę, ale sprzedawca w sklepie mówił, że działa tylko jedna naraz. Jak to jest? I czy za SMS-y z banku zapłacę?
`,
    acceptedKey: "polish-esim-1",
    acceptedAfterMinutes: 150,
    posts: [
      answer("polish-esim-1", "marta", { after: 38, helpful: 9 })`
Dzień dobry! Większość nowych telefonów trzyma w pamięci kilka profili eSIM, a dwa mogą być włączone jednocześnie. Ten ze sklepu pewnie myślał o starszych modelach, które pozwalały na jeden eSIM i jedną zwykłą kartę. Sprawdzisz to w Ustawieniach: jeśli przy obu profilach da się przestawić suwak, to działają oba.

Ustaw dane komórkowe na Larkfield, a przy polskim profilu wyłącz roaming danych. Odbieranie SMS-ów w roamingu jest bezpłatne, więc kody z banku dojdą bez opłat.

*In English: she asked about running a Polish eSIM and ours side by side. Two can be on at once on most recent phones; keep data on Larkfield and data roaming off on the other.*
`,
      reply(["polish-esim-1a", "polish-esim-1"], "agnieszka", { after: 146, helpful: 2 })`
Oba suwaki działają. Dziękuję pięknie, i to po polsku!
`,
    ],
  },
  {
    key: "valley-signal",
    kind: "question",
    space: "mobile",
    author: "dunc",
    title: "Signal gone in the whole glen since the weekend, status page says all good",
    tags: ["signal", "outage"],
    minutesAgo: 3_050,
    sameHere: 5,
    helpful: 4,
    body: text`
From the bridge up to the forestry car park there's nothing, not even emergency calls only. Four of us on Larkfield, all the same. The checker shows a lovely green blob over the lot of us. Mast work? Who tells the status page?
`,
    posts: [
      answer("valley-signal-1", "moira", { after: 120, helpful: 3 })`
Was there lightning? When ours goes it's usually the mast's power or its link. The status page only goes amber once it's been off for a good few hours and somebody has reported it, so do report it even if you think everyone else has.
`,
      answer("valley-signal-2", "jonas", { after: 185, helpful: 5 })`
In the app: Help > Report signal > drop a pin. Four pins from four accounts within a kilometre raises it automatically, one pin doesn't. Get your neighbours to do theirs on Wi-Fi.
`,
      reply(["valley-signal-2a", "valley-signal-2"], "dunc", { after: 400, helpful: 2 })`
Four pins in. One of them from a man of 86 who now thinks he works for you.
`,
    ],
  },
  {
    key: "watch-esim",
    kind: "question",
    space: "mobile",
    author: "ade",
    title: "Does the £5 watch plan work if my phone SIM is on a business account?",
    tags: ["esim"],
    minutesAgo: 38,
    body: text`
App says "your plan can't add a watch" with no reason. Phone is on my company's account, the watch would be paid by me. Anyone managed that?
`,
    posts: [],
  },
  {
    key: "unlock-spam",
    kind: "discussion",
    space: "mobile",
    author: "chris",
    title: "Any phone unlocked in 5 minutes, cheapest in UK, message me",
    tags: [],
    minutesAgo: 6_200,
    state: "hidden",
    body: text`
All models all networks. Blocked phones also no problem. First ten customers half price. Message for details, don't post here.
`,
    posts: [],
  },
  {
    key: "five-g-battery",
    kind: "discussion",
    space: "mobile",
    author: "rob",
    title: "Turned 5G off for a week, here's what the battery did",
    tags: ["signal"],
    minutesAgo: 25_900,
    helpful: 12,
    body: text`
Same phone, same routes (A1 and M62 mostly), streaming radio about seven hours a day. Percent left when I parked up:

| Left, % | Mon | Tue | Wed | Thu | Fri |
|---|---:|---:|---:|---:|---:|
| 5G auto | 31 | 28 | 35 | 30 | 26 |
| 4G only | 52 | 49 | 55 | 47 | 51 |

So roughly 20% a day for something I can't see any benefit from in a lorry. At home with a solid signal it made no odds. Reckon it's the hopping back and forth between the two.
`,
    posts: [
      answer("five-g-battery-1", "jonas", { after: 50, helpful: 10 })`
Your reckoning is right. Where 5G is patchy the phone holds a 4G connection as an anchor and keeps measuring for the 5G one, so two radios are awake. Standing still with good 5G it can even use less, because the transfer is over sooner.
`,
      answer("five-g-battery-2", "kevm", { after: 900, helpful: 2 })`
tried it, same, cheers rob
`,
      answer("five-g-battery-3", "ellen", { after: 2_220, helpful: 3 })`
Thank you for the numbers. I'd love to see the same from a train, I'd guess it's worse.
`,
    ],
  },
];
