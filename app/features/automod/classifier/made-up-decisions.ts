import type { Example } from "./model.ts";
import { seededRandom } from "./seeded-random.ts";

const HAM = [
  ["How do I", "Can I", "Why can’t I", "Is it possible to", "Wie kann ich", "Please help me to"],
  ["connect", "restart", "reset", "update", "move", "register", "cancel"],
  ["my router", "the television box", "my contract", "the bill", "a second SIM", "my mailbox"],
  [
    "after the update?",
    "at home?",
    "before Friday.",
    "without a code?",
    "since yesterday?",
    "again?",
  ],
];
const SPAM = [
  ["Win", "Buy", "Get", "Claim", "Order", "Hurry, take"],
  ["cheap", "free", "guaranteed", "exclusive", "instant", "amazing"],
  ["gold coins", "slimming tea", "lottery tickets", "magic rings", "casino chips", "loans"],
  ["at http://shop.example!!!", "now, call 0900 555 01 99", "today only!", "and earn $500 a day"],
];

function made(parts: readonly string[][], random: () => number): string {
  return parts.map((some) => some[Math.floor(random() * some.length)]).join(" ");
}

/** Decisions for tests, half of them spam; the same for the same seed. */
export function madeUpDecisions(count: number, seed = 7): Example[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const spam = index % 2 === 0;
    return { text: `${made(spam ? SPAM : HAM, random)} ${index % 17}`, spam };
  });
}
