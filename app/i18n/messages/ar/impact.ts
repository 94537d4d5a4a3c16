export const impact = {
  "impact.rankTitle": "الرتبة",
  "impact.rankHow": "كيف تعمل الرتب",
  "impact.rankPath": "الرتبة {place, number} من {count, number}: {name}",
  "impact.points":
    "{count, plural, zero {لا نقاط} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}",
  "impact.next": "ما تطلبه رتبة {rank} بعد",
  "impact.nextDone": "لديك كل ما تطلبه رتبة {rank}. تُحدَّث الرتب خلال يوم على الأكثر.",
  "impact.highest": "لا توجد رتبة أعلى. شكرًا لك على كل ذلك.",
  "impact.staffNoRank": "يساعد فريق العمل لأن ذلك عمله، ولذلك لا يصعد في الرتب.",
  "impact.met": "تحقق",
  "impact.notYet": "ليس بعد",
  "impact.otherCriterion": "جزء آخر من الصيغة",
  "impact.earnedTitle": "من أين أتت نقاطك",
  "impact.earnedSum": "كل النقاط",
  "impact.everyPoint": "كل نقطة على حدة",

  "impact.pointsTitle": "نقاط {name}",
  "impact.pointsLead":
    "كل قيد كما سُجّل، الأحدث أولًا. إذا زال سبب النقاط سحبها قيد آخر. ولا يُذكر من صوّت في أي مكان.",
  "impact.pointsWhen": "متى",
  "impact.pointsFor": "لأجل ماذا",
  "impact.pointsRule": "القاعدة",
  "impact.pointsCount": "النقاط",
  "impact.pointsNone": "لا نقاط بعد",
  "impact.pointsNoneText": "إجابة مقبولة أو صوت «مفيد» يجلب أولى النقاط.",
  "impact.pointsEarlier": "قيود أقدم",
  "impact.pointsPages": "صفحات القيود",
  "impact.pointsNewest": "الأحدث",
  "impact.pointsBack": "سُحبت",
  "impact.pointsGone": "سُحبت لاحقًا",
  "impact.pointsVersion": "الإصدار {version, number}",
  "impact.pointsVersionDefault": "القواعد الأولى",
  "impact.pointsHidden": "موضوع لم يعد معروضًا",

  "impact.knowsTitle": "مجالات معرفته",
  "impact.knowsTopic": "المجال",
  "impact.knowsAccepted": "مقبولة",
  "impact.knowsAnswers": "الإجابات",
  "impact.knowsHelpful": "أصوات «مفيد»",

  "impact.helped":
    "{count, plural, zero {أشخاص استفادوا} one {شخص استفاد} two {شخصان استفادا} few {أشخاص استفادوا} many {شخصًا استفاد} other {شخص استفاد}}",
  "impact.title": "أثرك",
  "impact.note": "يُحسب كل ليلة",
  "impact.lead":
    "ما آلت إليه {count, plural, zero {الأسئلة} one {المسألة} two {المسألتان} few {الأسئلة الـ#} many {الأسئلة الـ#} other {الأسئلة الـ#}} مما حللته.",
  "impact.reads":
    "{count, plural, zero {قرّاء} one {قارئ} two {قارئان} few {قرّاء} many {قارئًا} other {قارئ}}",
  "impact.sameHere":
    "{count, plural, zero {أعضاء لديهم السؤال نفسه} one {عضو لديه السؤال نفسه} two {عضوان لديهما السؤال نفسه} few {أعضاء لديهم السؤال نفسه} many {عضوًا لديهم السؤال نفسه} other {عضو لديهم السؤال نفسه}}",
  "impact.worked": "قالوا إن الحل نجح",
  "impact.found": "وجدوا إجابتك قبل أن يسألوا",
  "impact.calls": "مكالمات وُفّرت، تقديرًا",
  "impact.how": "كيف يُحسب هذا",
  "impact.howHelped":
    "المستفيدون هم من قالوا ذلك: من سأل، أو لديه السؤال نفسه، أو قال إن الحل نجح، كل عضو مرة واحدة؛ وكل إفادة من زائر؛ وكل سؤال انتهى عند إجابتك.",
  "impact.howReads":
    "يُحسب القارئ مرة في اليوم لكل إجابة، من يوم قبولها، من دون البرامج ومن دونك. ولا يُحفظ اسم أحد لأجل ذلك.",
  "impact.howCalls":
    "المكالمات الموفرة تقدير تقريبي: تفترض {brand} أن {share, number} من كل 100 مستفيد كانوا سيتصلون. ومن قرأ ولم يقل شيئًا لا يُحسب.",

  "impact.tab": "التقدير",
  "impact.settingsLead": "ما يراه الآخرون من نقاطك، وما نكتبه إليك.",
  "impact.monthTitle": "رسالة عن شهرك",
  "impact.monthText":
    "في الأيام الأولى من الشهر: نقاطك وأوسمتك وإجاباتك المقبولة، ومن ساعدتهم، وسؤال قد تعرف جوابه. ولا تصل رسالة إن لم يكن هناك ما يُقال.",
  "impact.monthOn": "راسلوني عن كل شهر",
  "impact.choicesTitle": "أين تظهر",
  "impact.onLeaderboards": "أظهروني في لوحات الصدارة",
  "impact.openToInvites": "يمكن دعوتي بالبريد للإجابة عن أسئلة",
  "impact.openToInvitesHint": "ثلاث مرات في اليوم على الأكثر.",
  "impact.badgeTitle": "شارتك في مواقع أخرى",
  "impact.badgeText":
    "صورة فيها اسمك ورتبتك ونقاطك تعرض الحال الراهن دائمًا. وهي متوقفة ما لم تفعّلها.",
  "impact.badgeOn": "اسمحوا لمواقع أخرى بعرض شارتي",
  "impact.badgeSnippet": "شيفرة HTML لموقعك",
  "impact.badgeSnippetHint": "تعرض الصورة وتقود إلى صفحتك هنا.",
  "impact.badgeSnippetAlt": "{name} في {community}",
  "impact.badgeAlt": "{name}، {rank} في {community}",
  "impact.saved": "تم الحفظ.",

  "impact.mailSubject": "حصيلتك في {month} في {community}",
  "impact.mailHeading": "حصيلتك في {month}",
  "impact.mailPoints":
    "{count, plural, zero {لا نقاط} one {نقطة واحدة} two {نقطتان} few {# نقاط} many {# نقطة} other {# نقطة}}",
  "impact.mailAccepted":
    "{count, plural, zero {لا إجابات مقبولة} one {إجابة مقبولة واحدة} two {إجابتان مقبولتان} few {# إجابات مقبولة} many {# إجابة مقبولة} other {# إجابة مقبولة}}",
  "impact.mailHelped":
    "{count, plural, zero {لم يقل أحد إنك ساعدته} one {قال شخص واحد إنك ساعدته} two {قال شخصان إنك ساعدتهما} few {قال # أشخاص إنك ساعدتهم} many {قال # شخصًا إنك ساعدتهم} other {قال # شخص إنك ساعدتهم}}",
  "impact.mailReads":
    "{count, plural, zero {لم تُقرأ إجاباتك} one {قُرئت إجاباتك مرة واحدة} two {قُرئت إجاباتك مرتين} few {قُرئت إجاباتك # مرات} many {قُرئت إجاباتك # مرة} other {قُرئت إجاباتك # مرة}}",
  "impact.mailBadges":
    "{count, plural, zero {أوسمة جديدة: {names}} one {وسام جديد: {names}} two {وسامان جديدان: {names}} few {أوسمة جديدة: {names}} many {أوسمة جديدة: {names}} other {أوسمة جديدة: {names}}}",
  "impact.mailThanks": "شكرًا لك.",
  "impact.mailWaiting": "هذا السؤال ينتظر، ولديك معرفة بموضوع {tag}:",
  "impact.mailAnswer": "قراءة السؤال",
  "impact.mailProfile": "عرض صفحتك",
  "impact.mailNote": "طلبت هذه الرسالة، مرة في الشهر على الأكثر.",

  "impact.stopTitle": "إيقاف الرسائل عن شهرك؟",
  "impact.stopText": "يمكنك تفعيلها من جديد في إعداداتك.",
  "impact.stopAction": "أوقفوا هذه الرسائل",
  "impact.stopped": "تم. لن تصلك رسائل أخرى عن شهرك.",
  "impact.stopGone": "لم يعد هذا الرابط لأي حساب.",

  "impact.staffTab": "المكالمات الموفرة",
  "impact.staffTitle": "قيمة المساعدة",
  "impact.staffLead":
    "يرى الأعضاء في صفحاتهم كم مكالمة ربما وفّروها عليكم. هذا تقدير، وهو يقوم على رقم واحد منكم.",
  "impact.shareLabel": "من كل 100 شخص أفادتهم إجابة، كم منهم كان سيتصل؟",
  "impact.shareHint":
    "اسألوا مركز الاتصال أو القرّاء. القيمة الافتراضية {share, number} مأخوذة من مثال منشور في هذا المجال. والقيمة 0 لا تعرض مكالمات.",
  "impact.shareBad": "اكتب عددًا صحيحًا من 0 إلى 100.",
  "impact.formulaTitle": "الصيغة",
  "impact.formula": "المكالمات الموفرة = المستفيدون × النسبة، مقرّبًا إلى الأدنى",
  "impact.formulaText":
    "المستفيدون هم فقط من قالوا ذلك. والمشاهدات متروكة عمدًا: معظم القرّاء ما كانوا ليتصلوا، فمضاعفة المشاهدات تبدو دقيقة وليست كذلك.",
};
