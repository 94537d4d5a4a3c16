import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Moving home. */
export const movingThreads: SeedThread[] = [
  {
    key: "keep-landline",
    kind: "question",
    space: "moving",
    author: "linda",
    title: "Moving on the 28th: can I keep my landline number with full fibre?",
    tags: ["landline", "full-fibre"],
    minutesAgo: 25,
    sameHere: 3,
    helpful: 1,
    body: text`
New place is about four miles away, different area code I think. It's my mum's old number and a lot of elderly relatives only know that one. The order page asks "new number or keep", but when I choose keep it says "we'll check" and nothing more. I've to confirm the order by Friday.
`,
    posts: [],
  },
  {
    key: "landlord-permission",
    kind: "question",
    space: "moving",
    author: "beth",
    title: 'Rented flat, order cancelled because "no permission", landlord says yes',
    tags: ["flat", "full-fibre"],
    minutesAgo: 38_500,
    sameHere: 9,
    helpful: 5,
    body: text`
Top floor of a converted mill, 40 flats. My landlord has emailed that he doesn't mind at all. The order was still cancelled for lack of permission. Who else is there to ask?
`,
    acceptedKey: "landlord-permission-1",
    acceptedAfterMinutes: 2_010,
    posts: [
      answer("landlord-permission-1", "tom", { after: 57, helpful: 18 })`
Your landlord owns the flat. The cable has to come up through stairs and risers which belong to the freeholder, and they sign something called a wayleave. One signature covers the entire building, which is why they dither over it.

Ask your landlord who the managing agent is, then fill in Orders > My building on the site with that name. Larkfield's wayleave team chase it from there. Meanwhile ask for a 4G hub on a monthly plan. They'll swap it for fibre without a fee once the building's done.
`,
      reply(["landlord-permission-1a", "landlord-permission-1"], "beth", {
        after: 1_990,
        helpful: 2,
      })`
Agent found, form sent, 4G hub ordered. Turns out six other flats had asked as well, each on their own, and nobody had told the agent.
`,
      answer("landlord-permission-2", "weilin", { after: 5_000, helpful: 6 })`
We got ours through by having the residents' meeting ask. Took five months but agents answer a meeting faster than they answer a tenant.
`,
    ],
  },
  {
    key: "symud-ty",
    kind: "question",
    space: "moving",
    author: "elin",
    title: "Symud tŷ i Gaernarfon: oes rhaid imi aros am beiriannydd?",
    tags: ["engineer", "full-fibre"],
    minutesAgo: 17_200,
    sameHere: 2,
    helpful: 4,
    body: text`
Dan ni'n symud fis nesa i dŷ lle roedd y bobl o'n blaenau ni hefo Larkfield. Mae'r blwch gwyn ar y wal yn barod. Oes rhaid i beiriannydd ddod, ynteu fydd o'n gweithio pan dw i'n plygio'r hyb i mewn?
`,
    acceptedKey: "symud-ty-1",
    acceptedAfterMinutes: 1_190,
    posts: [
      answer("symud-ty-1", "glynp", { after: 115, helpful: 7 })`
Dim angen peiriannydd os ydy'r blwch gwyn (yr ONT) yno'n barod. Pan wyt ti'n archebu, rho'r rhif sydd ar waelod y blwch, mae'n dechrau hefo LF. Wedyn maen nhw'n troi'r lein ymlaen o bell ar y diwrnod. Dyna ddigwyddodd i mi pan symudais i o Fethel.

Gofala fod y bobl o'ch blaenau wedi canslo, neu mi fydd yr archeb yn sownd.
`,
      reply(["symud-ty-1a", "symud-ty-1"], "elin", { after: 1_180, helpful: 1 })`
Diolch Glyn! Dw i wedi cael y rhif gan y gwerthwr. Popeth wedi'i drefnu at y 14eg.
`,
      answer("symud-ty-2", "ruth", { after: 1_300, helpful: 3 })`
Diolch, Glyn. For readers without Welsh: if the white box is already on the wall you don't need an engineer. Give us the LF number from underneath it when you order, and make sure whoever lived there before has cancelled.
`,
    ],
  },
  {
    key: "two-contracts",
    kind: "question",
    space: "moving",
    author: "marek",
    title: "Moving in with my girlfriend, we both have Larkfield, who has to pay to leave?",
    tags: ["contract"],
    minutesAgo: 47_700,
    sameHere: 6,
    body: text`
Mine has 9 months left, hers has 16. We need one line, not two. Chat said £189 to end mine.
`,
    acceptedKey: "two-contracts-1",
    acceptedAfterMinutes: 240,
    posts: [
      answer("two-contracts-1", "seun", { after: 42, helpful: 16 })`
Nobody. There's a clause for this, called "joining households" in section 11 of the broadband terms. If you move to an address that already has a Larkfield line, the shorter contract ends free of charge as long as the other one has at least 6 months to run. You need to be able to show the new address, a driving licence or council tax letter will do.

Chat agents often don't know it. Quote the section.
`,
      reply(["two-contracts-1a", "two-contracts-1"], "marek", { after: 236, helpful: 3 })`
Section 11, they found it, zero to pay. I owe you £189 worth of beer.
`,
    ],
  },
  {
    key: "take-hub",
    kind: "question",
    space: "moving",
    author: "yusuf",
    title: "Do I take the hub with me or leave it?",
    tags: ["hub-3"],
    minutesAgo: 54_300,
    sameHere: 8,
    body: text`
Moving Saturday, same package at the new place.
`,
    acceptedKey: "take-hub-1",
    acceptedAfterMinutes: 55,
    posts: [
      answer("take-hub-1", "aisha", { after: 13, helpful: 8 })`
Take the hub, discs, TV box and all the power supplies. Leave the white box that's screwed to the wall (the ONT) and the thin cable going into it. That belongs to the house.
`,
    ],
  },
  {
    key: "old-tenant-line",
    kind: "question",
    space: "moving",
    author: "kayleigh",
    title: "previous tenant still has broadband here so i cant order",
    tags: ["flat"],
    minutesAgo: 1_150,
    sameHere: 2,
    body: text`
moved in yesterday, site says address has an active service until the 30th. i dont know who lived here. i start a wfh job on monday help 😭
`,
    posts: [
      answer("old-tenant-line-1", "tom", { after: 20, helpful: 3 })`
You can still order. On the page where it says there's an active service, pick "I've moved in and the last people have left". It's called a working line takeover. The other account gets a letter and ten working days to object, so it won't be done by Monday, but it starts the clock.
`,
      answer("old-tenant-line-2", "jonas", { after: 44, helpful: 4 })`
For Monday: if your phone's on an unlimited Larkfield plan you can tether with no cap in the UK. Check you get more than 10 Mbps where your desk is. Video calls need about 4.
`,
      reply(["old-tenant-line-2a", "old-tenant-line-2"], "kayleigh", { after: 61 })`
33 by the window so thats where the desk is now lol. done the takeover thing too
`,
    ],
  },
  {
    key: "telecare-pendant",
    kind: "question",
    space: "moving",
    author: "glynp",
    title: "Dad's falls alarm on digital voice: what happens in a power cut?",
    tags: ["landline", "accessibility"],
    minutesAgo: 80_600,
    sameHere: 18,
    helpful: 12,
    body: text`
He's moving to a bungalow with fibre and no copper line. His pendant alarm rings a call centre over the phone socket. If the electricity goes, the hub goes, and I assume the pendant with it. He's 88 and lives alone. Please don't tell me he can use a mobile.
`,
    acceptedKey: "telecare-pendant-3",
    acceptedAfterMinutes: 1_650,
    officialKey: "telecare-pendant-3",
    posts: [
      answer("telecare-pendant-1", "tom", { after: 24, helpful: 14 })`
Your assumption is right, and it's the one thing I'd make people check before any switch. The old line carried its own power from the exchange, fibre can't.

Before moving day ring the alarm company and ask two things: is this unit approved for digital lines, and is there a version with its own SIM and battery? Many councils swap it for nothing.
`,
      answer("telecare-pendant-2", "joan", { after: 210, helpful: 9 })`
I have the kind with a SIM. They tested it with me over the telephone with the mains pulled out of the wall, and I make them do it every January.
`,
      answer("telecare-pendant-3", "dan", { after: 1_340, helpful: 21, official: true })`
Tell us there's a falls alarm **before** the move and three things happen:

1. We don't switch the old line off until somebody has seen the alarm work on the new one. An engineer stays for the test call.
2. You get a battery unit for the hub and the ONT, free for anyone with a telecare alarm or no mobile signal indoors. It holds the phone line for at least four hours.
3. His account is marked, so a fault on the line goes to the front.

Ring 150 and say "telecare", or message me. The battery covers the line, but ask the alarm company about the base unit's own battery too.
`,
      reply(["telecare-pendant-3a", "telecare-pendant-3"], "glynp", { after: 1_640, helpful: 6 })`
Rang, said the word, and it went exactly like that. They've booked him for the whole morning, so nobody's in a hurry. Diolch yn fawr iawn.
`,
    ],
  },
];
