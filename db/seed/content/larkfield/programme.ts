import type { SeedProgramme } from "../types.ts";
import { text } from "../write-post.ts";

/** Larkfield's super-user programme, and what its super users propose. */
export const larkfieldProgramme: SeedProgramme = {
  space: "lounge",
  wording: text`
Thank you for what you already do here. As a super user you answer because you want to, when you want to. Nobody counts your hours.

What we ask: be patient with beginners, say so when you guess, keep what you read in the lounge to yourself until it is announced, and tell us when you get something from anybody for what you write.

What you get: the lounge, where the network and product teams answer; early firmware, if you like trying it; a say in the house rules; a thank-you now and then. It isn't a job, and there is no pay.

A term is twelve months. After it we look at it together, and you go on or take a break. You can leave at any time, without a reason.
`,
  terms: [
    { handle: "tom", startedDaysAgo: 354, listed: true, by: "dan" },
    { handle: "marta", startedDaysAgo: 210, listed: true, by: "dan", mentor: "tom" },
    { handle: "jonas", startedDaysAgo: 160, listed: true, by: "dan" },
    { handle: "helen", startedDaysAgo: 75, listed: true, by: "dan", mentor: "marta" },
    { handle: "seun", startedDaysAgo: 30, listed: false, by: "dan", mentor: "tom" },
  ],
  nominated: [
    {
      handle: "dev",
      by: "marta",
      reason: "Took somebody through a hub swap step by step, twice, and stayed until it worked.",
    },
  ],
  perks: [
    {
      name: "A year of TV Plus",
      description: "With the code, in the app under Extras.",
      codes: ["LARK-THANK-7Q2M", "LARK-THANK-9XW4", "LARK-THANK-3HD8"],
      givenTo: ["tom"],
    },
  ],
  proposal: {
    author: "marta",
    summary: "Ask for the firmware version when it is about a hub",
    from: "Say what you have (package, hub, phone) and what you tried.",
    to: "Say what you have (package, phone, hub and its firmware version) and what you tried.",
    daysAgo: 4,
    yes: ["tom", "jonas"],
    no: ["seun"],
    comments: [
      {
        author: "seun",
        text: "Half the people asking don't know what firmware is. Could the form ask for it instead?",
      },
      {
        author: "marta",
        text: "Fair. Maybe “if you know it”, with a link to where it says so on the hub's page.",
      },
    ],
  },
};
