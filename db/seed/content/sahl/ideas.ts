import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Ideas, in every status. */
export const sahlIdeaThreads: SeedThread[] = [
  {
    key: "child-pocket",
    kind: "idea",
    space: "ideas",
    author: "huda",
    title: "مصروف أسبوعي للأبناء ينزل وحده كل أحد",
    tags: ["family", "autopay"],
    minutesAgo: 47_300,
    sameHere: 12,
    helpful: 3,
    ideaStatus: "planned",
    ideaNote: "اعتمدناها، وتصدر مع بطاقة الأبناء في الربع القادم.",
    body: text`
أعطي أبنائي مصروفهم كل أحد وأنسى كل أحد. أريد مبلغًا ثابتًا ينزل إلى محفظة الابن، ويتوقف في الإجازة إن شئت، ويصل إلى هاتفه إشعار لطيف حتى يكف عن سؤالي.
`,
    posts: [
      answer("child-pocket-1", "abuziad", { after: 350, helpful: 4 })`
وأضيف: أن يرى الابن هدفًا يدّخر له. ابني يريد دراجة ولا يعرف كم بقي.
`,
      answer("child-pocket-2", "dan", { after: 8_800, helpful: 6 })`
وصلت الفكرتان معًا إلى الفريق. سؤال لكم: من أي عمر تبدؤون؟
`,
      reply(["child-pocket-2a", "child-pocket-2"], "huda", { after: 8_850, helpful: 3 })`
من سن الثامنة عندنا، متى صار يحسب الباقي صحيحًا.
`,
    ],
  },
  {
    key: "hide-balance",
    kind: "idea",
    space: "ideas",
    author: "khaled",
    title: "إخفاء الرصيد من الشاشة الأولى",
    tags: ["app", "security"],
    minutesAgo: 60_800,
    sameHere: 10,
    ideaStatus: "shipped",
    ideaNote: "متاحة الآن: المس الرصيد مرتين لإخفائه أو إظهاره، ويتذكر التطبيق اختيارك.",
    body: text`
أفتح التطبيق للدفع في الطابور فيرى من خلفي رصيدي قبل أن أراه أنا.
`,
    posts: [
      answer("hide-balance-1", "omar", { after: 40, helpful: 3 })`
خصوصًا آخر الشهر 😅
`,
      answer("hide-balance-2", "dan", { after: 25_000, helpful: 5 })`
صارت متاحة للجميع. شكرًا خالد.
`,
    ],
  },
  {
    key: "cash-by-courier",
    kind: "idea",
    space: "ideas",
    author: "tariq",
    title: "توصيل النقود إلى البيت مع مندوب",
    tags: ["delivery"],
    minutesAgo: 57_100,
    sameHere: 2,
    ideaStatus: "declined",
    ideaNote:
      "درسناها ولن ننفذها: سلامة المندوبين أولًا، والتأمين يجعل رسومها أعلى من قيمة أغلب الطلبات.",
    body: text`
مثل طلب الطعام: أطلب 500 ريال فتصل إلى باب البيت. تنفع كبار السن ومن يسكن بعيدًا عن الصراف.
`,
    posts: [
      answer("cash-by-courier-1", "layla", { after: 700, helpful: 4 })`
أفهم القصد، لكن أخاف على المندوب. ربما يكفي أن تُسحب النقود من البقالة القريبة عند الدفع.
`,
    ],
  },
  {
    key: "hijri-dates",
    kind: "idea",
    space: "ideas",
    author: "abuziad",
    title: "عرض التاريخ الهجري بجانب الميلادي في كشف الحساب",
    tags: ["app"],
    minutesAgo: 29_500,
    sameHere: 8,
    ideaStatus: "under_review",
    ideaNote: "نتحقق من أثرها في ملفات التصدير، وسنكتب هنا قبل نهاية الشهر.",
    body: text`
عقد إيجاري بالهجري وكشف الحساب بالميلادي، وأحسب الفرق كل مرة على ورقة. أكتب مثلًا: دفعتُ في ٣ رجب، فأي يوم كان ذلك؟
`,
    posts: [
      answer("hijri-dates-1", "farah", { after: 1_100, helpful: 2 })`
مفيدة أيضًا لحساب حول الزكاة.
`,
    ],
  },
  {
    key: "export-categories",
    kind: "idea",
    space: "ideas",
    author: "farah",
    title: "تصنيف مصروفات العمل وحدها وتصديرها جدولًا",
    tags: ["app"],
    minutesAgo: 4_900,
    sameHere: 4,
    ideaStatus: "new",
    body: text`
أنا مستقلة، ومصروف البيت ومصروف العمل يخرجان من المحفظة نفسها. وسم واحد هو «عمل» وزر تصدير يكفيان، وسيشكركم كل محاسب.
`,
    posts: [
      answer("export-categories-1", "huda", { after: 230, helpful: 5 })`
بصفتي محاسبة: نعم، من فضلكم. وأضيفوا خانة لرقم الفاتورة.
`,
    ],
  },
];
