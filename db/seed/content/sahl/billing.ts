import type { SeedThread } from "../types.ts";
import { answer, reply, text } from "../write-post.ts";

/** Bills and payments. */
export const sahlBillingThreads: SeedThread[] = [
  {
    key: "charged-twice",
    kind: "question",
    space: "billing",
    author: "layla",
    title: "دُفعت فاتورة الكهرباء مرتين في اليوم نفسه",
    tags: ["autopay", "refund"],
    minutesAgo: 11_300,
    sameHere: 7,
    helpful: 2,
    body: text`
سددت الفاتورة بنفسي صباحًا، ثم سددها التطبيق تلقائيًا عند الظهر. المبلغ 412 ريالًا في كل مرة. شركة الكهرباء تقول إن المبلغ الزائد «رصيد للفاتورة القادمة»، وأنا أريد مالي لا رصيدًا.
`,
    acceptedKey: "charged-twice-2",
    acceptedAfterMinutes: 1_620,
    officialKey: "charged-twice-2",
    posts: [
      answer("charged-twice-1", "marta", { after: 27, helpful: 4 })`
السداد التلقائي يقرأ الفواتير في السادسة صباحًا وينفذها ظهرًا. إن سددتِ بينهما فلن ينتبه، وقد حدث هذا معي في فاتورة الماء.
`,
      answer("charged-twice-2", "dan", { after: 1_330, helpful: 8, official: true })`
الخطأ من عندنا، وقد رددنا المبلغ الثاني إلى محفظتك اليوم.

- **من تأثر:** من سدّد فاتورة يدويًا بين السادسة صباحًا والثانية عشرة ظهرًا وعليها سداد تلقائي.
- **الحل:** صار التطبيق يستعلم عن الفاتورة مرة أخرى قبل الخصم مباشرة، ويعمل بذلك منذ البارحة.
- **إن حدث معك قبل ذلك:** افتح العملية الثانية واختر «سداد مكرر»، ويعود المبلغ خلال يومي عمل.
`,
      reply(["charged-twice-2a", "charged-twice-2"], "layla", { after: 1_610, helpful: 1 })`
وصل المبلغ. أقدّر الاعتراف بالخطأ صراحة.
`,
    ],
  },
  {
    key: "monthly-fee",
    kind: "discussion",
    space: "billing",
    author: "khaled",
    title: "رسوم شهرية جديدة على الباقة المجانية؟ لنجمع ما نعرفه هنا",
    tags: ["limits"],
    minutesAgo: 52_000,
    helpful: 7,
    locked: {
      reason: "نُشر التوضيح الرسمي وتكررت الردود. من لديه خصم لا يفهمه فليفتح موضوعًا جديدًا.",
    },
    body: text`
ظهر عندي خصم قدره 5 ريالات بعنوان «رسوم خدمة». زميلي في الباقة نفسها لم يُخصم منه شيء. من خُصم منه؟ وهل رصيده أقل من ألف؟
`,
    posts: [
      answer("monthly-fee-1", "abuziad", { after: 60, helpful: 2 })`
خُصم مني، ورصيدي أقل من ألف.
`,
      answer("monthly-fee-2", "layla", { after: 95, helpful: 1 })`
رصيدي أقل بكثير ولم يُخصم شيء. لكن راتبي ينزل على سهل.
`,
      answer("monthly-fee-3", "huda", { after: 240, helpful: 9 })`
وجدتها في جدول الرسوم، صفحة 3: تُعفى من الرسوم إن كان متوسط الرصيد 1,000 أو أكثر، **أو** إن نزل عليها راتب، **أو** إن كان صاحب الحساب طالبًا. يكفي شرط واحد. وقد أُعلن عنها قبل ستين يومًا في رسالة لم يقرأها أحد، وأنا أولكم.
`,
      answer("monthly-fee-4", "hamza", { after: 29_000, state: "deleted" })`
سأغلق حسابي وأنصحكم بالمثل.
`,
      answer("monthly-fee-5", "noura", { after: 29_700, helpful: 5 })`
ما كتبته هدى دقيق. ورسالة لا يقرؤها أحد تعني أننا لم نُحسن الإبلاغ، لذلك رددنا خصم الشهر الأول للجميع، وسيظهر تنبيه في الشاشة الرئيسة قبل أول خصم.
`,
    ],
  },
  {
    key: "partial-refund",
    kind: "question",
    space: "billing",
    author: "yusuf",
    title: "المتجر أعاد المبلغ ناقصًا 3.40 بسبب فرق العملة",
    tags: ["refund"],
    minutesAgo: 6_700,
    sameHere: 3,
    body: text`
اشتريت حذاءً بالدولار وأرجعته بعد أسبوع. أعاد المتجر المبلغ كاملًا بالدولار، لكن ما دخل محفظتي أقل بـ 3.40 ريال مما خرج منها. المبلغ صغير، غير أني أريد أن أفهم من المسؤول.
`,
    posts: [
      answer("partial-refund-1", "huda", { after: 110, helpful: 3 })`
الشراء والاسترداد عمليتان منفصلتان، وكل واحدة تُحسب بسعر يومها. لو ارتفع الدولار في ذلك الأسبوع لربحت أنت الفرق. أما هامش التحويل (1.5%) فيُفترض أن يُرد مع الاسترداد، فانظر هل كُتب في التفاصيل.
`,
      reply(["partial-refund-1a", "partial-refund-1"], "yusuf", { after: 380 })`
لم يُكتب شيء عن الهامش، لا في الخصم ولا في الإعادة.
`,
      answer("partial-refund-2", "tariq", { after: 500, state: "hidden" })`
دعك من هذا الكلام، كلهم لصوص، والموظفون هنا أغبى من الذين في الفروع.
`,
    ],
  },
  {
    key: "move-autopay-date",
    kind: "question",
    space: "billing",
    author: "reem",
    title: "هل أستطيع نقل موعد السداد التلقائي إلى ما بعد الراتب؟",
    tags: ["autopay"],
    minutesAgo: 2_950,
    sameHere: 2,
    body: text`
راتبي يوم 27 والسداد التلقائي يوم 25. أجد خيار الإيقاف وخيار التفعيل، ولا أجد التاريخ.
`,
    posts: [],
  },
  {
    key: "gift-fee",
    kind: "question",
    space: "billing",
    author: "abuziad",
    title: "رسوم بطاقة الهدايا، هل هي من المتجر أم من سهل؟",
    tags: [],
    minutesAgo: 20_400,
    state: "deleted",
    body: text`
وجدت الجواب في الفاتورة، هي من المتجر. سأحذف السؤال.
`,
    posts: [],
  },
];
