import type { searchBox as english } from "../en/search-box.ts";

export const searchBox: Record<keyof typeof english, string> = {
  "searchBox.list": "الاقتراحات",
  "searchBox.answered": "أُجيب عنها من قبل",
  "searchBox.others": "مواضيع أخرى",
  "searchBox.sameHere":
    "{count, plural, zero {لا أحد لديه هذه المشكلة} one {شخص واحد لديه هذه المشكلة} two {شخصان لديهما هذه المشكلة} few {# أشخاص لديهم هذه المشكلة} many {# شخصًا لديهم هذه المشكلة} other {# شخص لديهم هذه المشكلة}}",
  "searchBox.wanted":
    "{count, plural, zero {لا تأييد} one {تأييد واحد} two {تأييدان} few {# تأييدات} many {# تأييدًا} other {# تأييد}}",
  "searchBox.none": "لا يوجد هنا شيء يطابق هذه الكلمات بعد.",
  "searchBox.ask": "طرح هذا كسؤال جديد",
  "searchBox.found":
    "{count, plural, zero {لا اقتراحات} one {اقتراح واحد} two {اقتراحان} few {# اقتراحات} many {# اقتراحًا} other {# اقتراح}}",
  "searchBox.recent": "عمليات البحث الأخيرة",
  "searchBox.recentFound":
    "{count, plural, zero {لا عمليات بحث أخيرة} one {عملية بحث أخيرة واحدة} two {عمليتا بحث أخيرتان} few {# عمليات بحث أخيرة} many {# عملية بحث أخيرة} other {# عملية بحث أخيرة}}",
  "searchBox.removeOne": "إزالة «{words}» من عمليات البحث الأخيرة",
  "searchBox.removeAll": "إزالة الكل",
  "searchBox.move": "تنقّل",
  "searchBox.open": "فتح",
  "searchBox.remove": "إزالة",
  "searchBox.enterKey": "إدخال",
  "searchBox.deleteKey": "حذف",
};
