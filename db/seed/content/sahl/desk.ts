import type { SeedDesk } from "../types.ts";

/** ما ينتظر في مكتب سهل. */
export const sahlDesk: SeedDesk = {
  replies: [
    {
      name: "بيانات شخصية",
      text: "مرحبًا {name}، في مشاركتك بيانات لا ينبغي أن يراها أحد، فأخفيناها مؤقتًا. احذفها وسنعرض المشاركة من جديد. لا يطلب موظفونا هذه البيانات هنا.",
    },
    {
      name: "إعلان",
      text: "مرحبًا {name}، {community} مكان يساعد فيه العملاء بعضهم بعضًا، ولا مكان فيه للإعلانات.",
    },
  ],
  cases: [
    { queue: "personal_data", about: "iban-in-post", priority: 2, minutesAgo: 120 },
    { queue: "held", about: "release-58-2", minutesAgo: 40 },
  ],
};
