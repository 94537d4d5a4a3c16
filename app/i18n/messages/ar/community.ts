import type { community as english } from "../en/community.ts";

export const community: Record<keyof typeof english, string> = {
  "community.verifyTitle": "تأكيد بريدك الإلكتروني",
  "community.verifyText": "يمكنك قراءة كل شيء. ولتكتب، افتح الرابط في الرسالة التي أرسلناها إليك.",
  "community.verifyAction": "إعادة الإرسال",
  "community.heroTitle": "غالبًا هناك من حلّ هذه المشكلة قبلك",
  "community.heroLead":
    "{count, plural, zero {اسأل العملاء وفريق {brand}.} one {ابحث في إجابة واحدة من العملاء وفريق {brand}.} two {ابحث في إجابتين من العملاء وفريق {brand}.} few {ابحث في # إجابات من العملاء وفريق {brand}.} many {ابحث في # إجابة من العملاء وفريق {brand}.} other {ابحث في # إجابة من العملاء وفريق {brand}.}}",
  "community.searchPlaceholder": "صف المشكلة بكلماتك",
  "community.statQuestions":
    "{count, plural, zero {سؤال} one {سؤال مطروح} two {سؤالان} few {أسئلة مطروحة} many {سؤالًا مطروحًا} other {سؤال مطروح}}",
  "community.statSolved": "من الأسئلة حُلّت",
  "community.statMembers":
    "{count, plural, zero {عضو} one {عضو} two {عضوان} few {أعضاء} many {عضوًا} other {عضو}}",
  "community.spaces": "الأقسام",
  "community.threadCount":
    "{count, plural, zero {لا مواضيع} one {موضوع واحد} two {موضوعان} few {# مواضيع} many {# موضوعًا} other {# موضوع}}",
  "community.listsLabel": "القوائم",
  "community.latest": "الأحدث",
  "community.needsAnswer": "بانتظار إجابة",
  "community.solved": "تم حلها",
  "community.top": "الأبرز",
  "community.topHelpers": "أكثر من يساعد",
  "community.solvedColumn": "حلول",
  "community.helperNote":
    "{count, plural, zero {لا إجابات} one {إجابة واحدة} two {إجابتان} few {# إجابات} many {# إجابة} other {# إجابة}}",
  "community.railLabel": "عن هذا المجتمع",
  "community.guidelinesTitle": "قواعد المجتمع",
  "community.termsTitle": "الشروط",
  "community.aboutCard": "أول مرة هنا؟",
  "community.aboutText": "اطّلع على قواعد الحوار بيننا، ثم اسأل ما تشاء. لا أحد يولد خبيرًا بكل شيء.",
  "community.tagsTitle": "الوسوم",
  "community.tagsLead": "ما تدور حوله المواضيع، والأكثر استخدامًا أولًا.",
  "community.noTags": "لا وسوم بعد",
  "community.ideasTitle": "الأفكار",
  "community.ideasLead": "ما يريده العملاء مستقبلًا. أخبرنا أيها تريد أنت أيضًا.",
  "community.discussionsTitle": "النقاشات",
  "community.discussionsLead": "حديث لا يبدأ بسؤال.",
  "community.announcementsTitle": "الإعلانات",
  "community.announcementsLead": "أخبار من الفريق.",
  "community.searchTitle": "البحث",
  "community.searchFor": "نتائج البحث عن «{query}»",
  "community.searchNone": "لا نتائج للبحث عن «{query}»",
  "community.searchNoneText": "جرّب كلمات أقل أو كلمات أخرى، أو اطرح سؤالك. ستجد هنا من يجيب.",
  "community.searchStart": "عمّ تبحث؟",
  "community.tagTitle": "مواضيع عن {name}",
};
