import type { classifier as english } from "../en/classifier.ts";

export const classifier: Record<keyof typeof english, string> = {
  "classifier.spam.author":
    "تبدو مشاركتك شبيهة بإعلانات أُزيلت هنا من قبل. سيراجعها الفريق قبل أن يراها الآخرون.",
  "classifier.spam.staff":
    "تشبه رسائل مزعجة أُزيلت هنا: الاحتمال {percent, number} ٪. بسبب: {because}",
  "classifier.phoneOffer.author":
    "رقم هاتف يعرض دعمًا أو خدمة. سيراجعه الفريق أولًا، وأرقامنا موجودة في صفحة المساعدة.",
  "classifier.phoneOffer.staff": "يعرض رقم هاتف للدعم أو لخدمة: {seen}",
  "classifier.linkInTitle.author": "ضع عنوان الويب في النص واذكر في العنوان موضوع مشاركتك.",
  "classifier.linkInTitle.staff": "عنوان ويب في عنوان الموضوع: {seen}",
  "classifier.arrowLink.author":
    "الأسهم التي تشير إلى رابط تبدو إعلانًا. اذكر بدلًا منها ما يوجد خلف الرابط.",
  "classifier.arrowLink.staff": "أسهم عدة تشير إلى رابط",
  "classifier.oddCapitals.author": "تبدو الأحرف الكبيرة داخل الكلمات حيلة. سيراجعها الفريق أولًا.",
  "classifier.oddCapitals.staff": "أحرف كبيرة داخل كلمات عدة",
  "classifier.lookAlikes.author":
    "تمزج بعض الكلمات أحرفًا متشابهة من أبجديات مختلفة. اكتبها من جديد.",
  "classifier.lookAlikes.staff": "كلمات فيها أحرف متشابهة من أبجدية أخرى",
  "classifier.foreignScript.author": "يُكتب في هذا المجتمع بلغات أخرى. سيراجع الفريق مشاركتك أولًا.",
  "classifier.foreignScript.staff": "معظمه بكتابة ليست لأي من لغات المجتمع",
  "classifier.promotion.author": "يبدو هذا إعلانًا. سيراجعه الفريق أولًا.",
  "classifier.promotion.staff": "يبدو إعلانًا: {seen}",
  "classifier.promotingName.author": "يبدو اسمك هنا إعلانًا. اختر اسمًا آخر ثم حاول من جديد.",
  "classifier.promotingName.staff": "الاسم يحمل إعلانًا: {seen}",
  "classifier.loudTitle.author":
    "العنوان المكتوب كله بأحرف كبيرة يُقرأ كأنه صراخ. الأحرف الصغيرة أيسر للقراءة.",
  "classifier.loudTitle.staff": "عنوان بأحرف كبيرة",
};
