import type { SeedProgramme } from "../types.ts";
import { text } from "../write-post.ts";

/** Sahl's super-user programme, and what its super users propose. */
export const sahlProgramme: SeedProgramme = {
  space: null,
  wording: text`
شكرًا على ما تقدمه لغيرك هنا. العضو المميز يجيب متى أراد وكما أراد، ولا يحاسبه أحد على وقته.

نرجو منك الصبر على من يبدأ، وأن تقول إنك تخمّن حين تخمّن، وألا تطلب من أحد بياناته الخاصة.

تستمر المدة اثني عشر شهرًا، ثم نراجعها معًا. ويمكنك المغادرة متى شئت دون سبب.
`,
  terms: [
    { handle: "huda", startedDaysAgo: 190, listed: true, by: "salem" },
    { handle: "marta", startedDaysAgo: 60, listed: true, by: "salem", mentor: "huda" },
  ],
  nominated: [],
  perks: [],
  proposal: {
    author: "huda",
    summary: "أن نطلب إصدار نظام الهاتف أيضًا",
    from: "- اذكر نوع هاتفك وإصدار التطبيق",
    to: "- اذكر نوع هاتفك وإصدار نظامه وإصدار التطبيق",
    daysAgo: 3,
    yes: ["marta"],
    no: [],
    comments: [],
  },
};
