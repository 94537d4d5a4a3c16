import type { moderation as english } from "../en/moderation.ts";

export const moderation: Record<keyof typeof english, string> = {
  "moderation.silenced":
    "يمكنك القراءة دون الكتابة حاليًا. السبب مذكور في الرسالة الخاصة بذلك، ويمكنك الاعتراض منها.",
  "moderation.suspended": "هذا الحساب موقوف حتى {until}. يمكنك الاعتراض من الرسالة الخاصة بذلك.",
  "moderation.banned": "أغلق الفريق هذا الحساب. يمكنك الاعتراض من الرسالة الخاصة بذلك.",
  "moderation.notPossible": "لا يمكن ذلك في حالته الحالية. أعد تحميل الصفحة.",
  "moderation.claimed": "يعمل {name} على هذا الآن.",
  "moderation.builtOn": "اتخذ {name} قرارًا لاحقًا مبنيًا على هذا. تراجع عن ذلك القرار أولًا.",
  "moderation.changedSince": "تغيّر منذ ذلك الحين، فلا يمكن التراجع عن هذا كاملًا.",
  "moderation.hours": "اذكر عدد ساعات لا يتجاوز {max, number}.",
  "moderation.nobody": "لم يكتب هذا أي عضو في هذا المجتمع.",
  "moderation.nothingThere": "لم يبق شيء لإزالته.",
  "moderation.reportedAlready": "سبق أن أبلغت عن هذا. سينظر فيه الفريق.",
  "moderation.ownContent": "لا يمكنك الإبلاغ عن نفسك. عدّل ما كتبته أو احذفه بدلًا من ذلك.",
  "moderation.hiddenByReports": "أُخفيت بعد بلاغات إلى أن ينظر فيها الفريق.",
  "moderation.goodFaith": "أكّد أنك تعتقد صحة ما تبلغ عنه.",
  "moderation.email": "اذكر عنوان بريد إلكتروني يمكننا الرد عليه.",
  "moderation.undoneAlready": "سبق التراجع عن هذا.",
  "moderation.noReasonEdit": "حرّرها الفريق.",
  "moderation.noReason": "أزالها الفريق.",
  "moderation.addressGone":
    "يمكن ردّ البريد خلال {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} ما لم يستخدمه أحد آخر. لم يعد ذلك ممكنًا.",
  "moderation.tooManyPosts":
    "هذا كثير دفعة واحدة: لا يمكن تقسيم موضوع فيه أكثر من {max, number} مشاركة أو دمجه.",
  "moderation.mergeTarget":
    "اكتب رقم موضوع آخر مفتوح من النوع نفسه أو عنوانه. الأسئلة والنقاشات تُدمج معًا.",
  "moderation.splitPosts": "اختر إجابات أو ردودًا من هذا الموضوع.",
  "moderation.splitFirst": "يجب أن تكون المشاركة الأولى في الموضوع الجديد ظاهرة.",
  "moderation.appealedAlready": "سبق الاعتراض على هذا.",
  "moderation.appealTooLate":
    "الاعتراض ممكن خلال {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}} من القرار.",
  "moderation.appealBySame": "يبتّ في الاعتراض شخص غير من اتخذ القرار أولًا.",
  "moderation.appealDecided": "سبق البت في هذا الاعتراض.",
  "moderation.assignee": "اختر شخصًا يعمل في مكتب الإشراف.",
  "moderation.nameTaken": "يوجد رد جاهز بهذا الاسم.",
  "moderation.decidedMeanwhile":
    "سبقك {name}: {verb, select, erase_address {أزال البريد من الحساب} merge {دمجه في موضوع آخر} split {فصل منه مشاركات} convert {غيّر نوعه} message {راسل العضو} approve {نشره} hide {أخفاه} remove {أزاله} restore {أعاده} edit {عدّله} mask {أخفى بياناته} move {نقله} retag {غيّر وسومه} lock {أقفله} unlock {فتحه} pin {ثبّته} unpin {ألغى تثبيته} mark_duplicate {أغلقه بوصفه مكررًا} unmark_duplicate {أعاد فتحه} mark_official {جعله الإجابة الرسمية} unmark_official {ألغى صفته الرسمية} close {أغلق الحالة} warn {أنذر العضو} silence {أسكت العضو} suspend {أوقف العضو} ban {حظر العضو} remove_all {أزال كل ما كتبه العضو} appeal_upheld {أيّده بعد الاعتراض} appeal_overturned {نقضه بعد الاعتراض} reverse {تراجع عن قرار} other {اتخذ قرارًا}}.",
};
