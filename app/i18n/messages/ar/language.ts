import type { language as english } from "../en/language.ts";

export const language: Record<keyof typeof english, string> = {
  "language.title": "اللغة",
  "language.lead": "تظهر لك الصفحات والرسائل بهذه اللغة. أما ما كتبه الأعضاء فيبقى كما كتبوه.",
  "language.choose": "اللغة",
  "language.asCommunity": "لغة المجتمع: {language}",
  "language.asBrowser": "لغة المتصفح",
  "language.save": "حفظ اللغة",
  "language.saved": "ستظهر لك الصفحات بهذه اللغة من الآن.",
  "language.unknown": "اختر لغة من القائمة.",
  "language.ofPages": "لغة الصفحات",
};
