import type { telling as english } from "../en/telling.ts";

export const telling: Record<keyof typeof english, string> = {
  "telling.did":
    "{verb, select, hide {أُخفيت مشاركتك} remove {أُزيلت مشاركتك} edit {عُدّلت مشاركتك} mask {حُجبت بيانات شخصية في مشاركتك} restore {عادت مشاركتك إلى الظهور} move {نُقل موضوعك} lock {أُغلق موضوعك} mark_duplicate {أُغلق سؤالك لأنه مكرر} merge {دُمج موضوعك مع موضوع آخر} split {صار جزء من موضوعك موضوعًا مستقلًا} convert {تغيّر نوع موضوعك} warn {تلقيت تنبيهًا} silence {لا يمكنك الكتابة حاليًا} suspend {حسابك موقوف مؤقتًا} ban {أُغلق حسابك} remove_all {أُزيل كل ما كتبته} erase_address {أُزيل عنوانك} message {كتب إليك الفريق} other {اتخذ الفريق قرارًا يخصك}}",
  "telling.means":
    "{verb, select, hide {لا يراها الآن إلا أنت والفريق.} remove {لا يراها الآن إلا الفريق.} edit {يرى القراء النص المعدّل، ويبيّن السجل ما تغيّر.} mask {تظهر مكانها إشارة. يحتفظ الفريق بالأصل مدة محدودة ثم يُحذف.} restore {من كان يستطيع قراءتها يستطيع ذلك من جديد.} move {صار في قسم آخر، وعنوانه القديم يقود إليه.} lock {لا يقبل ردودًا جديدة، وتبقى قراءته ممكنة.} mark_duplicate {لا يقبل إجابات جديدة، وصفحته تقود إلى السؤال الآخر.} merge {عنوانه يقود إلى الموضوع الآخر.} split {تبقى قراءة الموضوعين ممكنة.} convert {لم يضع شيء مما كتبته.} warn {لا يتغير شيء آخر، ويبقى التنبيه في سجلك.} silence {يمكنك الدخول والقراءة، لا الكتابة أو التصويت أو تعديل ملفك.} suspend {لا يمكنك تسجيل الدخول.} ban {لم يعد بإمكانك تسجيل الدخول.} remove_all {لا يراه الآن إلا الفريق.} erase_address {لا نكتب إليه بعد الآن، ولا يمكن لأحد التسجيل به.} message {لم يُتخذ أي قرار بشأنك.} other {تبيّن الصفحة المعنية ما تغيّر.}}",
  "telling.items":
    "{count, plural, zero {لم تُزل أي مشاركة.} one {أُزيلت مشاركة واحدة.} two {أُزيلت مشاركتان.} few {أُزيلت # مشاركات.} many {أُزيلت # مشاركة.} other {أُزيلت # مشاركة.}}",
  "telling.restsOn":
    "{ground, select, law {يستند القرار إلى القانون.} other {يستند القرار إلى إرشادات هذا المجتمع وشروطه.}}",
  "telling.restsOnRule":
    "{ground, select, law {يستند القرار إلى القانون: {rule}} other {يستند القرار إلى إرشادات هذا المجتمع وشروطه: {rule}}}",
  "telling.by": "{by, select, rule {اتخذته قاعدة آلية دون إنسان.} other {اتخذه شخص من الفريق.}}",
  "telling.where": "في «{title}»",
  "telling.reasonIs": "السبب: {reason}",
  "telling.untilIs": "ينتهي في {when}.",
  "telling.endless": "يستمر إلى أن ينهيه الفريق.",
  "telling.subject": "{did} – {community}",
  "telling.appealAction": "تقديم اعتراض",
  "telling.appealNote":
    "يمكنك الاعتراض حتى {when}. يبت فيه شخص آخر من الفريق. يعمل الرابط دون تسجيل الدخول، فاحتفظ به لنفسك.",
  "telling.redress": "يمكنك أيضًا اللجوء إلى جهة معتمدة لتسوية النزاعات خارج المحاكم أو إلى القضاء.",
  "telling.undone": "تراجع الفريق عن قرار يخصك",
  "telling.undoneText": "كان القرار: {did}. عاد كل شيء كما كان.",
  "telling.again": "عاد قرار يخصك إلى السريان",
  "telling.againText": "كان الفريق قد تراجع عنه. القرار: {did}.",
  "telling.seeAction": "عرض القرارات التي تخصك",
  "telling.appealGot": "وصلنا اعتراضك",
  "telling.appealGotText": "يتعلق بهذا القرار: {did}. ينظر فيه شخص آخر من الفريق ويكتب إليك.",
  "telling.appealSee": "عرض اعتراضك",
  "telling.appealOutcome":
    "{outcome, select, overturned {كان اعتراضك في محله} other {بقي القرار بعد اعتراضك}}",
  "telling.appealOutcomeText":
    "{outcome, select, overturned {أُلغي القرار وأُعيد كل ما غيّره. كان القرار: {did}.} other {نظر فيه شخص آخر ووصل إلى النتيجة نفسها. القرار: {did}.}}",
  "telling.answerIs": "رد الفريق: {answer}",
  "telling.reportGot": "وصلنا بلاغك",
  "telling.reportGotText":
    "أبلغت عن «{title}» على أنه محتوى مخالف للقانون. ينظر فيه شخص من الفريق ويكتب إليك بما تقرر.",
  "telling.reportNumber": "رقم بلاغك: {id}",
  "telling.reportDone":
    "{outcome, select, agreed {اتفق الفريق مع بلاغك} other {لم يتفق الفريق مع بلاغك}}",
  "telling.reportDoneText":
    "{outcome, select, agreed {أبلغت عن «{title}» ({kind}). اتفق الفريق معك واتخذ إجراءً.} other {أبلغت عن «{title}» ({kind}). نظر فيه الفريق ورأى أنه يمكن أن يبقى.}}",
  "telling.reportAgain": "نظر فيه الفريق مرة أخرى: يحل هذا محل ما كتبناه إليك من قبل.",
  "telling.reportThanks": "شكرًا لاهتمامك بهذا المجتمع.",
  "telling.reportRedress":
    "إن لم توافق، يمكنك الرد على الفريق أو اللجوء إلى جهة معتمدة لتسوية النزاعات خارج المحاكم أو إلى القضاء.",
  "telling.reportStop": "يمكنك إيقاف الرسائل عن بلاغاتك من الإعدادات.",
  "telling.reportSettings": "الإعدادات",
  "telling.guestFooter": "تصلك هذه الرسالة لأنك أبلغت عن شيء في {community}.",
  "telling.member": "ملف أحد الأعضاء",
  "telling.tab": "القرارات",
  "telling.pageTitle": "القرارات التي تخصك",
  "telling.pageLead":
    "ما قرره الفريق بشأنك وبشأن ما كتبته، مع السبب. يمكنك الاعتراض على كل قرار مرة واحدة خلال {days, plural, zero {# يوم} one {يوم واحد} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.",
  "telling.none": "لا قرارات تخصك",
  "telling.noneText": "إن اتخذ الفريق قرارًا فستجده هنا مع سببه.",
  "telling.older": "قرارات أقدم",
  "telling.mails": "رسائل عن بلاغاتك",
  "telling.mailsOn": "أخبروني بما آلت إليه بلاغاتي",
  "telling.mailsHint": "عن بلاغات المحتوى المخالف للقانون نكتب إليك دائمًا.",
  "telling.saved": "حُفظ.",
  "telling.reason": "السبب",
  "telling.ground": "الأساس",
  "telling.decidedBy": "صاحب القرار",
  "telling.when": "متى",
  "telling.until": "ينتهي",
  "telling.meaning": "ما يعنيه",
  "telling.state":
    "{state, select, stands {سارٍ} ended {انتهى} undone {تراجع عنه الفريق} other {سارٍ}}",
  "telling.stateLabel": "الحالة",
  "telling.appealState":
    "{outcome, select, upheld {بُتّ فيه: بقي القرار} overturned {بُتّ فيه: كنت محقًا} other {وصل ولم يُبتّ فيه بعد}}",
  "telling.appealLabel": "اعتراضك",
  "telling.appealTitle": "الاعتراض على قرار",
  "telling.appealLead": "ينظر فيه شخص آخر من الفريق. يمكنك الاعتراض مرة واحدة حتى {when}.",
  "telling.appealText": "لماذا القرار خاطئ؟",
  "telling.appealTextHint": "حتى {max, number} حرف. يرى الفريق القرار وبجانبه نصك.",
  "telling.appealSend": "إرسال الاعتراض",
  "telling.appealReceived": "اعتراضك لدى الفريق",
  "telling.appealReceivedText": "يبت فيه شخص غير الأول. نكتب إليك عندئذ، وتبيّنه هذه الصفحة أيضًا.",
  "telling.appealUpheld": "بقي القرار",
  "telling.appealUpheldText": "نظر في اعتراضك شخص غير الأول.",
  "telling.appealOverturned": "كان اعتراضك في محله",
  "telling.appealOverturnedText": "أُلغي القرار وأُعيد كل ما غيّره.",
  "telling.appealUndone": "لم يبق ما يُعترض عليه",
  "telling.appealUndoneText": "تراجع الفريق عن هذا القرار في هذه الأثناء.",
  "telling.appealLate": "فات موعد الاعتراض",
  "telling.appealLateText": "كان الاعتراض ممكنًا حتى {when}.",
  "telling.decision": "القرار",
  "telling.answer": "رد الفريق",
  "telling.silencedTitle": "يمكنك القراءة دون الكتابة حاليًا.",
  "telling.silencedUntil": "ينتهي ذلك في {when}.",
  "telling.silencedReason": "السبب: {reason}",
  "telling.silencedAction": "التفاصيل أو الاعتراض",
};
