import type { seen as en } from "../en/seen.ts";

export const seen: Record<keyof typeof en, string> = {
  "seen.rankLabel": "الرتبة:",
  "seen.points":
    "{count, plural, zero {نقاط} one {نقطة} two {نقطتان} few {نقاط} many {نقطة} other {نقطة}}",
  "seen.since": "عضو منذ",
  "seen.knows": "يعرف عن",
  "seen.solved":
    "{count, plural, zero {لا حلول} one {حل واحد} two {حلّان} few {# حلول} many {# حلًا} other {# حل}}",
  "seen.answersThere":
    "{count, plural, zero {لا إجابات} one {إجابة واحدة} two {إجابتان} few {# إجابات} many {# إجابة} other {# إجابة}} هنا",
  "seen.knowsAbout": "من يعرف عن {name}",
  "seen.boardLink": "لوحة المتصدرين",

  "seen.inviteTitle": "من قد يعرف الإجابة",
  "seen.inviteText": "وافقوا على أن يُسألوا. الدعوة رسالة واحدة، ولا أحد مُلزم بالإجابة.",
  "seen.invite": "دعوة",
  "seen.invited": "دُعي إلى الإجابة",
  "seen.didInvite": "تمت الدعوة. ستصل رسالة بالبريد.",
  "seen.whyTags":
    "يعرف {tags}: {answers, plural, zero {لا إجابات} one {إجابة واحدة} two {إجابتان} few {# إجابات} many {# إجابة} other {# إجابة}}",
  "seen.whyAccepted":
    "{count, plural, zero {لا شيء منها مقبول} one {واحدة مقبولة} two {اثنتان مقبولتان} few {# مقبولة} many {# مقبولة} other {# مقبولة}}",
  "seen.whySimilar":
    "{count, plural, zero {لم يجب عن أسئلة مشابهة} one {أجاب عن سؤال مشابه} two {أجاب عن سؤالين مشابهين} few {أجاب عن # أسئلة مشابهة} many {أجاب عن # سؤالًا مشابهًا} other {أجاب عن # سؤال مشابه}}",
  "seen.whySpace":
    "{count, plural, zero {لا إجابات} one {إجابة واحدة} two {إجابتان} few {# إجابات} many {# إجابة} other {# إجابة}} في هذه المساحة",

  "seen.boardTitle": "لوحة المتصدرين",
  "seen.boardOf": "لوحة المتصدرين: {name}",
  "seen.boardLead": "الأعضاء بحسب النقاط التي منحها لهم الآخرون على مساعدتهم.",
  "seen.periodLabel": "المدة",
  "seen.period.week": "هذا الأسبوع",
  "seen.period.month": "هذا الشهر",
  "seen.period.all": "كل الوقت",
  "seen.where": "أين",
  "seen.everywhere": "في كل مكان",
  "seen.showBoard": "عرض",
  "seen.toTag": "مواضيع عن {name}",
  "seen.staffLabel": "الفريق",
  "seen.withStaff": "مع الفريق",
  "seen.withoutStaff": "من دون الفريق",
  "seen.placeColumn": "المركز",
  "seen.memberColumn": "العضو",
  "seen.pointsColumn": "النقاط",
  "seen.you": "أنت",
  "seen.ownPlace":
    "أنت في المركز {place, number}، ولديك {points, plural, zero {لا نقاط} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}.",
  "seen.noPoints": "ليست لديك نقاط هنا بعد.",
  "seen.notShown": "اخترتَ ألّا تظهر في لوحات المتصدرين.",
  "seen.choose": "اختر هل تظهر أم لا",
  "seen.howTitle": "كيف تُمنح النقاط",
  "seen.howText":
    "تأتي النقاط من أصوات «مفيد» والإجابات المقبولة والتعديلات الجيدة. ولا تُمنح نقاط على صوت المرء لنفسه.",
  "seen.howLink": "الرتب والقواعد",
  "seen.nobody": "لا نقاط لأحد هنا بعد",
  "seen.nobodyText": "تأتي النقاط من أصوات «مفيد» ومن الإجابات المقبولة.",
  "seen.boardEnds": "تنتهي القائمة هنا.",
  "seen.toAllTime": "اعرض كل الوقت",
  "seen.pages": "صفحات لوحة المتصدرين",
  "seen.fromTop": "من البداية",
  "seen.further": "المزيد نزولًا",
};
