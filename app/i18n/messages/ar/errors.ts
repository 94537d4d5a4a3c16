import type { errors as english } from "../en/errors.ts";

export const errors: Record<keyof typeof english, string> = {
  "error.notFound": "لا يوجد شيء في هذا العنوان، أو أنه غير متاح لك.",
  "error.forbidden": "لا يمكنك فعل ذلك هنا.",
  "error.signInNeeded": "سجّل الدخول أولًا.",
  "error.invalid": "في النموذج ما يحتاج إلى مراجعة.",
  "error.tooMany":
    "محاولات كثيرة في وقت قصير. حاول مرة أخرى بعد {minutes, plural, zero {قليل} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}.",
  "error.votesADay":
    "منحت اليوم {most, plural, zero {لا أصوات} one {صوتًا مفيدًا واحدًا} two {صوتين مفيدين} few {# أصوات مفيدة} many {# صوتًا مفيدًا} other {# صوت مفيد}}، وهو أقصى ما يُمنح في اليوم. يمكنك التصويت من جديد بعد {hours, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.",
  "error.unexpected": "حدث خطأ من جانبنا. لم يُفقد شيء مما أرسلته من قبل.",
  "error.unavailable": "المجتمع مشغول للحظات. حاول مرة أخرى بعد ثوانٍ.",
  "error.requestId": "إذا تكرر الخطأ فأخبرنا بهذا الرقم: {id}",
  "error.crossSite":
    "أُرسل هذا النموذج من موقع آخر، لذلك لم نقبله. افتح الصفحة مرة أخرى وأرسله منها.",
  "error.tooLarge": "هذا أكبر من المسموح. الحد الأقصى للمشاركة 50,000 حرف.",
  "error.noCommunity": "لا يوجد مجتمع في هذا العنوان.",
  "error.required": "هذا الحقل مطلوب.",
  "error.tooLong": "الحد الأقصى لعدد الأحرف: {max, number}.",
  "error.tooShort": "الحد الأدنى لعدد الأحرف: {min, number}.",
  "error.verifyFirst": "أكّد بريدك الإلكتروني أولًا، من الرابط في الرسالة التي أرسلناها إليك.",
  "error.sameKey": "أُرسل هذا النموذج من قبل بنص آخر. افتح الصفحة مرة أخرى لكتابة نص جديد.",
  "error.acceptedMeanwhile": "اعتُمدت إجابة أخرى في هذه الأثناء. اطّلع عليها أولًا، ثم قرر.",
  "error.rulesMeanwhile": "نُشرت قواعد أخرى في هذه الأثناء. اطّلع عليها أولًا، ثم انشر قواعدك.",
  "error.editedMeanwhile":
    "تغيّر هذا النص منذ فتحته. نصّك محفوظ؛ افتح المشاركة مرة أخرى لترى النص الجديد.",
  "error.tooComplex": "في هذا النص أجزاء أكثر مما يمكن عرضه. قسّمه على عدة مشاركات.",
  "error.tooManyTags": "الحد الأقصى لعدد الوسوم: {max, number}.",
  "error.unknownTag": "لا يوجد وسم باسم «{tag}». اختر من الوسوم الموجودة.",
  "error.unknownSpace": "اختر قسمًا من الأقسام.",
  "error.badKind": "اختر نوع ما تريد نشره.",
};
