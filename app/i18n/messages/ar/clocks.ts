import type { clocks as english } from "../en/clocks.ts";

export const clocks: Record<keyof typeof english, string> = {
  "clocks.tabHours": "ساعات العمل",
  "clocks.tabReport": "أوقات المعالجة",

  "clocks.queue":
    "{queue, select, held {محتجزة} reported {مُبلَّغ عنها} suspect {أعضاء مشتبه بهم} unanswered {بلا إجابة في الوقت المحدد} wants_staff {تطلب الفريق} personal_data {بيانات شخصية} incident {عطل محتمل} appeal {اعتراضات} other {أخرى}}",
  "clocks.priority":
    "{priority, select, p0 {يمكن أن تنتظر} p1 {عادية} p2 {قريبًا} p3 {سلامة} other {عادية}}",
  "clocks.weekday":
    "{day, select, d1 {الاثنين} d2 {الثلاثاء} d3 {الأربعاء} d4 {الخميس} d5 {الجمعة} d6 {السبت} d7 {الأحد} other {}}",
  "clocks.minutes": "{minutes, number} د",
  "clocks.hours": "{hours, number} س {minutes, number} د",

  "clocks.title": "ساعات العمل والأهداف",
  "clocks.lead": "لا تعمل ساعات المكتب إلا في أوقات العمل. خارجها تتوقف، ولا يُبلَّغ أحد بشيء.",
  "clocks.saved": "تم الحفظ. أوقات الحالات المفتوحة تتبع ذلك من الآن.",

  "clocks.hoursTitle": "ساعات العمل",
  "clocks.hoursText":
    "اكتب الفترات بتوقيت الساعة، وافصل بينها بفاصلة: {example}. الفترة التي تنتهي قبل بدايتها تستمر إلى اليوم التالي. إذا كانت كل الأيام فارغة فالعمل مستمر على مدار الساعة.",
  "clocks.zone": "المنطقة الزمنية للمجتمع",
  "clocks.zoneHint": "تتبعها أيضًا كل التواريخ والأوقات في الصفحات.",
  "clocks.zoneBad": "اختر منطقة زمنية من القائمة.",
  "clocks.hoursBad": "اكتب فترات مثل 9:00–17:00، وافصل بينها بفاصلة.",
  "clocks.hoursOverlap": "هذه الفترات متداخلة.",
  "clocks.hoursMany": "اكتب {max, number} فترات على الأكثر.",

  "clocks.holidaysTitle": "العطل",
  "clocks.holidays": "أيام بلا عمل",
  "clocks.holidaysHint": "يوم في كل سطر: التاريخ ثم الاسم، مثل {example}.",
  "clocks.holidaysBad": "السطر {line, number} لا يبدأ بتاريخ مثل 2026-12-25.",
  "clocks.holidaysMany": "اكتب {max, number} يومًا على الأكثر.",

  "clocks.targetsTitle": "الأهداف",
  "clocks.targetsText":
    "كم يجوز أن تبقى الحالة مفتوحة، بساعات العمل ودقائقه ({example})، حسب القائمة والأولوية. الحقل الفارغ يعني بلا هدف. يأتي تنبيه بعد النسبة المذكورة منه.",
  "clocks.targetsQueue": "القائمة",
  "clocks.targetsWarn": "التنبيه عند، بالمئة",
  "clocks.targetsField": "{queue}، {priority}",
  "clocks.targetsWarnField": "{queue}: التنبيه عند، بالمئة",
  "clocks.targetBad": "اكتب الساعات والدقائق مثل 4:00، حتى {max, number} ساعة.",
  "clocks.warnBad": "اكتب عددًا صحيحًا من 1 إلى 99.",

  "clocks.reportTitle": "أوقات المعالجة",
  "clocks.reportLead":
    "الحالات التي أُغلقت في هذه الأيام، بساعات العمل. حتى تولّيها لأول مرة وحتى إغلاقها: نصفها لم يستغرق أكثر من الوسيط، وتسع من كل عشر لم تستغرق أكثر من الرقم الثاني.",
  "clocks.from": "من",
  "clocks.to": "إلى",
  "clocks.show": "عرض",
  "clocks.download": "تنزيل بصيغة CSV",
  "clocks.daysBad": "اختر الأيام بترتيبها، سنة على الأكثر.",
  "clocks.byQueue": "حسب القائمة",
  "clocks.byAgent": "حسب الموظف",
  "clocks.agentNote": "تُحسب الحالة لمن أغلقها، وما دامت مفتوحة فلمن هي عنده.",
  "clocks.agentNone": "لم يغلق أحد حالة في هذه الأيام.",
  "clocks.columnQueue": "القائمة",
  "clocks.columnAgent": "الموظف",
  "clocks.columnClosed": "مغلقة",
  "clocks.columnClaimMedian": "التولّي، الوسيط",
  "clocks.columnClaimMost": "التولّي، 9 من 10",
  "clocks.columnCloseMedian": "الإغلاق، الوسيط",
  "clocks.columnCloseMost": "الإغلاق، 9 من 10",
  "clocks.columnWithin": "في الوقت",
  "clocks.columnBreaches": "متأخرة",
  "clocks.all": "الفريق كله",
  "clocks.csvPart": "القسم",
  "clocks.csvName": "الاسم",
  "clocks.csvQueue": "قائمة",
  "clocks.csvAgent": "موظف",
  "clocks.csvTeam": "الفريق",
  "clocks.csvMinutes": "{column} (دقائق)",
  "clocks.csvShare": "{column} (نسبة)",

  "clocks.mailWarningSubject":
    "{count, plural, zero {لا حالات} one {حالة يقترب موعدها} two {حالتان يقترب موعدهما} few {# حالات يقترب موعدها} many {# حالة يقترب موعدها} other {# حالة يقترب موعدها}} في {community}",
  "clocks.mailBreachSubject":
    "{count, plural, zero {لا حالات} one {حالة فات موعدها} two {حالتان فات موعدهما} few {# حالات فات موعدها} many {# حالة فات موعدها} other {# حالة فات موعدها}} في {community}",
  "clocks.mailWarning":
    "{count, plural, zero {لا حالات} one {وقت هذه الحالة يوشك أن ينتهي.} two {وقت هاتين الحالتين يوشك أن ينتهي.} few {وقت هذه الحالات يوشك أن ينتهي.} many {وقت هذه الحالات يوشك أن ينتهي.} other {وقت هذه الحالات يوشك أن ينتهي.}}",
  "clocks.mailBreach":
    "{count, plural, zero {لا حالات} one {انتهى وقت هذه الحالة.} two {انتهى وقت هاتين الحالتين.} few {انتهى وقت هذه الحالات.} many {انتهى وقت هذه الحالات.} other {انتهى وقت هذه الحالات.}}",
  "clocks.mailCase": "الحالة {id}: {queue}، {priority}، الموعد {due}",
  "clocks.mailMore":
    "{count, plural, zero {لا مزيد.} one {وحالة أخرى.} two {وحالتان أخريان.} few {و# حالات أخرى.} many {و# حالة أخرى.} other {و# حالة أخرى.}}",
  "clocks.mailAction": "افتح المكتب",
  "clocks.mailAssigned": "تصلك هذه الرسالة لأن العمل مسند إليك.",
  "clocks.mailStaff": "تصلك هذه الرسالة لأن العمل غير مسند إلى أحد.",
};
