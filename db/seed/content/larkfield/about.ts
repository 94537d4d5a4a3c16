import type { SeedSpace, SeedTag } from "../types.ts";
import { text } from "../write-post.ts";

/** Larkfield's spaces, in the order the home page shows them. */
export const larkfieldSpaces: SeedSpace[] = [
  {
    slug: "wifi",
    name: "Wi-Fi and router",
    description: "Hubs, mesh discs, passwords, dead spots and things that won't stay connected.",
    icon: "router",
    fields: [
      { kind: "choice", label: "Hub", options: ["Hub 2", "Hub 3", "My own router"] },
      {
        kind: "text",
        label: "Firmware",
        help: "In the hub's settings under About, such as 4.19.2.",
      },
      { kind: "choices", label: "Affected", options: ["Phone", "Laptop", "TV", "Everything"] },
      { kind: "boolean", label: "Mesh discs in use" },
    ],
  },
  {
    slug: "broadband",
    name: "Broadband speed",
    description: "Slow lines, faults, ping, your own router, fixed addresses.",
    icon: "speed",
  },
  {
    slug: "mobile",
    name: "Mobile and eSIM",
    description: "SIMs, signal, Wi-Fi calling, voicemail, keeping your number.",
    icon: "sim",
    fields: [
      { kind: "text", label: "Phone", help: "Make and model, such as Pixel 9." },
      { kind: "choice", label: "Plan", options: ["Pay as you go", "SIM only", "With a phone"] },
    ],
  },
  {
    slug: "roaming",
    name: "Roaming",
    description: "Using your phone abroad, and what it costs.",
    icon: "globe",
  },
  {
    slug: "billing",
    name: "Billing and payments",
    description: "What a line on your bill means, Direct Debits, contracts, refunds.",
    icon: "bill",
  },
  {
    slug: "moving",
    name: "Moving home",
    description: "Taking your broadband, your hub and your number with you.",
    icon: "home",
  },
  {
    slug: "tv",
    name: "TV and streaming",
    description: "The TV Box, remotes, recordings, sound and picture.",
    icon: "tv",
  },
  {
    slug: "orders",
    name: "Orders and installation",
    description: "Waiting for an engineer, a hub or a parcel. Getting fibre into the house.",
    icon: "truck",
  },
  {
    slug: "ideas",
    name: "Ideas",
    description: "What Larkfield should build or change. Say you want it, and why.",
    icon: "idea",
  },
  {
    slug: "announcements",
    name: "Announcements",
    description: "News and planned work, from Larkfield staff.",
    icon: "announce",
    postRole: "moderator",
  },
  {
    slug: "lounge",
    name: "Super user lounge",
    description: "For super users and staff. Early firmware, odd cases, shop talk.",
    icon: "message",
    readRole: "super_user",
    postRole: "super_user",
  },
];

/** Larkfield's tags. */
export const larkfieldTags: SeedTag[] = [
  { slug: "hub-3", name: "Hub 3" },
  { slug: "hub-2", name: "Hub 2" },
  { slug: "mesh", name: "Mesh" },
  { slug: "firmware", name: "Firmware" },
  { slug: "smart-home", name: "Smart home" },
  { slug: "full-fibre", name: "Full fibre" },
  { slug: "own-router", name: "Own router" },
  { slug: "latency", name: "Latency" },
  { slug: "outage", name: "Outage" },
  { slug: "esim", name: "eSIM" },
  { slug: "voicemail", name: "Voicemail" },
  { slug: "signal", name: "Signal" },
  { slug: "number-transfer", name: "Number transfer" },
  { slug: "europe", name: "Europe" },
  { slug: "data-cap", name: "Data cap" },
  { slug: "direct-debit", name: "Direct Debit" },
  { slug: "contract", name: "Contract" },
  { slug: "refund", name: "Refund" },
  { slug: "app", name: "Larkfield app" },
  { slug: "landline", name: "Landline" },
  { slug: "flat", name: "Flats and rentals" },
  { slug: "tv-box", name: "TV Box" },
  { slug: "sound", name: "Sound" },
  { slug: "engineer", name: "Engineer visit" },
  { slug: "delivery", name: "Delivery" },
  { slug: "accessibility", name: "Accessibility" },
];

/** Larkfield's house rules, as Markdown. */
export const larkfieldGuidelines = text`
Most of the people answering here are customers giving up an evening. These rules keep it worth their while.

## Asking

- One problem a thread, with a title that says what happens and when. "Wi-Fi drops at 8 pm" finds help faster than "Help".
- Say what you have (package, hub, phone) and what you tried. A ping log or a photo of the lights is worth a page of description.
- When something worked, mark it. The next person with the same fault is searching right now.

## Answering

- If you're guessing, say so. A guess with a label on it is useful.
- Warn before any step that wipes settings, costs money or takes the phone line down.
- Links to shops are fine if they answer the question and you earn nothing from them.

## Keeping safe

Anyone can read this. Leave out account numbers, phone numbers, addresses and the password on the hub's card. If one slips through, report it and we will hide the post until it's gone. Staff never ask for your password, in public or in a message.

## Getting along

Be as cross with Larkfield as you like. Don't be cross with each other. We hide posts that insult people, sell things, or hand out ways round a lock; we say why, and you can ask us to look again.
`;

/** Larkfield's terms for the community, as Markdown. */
export const larkfieldTerms = text`
These terms cover the community only. Your broadband, mobile and TV are covered by the agreement you have with Larkfield.

## What you write stays yours

You keep the rights to your posts. You let Larkfield show them here, in search results and in help pages and apps that carry the community, for as long as they are published. You can edit or delete your posts at any time; a deleted post leaves a gap with your name removed.

## What you can rely on

Answers marked **Official answer** were checked by Larkfield staff on the date shown. Everything else is one customer's advice to another. We don't promise that it is right for your house.

## Moderation

Staff can hold, hide or remove posts and lock threads that break the house rules. You will see the reason and can ask for a second look by somebody who wasn't involved.

## Age

You need to be 16 or over to have an account.

## Leaving

Closing your account removes your profile and email address within 30 days. Posts that others replied to stay, without your name.
`;
