import type { powers as english } from "../en/powers.ts";

export const powers: Record<keyof typeof english, string> = {
  "powers.noLinks":
    "لا يمكن للأعضاء الجدد وضع روابط لمواقع أخرى بعد ({site}). احذف الرابط أو صف بالكلمات أين يوجد ما تقصده: نصك ما زال هنا. يمكنك وضع الروابط ابتداءً من رتبة «{rank}».",
  "powers.noLinksAtAll":
    "لا يمكن وضع روابط لمواقع أخرى هنا ({site}). احذف الرابط أو صف بالكلمات أين يوجد ما تقصده: نصك ما زال هنا.",
  "powers.noImages":
    "لا يمكن للأعضاء الجدد نشر الصور بعد. احذف الصورة أو صف ما تظهره: نصك ما زال هنا. يمكنك نشر الصور ابتداءً من رتبة «{rank}».",
  "powers.noImagesAtAll": "لا يمكن نشر الصور هنا. احذف الصورة أو صف ما تظهره: نصك ما زال هنا.",
  "powers.hiddenByVotes":
    "{count, plural, zero {لم يصوّت أحد} one {صوّت عضو واحد} two {صوّت عضوان} few {صوّت # أعضاء} many {صوّت # عضوًا} other {صوّت # عضو}} لإخفاء هذه المشاركة: {reasons}",
  "powers.staffDecided": "سبق أن صوّتَّ على هذه المشاركة، وقرر الفريق إبقاءها.",
  "powers.alreadyDuplicate": "السؤال مغلق من قبل بوصفه مكررًا لسؤال آخر.",
  "powers.targetMissing": "الصق عنوان سؤال يمكنك قراءته أو رقمه.",
  "powers.targetItself": "هذا هو السؤال نفسه. اذكر السؤال الآخر.",
  "powers.targetDuplicate": "ذلك السؤال مغلق هو أيضًا بوصفه مكررًا. اذكر السؤال الذي يحيل إليه.",
  "powers.targetClosedSpace":
    "ليس كل من يقرأ هذا السؤال يستطيع قراءة ذاك. اذكر سؤالًا يستطيعون قراءته.",
  "powers.tooManyPins":
    "{max, plural, zero {لا يوجد موضوع مثبّت} one {يوجد موضوع مثبّت واحد} two {يوجد موضوعان مثبّتان} few {توجد # مواضيع مثبّتة} many {يوجد # موضوعًا مثبّتًا} other {يوجد # موضوع مثبّت}} في هذا القسم من قبل. ألغِ تثبيت أحدها أولًا.",
  "powers.tend": "الوسوم والقسم والتكرار",
  "powers.tendTitle": "ترتيب: {title}",
  "powers.tendLead": "يُحفظ كل تغيير باسمك.",
  "powers.tags": "الوسوم",
  "powers.tagsHint": "{max, number} على الأكثر، تفصل بينها فواصل. من الوسوم الموجودة.",
  "powers.saveTags": "حفظ الوسوم",
  "powers.duplicateTitle": "إغلاق بوصفه مكررًا",
  "powers.duplicateLead":
    "يبقى السؤال ويظل العثور عليه ممكنًا، ويحيل إلى السؤال الآخر، ولا يقبل إجابات أخرى. ويستطيع من طرحه التراجع عن ذلك.",
  "powers.target": "عنوان السؤال الذي يجيب عنه أو رقمه",
  "powers.markDuplicate": "إغلاق بوصفه مكررًا",
  "powers.duplicateNote": "إجابة هذا السؤال في",
  "powers.splitFrom": "بدأ هذا في موضوع آخر:",
  "powers.splitInto": "جزء من هذا الموضوع يتابَع في",
  "powers.duplicateGone": "هذا السؤال مغلق بوصفه مكررًا لسؤال لا يمكنك رؤيته.",
  "powers.undoDuplicate": "ليس مكررًا",
  "powers.moveTitle": "نقل إلى قسم آخر",
  "powers.moveLead": "يبقى عنوانه كما هو.",
  "powers.space": "القسم",
  "powers.move": "نقل",
  "powers.pin": "تثبيت في قسمه",
  "powers.unpin": "إلغاء التثبيت",
  "powers.voteHide": "التصويت للإخفاء ({count, number} من {needed, number})",
  "powers.votedHide": "صوّتَّ للإخفاء ({count, number} من {needed, number})",
  "powers.changes": "ما تغيّر",
  "powers.changeTags": "الوسوم: {before} ← {after}",
  "powers.changeSpace": "القسم: {before} ← {after}",
  "powers.changeDuplicate": "أُغلق بوصفه مكررًا للسؤال رقم {after}",
  "powers.changeUndone": "لم يعد مكررًا للسؤال رقم {before}",
  "powers.changePin": "{on, select, yes {ثُبّت} other {أُلغي تثبيته}}",
  "powers.none": "لا شيء",
  "powers.didUndo": "السؤال مفتوح من جديد.",
  "powers.didPin": "ثُبّت.",
  "powers.didUnpin": "أُلغي التثبيت.",
};
