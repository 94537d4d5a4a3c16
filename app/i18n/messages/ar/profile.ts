import type { profile as english } from "../en/profile.ts";

export const profile: Record<keyof typeof english, string> = {
  "profile.joined": "تاريخ الانضمام: {when}",
  "profile.threads":
    "{count, plural, zero {موضوع} one {موضوع} two {موضوعان} few {مواضيع} many {موضوعًا} other {موضوع}}",
  "profile.answers":
    "{count, plural, zero {إجابة} one {إجابة} two {إجابتان} few {إجابات} many {إجابة} other {إجابة}}",
  "profile.accepted":
    "{count, plural, zero {حل} one {حل} two {حلّان} few {حلول} many {حلًّا} other {حل}}",
  "profile.helpful":
    "{count, plural, zero {صوت «مفيد»} one {صوت «مفيد»} two {صوتا «مفيد»} few {أصوات «مفيد»} many {صوت «مفيد»} other {صوت «مفيد»}}",
  "profile.recentThreads": "المواضيع",
  "profile.recentAnswers": "الإجابات",
  "profile.none": "لا مشاركات بعد",
  "profile.edit": "تعديل ملفك الشخصي",
  "profile.tabsLabel": "مشاركات {name}",
  "profile.acceptedMark": "معتمدة",
  "profile.products": "المنتجات",
  "profile.productsHint":
    "ما تستخدمه، منتج في كل سطر، {max} على الأكثر. يساعد ذلك الآخرين على مساعدتك.",
  "profile.tooManyProducts": "{max} منتجات على الأكثر.",
  "profile.productTooLong": "{max} حرفًا لكل منتج على الأكثر.",
  "profile.showProducts": "من يرى منتجاتك",
  "profile.showActivity": "من يرى قائمة مشاركاتك",
  "profile.everyone": "الجميع",
  "profile.membersOnly": "الأعضاء فقط",
  "profile.membersSee": "لا يرى هذا إلا الأعضاء",
};
