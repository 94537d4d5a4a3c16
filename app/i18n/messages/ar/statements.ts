import type { statements as english } from "../en/statements.ts";

export const statements: Record<keyof typeof english, string> = {
  "statements.tab": "القرارات",
  "statements.title": "القرارات",
  "statements.lead": "ما تقرر، وبشأن ماذا، ومن قرره ولماذا. يمكن التراجع عن كل قرار هنا.",
  "statements.jsonl": "التعليلات (JSON)",
  "statements.csv": "التعليلات (CSV)",
  "statements.exportNote":
    "تعليلات قرارات الأيام المختارة بالصيغة التي تطلبها قاعدة بيانات الشفافية الأوروبية. حُذفت الأسماء والبيانات الشخصية، ومع ذلك راجع الأسباب قبل تقديمها.",
  "statements.undoneNow": "تم التراجع.",
  "statements.notUndone": "تعذر التراجع عن ذلك",
  "statements.none": "لا قرارات",
  "statements.noneText": "لا قرار يطابق ما اخترته.",
  "statements.older": "قرارات أقدم",
  "statements.verbLabel": "النوع",
  "statements.all": "الكل",
  "statements.moderator": "صاحب القرار (المعرّف)",
  "statements.reversedLabel": "الحالة",
  "statements.standing": "سارٍ",
  "statements.undone": "تراجع عنه الفريق",
  "statements.decision": "القرار",
  "statements.about": "بشأن",
  "statements.reason": "السبب والأساس",
  "statements.by": "من",
  "statements.state": "الحالة",
  "statements.ground": "{ground, select, law {القانون} other {الإرشادات والشروط}}",
  "statements.undoing": "تراجع عن: {verb}",
  "statements.undoThis": "التراجع عن القرار {id, number}",
  "statements.appeal":
    "{outcome, select, upheld {أُبقي بعد الاعتراض} overturned {أُلغي بعد الاعتراض} other {عليه اعتراض}}",
  "statements.verb":
    "{verb, select, approve {أُبقي أو أُجيز} hide {أُخفي} remove {أُزيل} restore {أُعيد} edit {عُدّل} mask {حُجبت بيانات شخصية} move {نُقل} retag {غُيّرت الوسوم} lock {أُغلق} unlock {أُعيد فتحه} pin {ثُبّت} unpin {أُزيل تثبيته} mark_duplicate {أُغلق لأنه مكرر} unmark_duplicate {لم يعد مكررًا} mark_official {صار رسميًا} unmark_official {لم يعد رسميًا} merge {دُمج} split {قُسم} convert {غُيّر نوعه} close {أُغلقت الحالة} warn {نُبّه العضو} silence {مُنع العضو من الكتابة} suspend {أُوقف العضو} ban {حُظر العضو} remove_all {أُزيل كل ما كتبه عضو} erase_address {أُزيل العنوان} message {كُتب إلى العضو} appeal_upheld {اعتراض: أُبقي القرار} appeal_overturned {اعتراض: أُلغي القرار} other {غير ذلك}}",
  "statements.member": "[عضو]",
  "statements.account": "حساب",
  "statements.other":
    "{verb, select, mask {استُبدلت بالبيانات الشخصية في النص إشارة.} other {غيّر الفريق جزءًا من النص.}}",
  "statements.someLaw": "القانون الساري هنا",
  "statements.someRule": "إرشادات المجتمع وشروطه",
  "statements.noReason":
    "{verb, select, mark_duplicate {أُجيب عن السؤال نفسه في موضع آخر.} lock {أُغلق أمام ردود جديدة.} other {يخالف إرشادات المجتمع وشروطه.}}",
  "statements.facts":
    "{source, select, SOURCE_ARTICLE_16 {أبلغ عنه شخص على أنه مخالف للقانون.} SOURCE_TYPE_OTHER_NOTIFICATION {أبلغ عنه أعضاء.} other {وجده الفريق بنفسه.}} {reason}",
};
