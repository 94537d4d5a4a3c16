import type { fairness as english } from "../en/fairness.ts";

export const fairness: Record<keyof typeof english, string> = {
  "fairness.kind.ring": "أعضاء يصوّت بعضهم لبعض",
  "fairness.kind.burst": "أصوات كثيرة خلال دقائق",
  "fairness.kind.new_accounts": "حسابات جديدة تصوّت لعضو واحد",
  "fairness.kind.accepting": "إجابات مقبولة بين حسابات مترابطة",
  "fairness.evidence.inside":
    "عدد الأعضاء: {members, number}. عدد الأصوات المفيدة التي تبادلوها: {votes, number}. العدد المتوقع بحسب نشاطهم: نحو {expected, number}.",
  "fairness.evidence.share": "نسبة ما جاءهم من بعضهم من كل الأصوات المفيدة: {percent, number}%.",
  "fairness.evidence.bursts":
    "عدد الأصوات: {votes, number}، في دفعات عددها: {bursts, number}. أكبر دفعة: {most, number}، والمدة بالدقائق: {minutes, number}.",
  "fairness.evidence.joined":
    "عدد الحسابات التي أُنشئ كل منها في غضون ساعة من غيره: {members, number}.",
  "fairness.evidence.network":
    "عدد الحسابات المتصلة من شبكة لا يكاد يستخدمها غيرها: {members, number}.",
  "fairness.evidence.accepted": "عدد مرات قبول إجابات بعضهم: {accepted, number}.",
  "fairness.evidence.newAccounts":
    "عدد الحسابات الجديدة: {accounts, number}. أصواتها في أيامها الأولى (عدد الأيام: {days, number}): {votes, number}، وكلها تقريبًا لعضو واحد. العدد المتوقع لمثل هذه الحسابات: نحو {expected, number}.",
  "error.invitesADay":
    "بلغت الدعوات حدها لليوم. يمكنك الدعوة من جديد بعد {hours, plural, zero {أقل من ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.",
  "error.notInvitable": "لا يمكن الآن دعوة هذا العضو إلى هذا السؤال.",
  "mail.invitedSubject": "دعوة من {name} للإجابة عن: {title}",
  "mail.invitedHeading": "هل يمكنك المساعدة هنا؟",
  "mail.invitedText":
    "وصلتك دعوة من {name} للإجابة عن هذا السؤال في {community}، بناءً على إجاباتك السابقة.",
  "mail.invitedAction": "قراءة السؤال",
  "mail.invitedNote": "تصلك هذه الدعوات لأنك سمحت بها. يمكنك إيقافها من إعداداتك.",
  "candidate.quantity": "عدد الإجابات: {answers, number}، المقبول منها: {accepted, number}",
  "candidate.quality":
    "نسبة المقبول من الإجابات: {percent, number}%، الأصوات المفيدة: {helpful, number}",
  "candidate.speed": "المدة التي جاء فيها نصف الإجابات، بالساعات: {hours, number}",
  "candidate.kindness": "إجابات للأعضاء الجدد: {newcomers, number}، النافع منها: {helped, number}",
  "candidate.breadth": "عدد الوسوم التي نفعت فيها إجابة: {tags, number}",
  "candidate.stability": "عدد الأشهر التي فيها إجابات: {months, number}",
};
