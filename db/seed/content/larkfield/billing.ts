import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Billing and payments. */
export const billingThreads: SeedThread[] = [
  {
    key: "charged-twice",
    kind: "question",
    space: "billing",
    author: "ines",
    title: "Charged twice this month after changing my payment date",
    tags: ["direct-debit", "refund"],
    minutesAgo: 13_200,
    sameHere: 14,
    helpful: 3,
    body: text`
I moved my Direct Debit from the 3rd to the 22nd in the app, to be after payday. You then took £41 on the 3rd and £41 again on the 22nd. The app shows only one payment. The bank shows two. I'm now overdrawn because of a change I made so I wouldn't be overdrawn.
`,
    acceptedKey: "charged-twice-2",
    acceptedAfterMinutes: 1_475,
    officialKey: "charged-twice-2",
    posts: [
      answer("charged-twice-1", "seun", { after: 26, helpful: 12 })`
Horrible timing, and fixable today. The collection on the 3rd had already gone to the bank when you changed the date (they're sent about ten working days ahead), and the new date then made a second one.

You don't need Larkfield for the money: ring your bank, say "Direct Debit Guarantee, taken in error", and they have to put the **second** £41 back straight away. Only the second, otherwise the month counts as unpaid. Ask them to reverse the overdraft fee while you're on.
`,
      reply(["charged-twice-1a", "charged-twice-1"], "ines", { after: 190, helpful: 4 })`
Bank put it back within the hour and took the fee off as well. I'd never heard of that guarantee. Thank you Seun. Leaving this open to hear why it happened.
`,
      answer("charged-twice-2", "nisha", { after: 1_440, helpful: 15, official: true })`
Why it happened: a payment already on its way can't be recalled, and the app should have told you that the new date starts next month. It didn't, for changes made in the last three days before a collection.

- **Affects:** date changes made within three days of a collection
- **Fix:** since yesterday the app starts the new date a month later in that case, and says so before you confirm
- **If it happened to you:** the extra payment goes back automatically within five working days, or use the guarantee as Seun describes. Doing both will show as an unpaid bill, so choose one
`,
      reply(["charged-twice-2a", "charged-twice-2"], "ines", { after: 1_470, helpful: 2 })`
Clear. Marking this one so people see both halves.
`,
    ],
  },
  {
    key: "first-bill",
    kind: "question",
    space: "billing",
    author: "tariq",
    title: "First bill is £58.73, I signed up for £35",
    tags: ["contract"],
    minutesAgo: 4_150,
    sameHere: 22,
    helpful: 4,
    body: text`
Did I miss something? There's no setup fee in my contract. Line went live on the 9th.
`,
    acceptedKey: "first-bill-1",
    acceptedAfterMinutes: 74,
    posts: [
      answer("first-bill-1", "seun", { after: 31, helpful: 28 })`
You're paying for the days you've had and the month ahead, together. If your bill date is the 29th it goes like this:

| For | Amount |
|---|---:|
| 9th to 28th, 20 days of 30 at £35 | £23.33 |
| Next month in advance | £35.00 |
| Something for 40p | £0.40 |
| **Total** | **£58.73** |

From the second bill on it should be £35 flat. The 40p I'd look for under Calls: it's often one call to an 0845 number, or voicemail from the landline.
`,
      reply(["first-bill-1a", "first-bill-1"], "tariq", { after: 71, helpful: 6 })`
To the penny. 40p was me ringing the old provider to cancel. Figures.
`,
    ],
  },
  {
    key: "price-rise",
    kind: "discussion",
    space: "billing",
    author: "craigb",
    title: "The yearly price rise: post what you're paying and what you got it down to",
    tags: ["contract"],
    minutesAgo: 60_400,
    helpful: 26,
    body: text`
£3 a month on broadband, £1.80 on each SIM. It's in the contract in pounds and pence so no leaving for free, I've read it. But people are ringing and getting it knocked off. Post what you pay now, what you asked for, what you got.

I'll start. Full Fibre 300 and two SIMs, was £61, would have been £67.60, rang on Friday, now £59 for 18 months.
`,
    locked: {
      reason:
        "Members were posting agents' names and what they said on calls. The rest is useful, so it stays. Start a new thread for your own bill.",
    },
    posts: [
      answer("price-rise-1", "grace", { after: 90, helpful: 11 })`
£38 to £34.50, out of contract, took 22 minutes. I only asked "what would a new customer pay?"
`,
      answer("price-rise-2", "sunita", { after: 200, helpful: 2 })`
Eight months of contract left and got nothing. Nice chap though.
`,
      answer("price-rise-3", "seun", { after: 415, helpful: 20 })`
To set expectations: in contract they've no reason to move, out of contract nearly everyone gets the new-customer price if they ask. Check your end date first in app > Plan > Documents. And if your income is means-tested benefits, the social tariff (£15, no contract, no rise) beats anything you'll haggle.
`,
      answer("price-rise-4", "jamal", { after: 1_300, state: "hidden" })`
ask for the one called Leanne in the sheffield call centre on the late shift, she gives everyone 30% off if you say you are leaving, she told me her manager doesnt check
`,
      reply(["price-rise-4a", "price-rise-4"], "seun", { after: 1_322, helpful: 6 })`
Don't name her, mate, you'll get somebody sacked for being kind.
`,
      answer("price-rise-5", "patrick", { after: 1_900, helpful: 4 })`
Didn't ring, just pressed "leave" in the app and went as far as the last screen. Offer came up there: £6 off for a year.
`,
      answer("price-rise-6", "ruth", { after: 2_015, helpful: 3 })`
Locking this now, reason above. No one is in trouble for haggling. A named colleague getting forty calls asking for her by name is another matter.
`,
    ],
  },
  {
    key: "bereavement",
    kind: "question",
    space: "billing",
    author: "linda",
    title: "My aunt died and her broadband is still being charged",
    tags: ["contract", "refund"],
    minutesAgo: 73_800,
    helpful: 2,
    body: text`
She passed a few months ago and I'm sorting her things. The phone line asks me to speak to the account holder. I don't have her password. The bank has closed her account so now letters come about an unpaid bill. What do I need to send, and to whom?
`,
    acceptedKey: "bereavement-1",
    acceptedAfterMinutes: 4_300,
    posts: [
      answer("bereavement-1", "nisha", { after: 35, helpful: 24 })`
I'm sorry about your aunt, Linda.

You need one thing: a copy or photo of the death certificate, or the reference from the government's Tell Us Once service if you used it. Send it through the form at Help > Someone has died. It opens without signing in, and one team of four people reads it.

The account is closed from the date she died, not from today. There's no fee for the rest of the contract, the letters stop, and anything paid after that date goes back to the estate. If you'd like to keep her number or a voicemail recording, say so on the form before it closes.

I've asked them to look out for your name. You won't have to explain it again.
`,
      reply(["bereavement-1a", "bereavement-1"], "linda", { after: 4_290, helpful: 5 })`
It was done in two days, and they saved the voicemail greeting for me. I hadn't thought of that until you wrote it. Thank you.
`,
    ],
  },
  {
    key: "paper-bill",
    kind: "question",
    space: "billing",
    author: "bernard52",
    title: "Paper bill in large print?",
    tags: ["accessibility"],
    minutesAgo: 2_700,
    sameHere: 2,
    body: text`
I am told the paper bill costs £2. My wife has macular degeneration and cannot read the ordinary one. Is the large print one also £2.
`,
    posts: [],
  },
  {
    key: "bill-link",
    kind: "question",
    space: "billing",
    author: "fiona",
    title: "Link in the bill email goes to a blank page",
    tags: ["app"],
    minutesAgo: 22_000,
    sameHere: 7,
    body: text`
This month's email, button says See your bill. It opens this and the page is white:

https://my.larkfield.example/billing/statements/view?account=redacted&statement=2f6d1c0e-77b4-4b0e-9a51-0b8c4de0a9f3&format=pdf&lang=en-GB&utm_source=email&utm_medium=statement&utm_campaign=monthly&return_to=%2Fbilling%2Fstatements%3Fyear%3Dcurrent%26sort%3Dnewest

Opening the app and going to Bills works. It's only the link. Firefox on Windows.
`,
    acceptedKey: "bill-link-2",
    acceptedAfterMinutes: 2_820,
    posts: [
      answer("bill-link-1", "chris", { after: 48, helpful: 2 })`
Blank for me too in Firefox, fine in Chrome.
`,
      answer("bill-link-2", "dev", { after: 95, helpful: 10 })`
It opens the PDF in a frame and Firefox's strict tracking protection blocks the frame, because the email link starts from another domain. Click the shield by the address and turn it off for that site, or delete everything after \`format=pdf\` and press Enter.
`,
      reply(["bill-link-2a", "bill-link-2"], "fiona", { after: 2_815, helpful: 1 })`
Chopping off the tail did it.
`,
    ],
  },
  {
    key: "dd-failed",
    kind: "question",
    space: "billing",
    author: "sunita",
    title: "Direct Debit shown as failed but the money left my account",
    tags: ["direct-debit", "app"],
    minutesAgo: 35_100,
    sameHere: 29,
    helpful: 5,
    body: text`
Red banner in the app since this morning: "Your payment failed, pay now to avoid restrictions." My bank says it went out at 2 am as usual. I am not paying twice to make a banner go away.
`,
    officialKey: "dd-failed-2",
    locked: { reason: "Fixed. If yours still shows as failed, start a new question." },
    posts: [
      answer("dd-failed-1", "seun", { after: 12, helpful: 11 })`
Don't pay again. Same banner here, and the same at my sister's with a different bank, so it's their end. Keep a screenshot of the bank line.
`,
      answer("dd-failed-2", "nisha", { after: 55, helpful: 25, official: true })`
Nothing failed. The file from the banks arrived twice and the second copy was read as rejections.

- **Affects:** everyone whose payment was due on the 3rd
- **You don't need to do anything.** No service will be restricted and no fees added. If you did pay by card this morning, it goes back to the card by itself
- **Fixed:** banners are clearing now and will all be gone by tonight
`,
      answer("dd-failed-3", "moira", { after: 610, helpful: 3 })`
Gone from mine at teatime.
`,
      answer("dd-failed-4", "kevm", { after: 700, state: "deleted" })`
paid it already like a mug
`,
      reply(["dd-failed-4a", "dd-failed-4"], "nisha", { after: 742, helpful: 2 })`
Not a mug, the banner told you to. It's on its way back, three days at most.
`,
    ],
  },
];
