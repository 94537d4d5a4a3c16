import type { checks as english } from "../en/checks.ts";

export const checks: Record<keyof typeof english, string> = {
  "checks.maskEmail": "[بريد إلكتروني مخفي]",
  "checks.maskPhone": "[رقم هاتف مخفي]",
  "checks.maskCard": "[رقم بطاقة مخفي]",
  "checks.maskAccount": "[حساب مصرفي مخفي]",
  "checks.maskNationalId": "[رقم هوية مخفي]",
  "checks.maskAddress": "[عنوان مخفي]",
  "checks.nameInvisible": "محارف غير مرئية",
  "checks.nameWords": "قوائم الكلمات",
  "checks.namePersonalData": "بيانات شخصية",
  "checks.nameSubstance": "الطول والمضمون",
  "checks.nameShouting": "الأحرف الكبيرة",
  "checks.nameFloods": "تكرار المحارف والكلمات",
  "checks.nameLinkNumber": "عدد الروابط",
  "checks.nameNewcomerLimits": "حدود الجدد",
  "checks.nameNewDomains": "نطاقات جديدة",
  "checks.nameShorteners": "روابط مختصرة",
  "checks.nameMisleadingLinks": "روابط مضللة",
  "checks.namePromotion": "الترويج",
  "checks.nameRepeats": "التكرار",
  "checks.nameCopies": "نسخ من الآخرين",
  "checks.nameRate": "المشاركات في الساعة",
  "checks.namePatterns": "أنماط البريد المزعج المعروفة",
  "checks.nameClassifier": "شبيه بما أُزيل كرسائل مزعجة",
  "checks.nameOutside": "فحص خارجي",
  "checks.invisibleAuthor": "في نصك محارف غير مرئية، ربما جاءت من مكان النسخ. اكتب الكلمات بنفسك.",
  "checks.invisibleStaff":
    "{count, plural, zero {لا محارف غير مرئية} one {محرف غير مرئي يخفي كلمات أو يقلبها} two {محرفان غير مرئيين يخفيان كلمات أو يقلبانها} few {# محارف غير مرئية تخفي كلمات أو تقلبها} many {# محرفًا غير مرئي يخفي كلمات أو يقلبها} other {# محرف غير مرئي يخفي كلمات أو يقلبها}}",
  "checks.wordAuthor": "هذه الكلمات غير مقبولة في هذا المجتمع: {words}. عبّر بغيرها.",
  "checks.wordStaff": "في القائمة «{list}»: {words}",
  "checks.personalAuthor":
    "{kind, select, email {في نصك عنوان بريد إلكتروني.} phone {في نصك رقم هاتف.} card {في نصك رقم بطاقة.} account {في نصك حساب مصرفي.} national_id {في نصك رقم هوية.} address {في نصك عنوان بريدي.} other {في نصك رابط يحمل بيانات شخصية.}} يستطيع الجميع قراءته هنا: احذفه. لا يحتاج إليه فريق الدعم علنًا أبدًا.",
  "checks.personalStaff":
    "{kind, select, email {بريد إلكتروني} phone {رقم هاتف} card {رقم بطاقة} account {حساب مصرفي} national_id {رقم هوية} address {عنوان بريدي} other {بيانات شخصية في رابط}} ({count, number})",
  "checks.tooShortAuthor": "لا يكفي هذا لفهم المقصود. اذكر ما تراه وما جرّبته أو ما نفع.",
  "checks.tooShortStaff": "أقل من {least, number} من الأحرف",
  "checks.fillerAuthor":
    "هذا شكر أو موافقة. للشكر والموافقة زر التصويت وزر «لدي المشكلة نفسها»، والجواب لما يفيد.",
  "checks.fillerStaff": "شكر أو مدح أو موافقة فقط",
  "checks.onlyLinksAuthor": "ليس هنا إلا رابط. اذكر بكلماتك ما يوجد فيه وكيف يفيد.",
  "checks.onlyLinksStaff": "لا شيء سوى روابط",
  "checks.onlyQuoteAuthor": "ليس هنا إلا اقتباس. أضف ما تريد قوله عنه.",
  "checks.onlyQuoteStaff": "لا شيء سوى اقتباس",
  "checks.shoutingAuthor": "نصك بأحرف كبيرة، وهي تُقرأ كأنها صراخ. اكتبه كما تقوله.",
  "checks.shoutingStaff": "معظمه بأحرف كبيرة",
  "checks.stackedMarksAuthor": "على أحرف نصك علامات متراكمة. اكتبه بأحرف عادية.",
  "checks.stackedMarksStaff": "علامات متراكمة على الأحرف",
  "checks.sameCharacterAuthor": "محرف واحد يتكرر كثيرًا. اختصره.",
  "checks.sameCharacterStaff": "صف طويل من محرف واحد",
  "checks.sameWordAuthor": "كلمة واحدة تتكرر كثيرًا. اكتبها مرة واحدة.",
  "checks.sameWordStaff": "كلمة واحدة مرارًا",
  "checks.emojiAuthor": "الرموز التعبيرية هنا أكثر مما ينفع الكلام. اترك بعضها فقط.",
  "checks.emojiStaff": "معظمه رموز تعبيرية",
  "checks.linkNumberAuthor":
    "في نصك {count, plural, zero {لا روابط} one {رابط واحد} two {رابطان} few {# روابط} many {# رابطًا} other {# رابط}}. أبقِ أنفعها، والحد الأقصى: {most, number}.",
  "checks.linkNumberStaff":
    "{count, plural, zero {لا روابط} one {رابط واحد} two {رابطان} few {# روابط} many {# رابطًا} other {# رابط}}، أكثر من {most, number}",
  "checks.newcomerLinksAuthor":
    "الحد الأقصى في منشورات الجدد: {most, plural, =0 {بلا روابط} zero {بلا روابط} one {رابط واحد} two {رابطان} few {# روابط} many {# رابطًا} other {# رابط}}. احذف بعضها؛ يزول هذا الحد بعد مدة.",
  "checks.newcomerLinksStaff":
    "عضو جديد مع {count, plural, zero {لا روابط} one {رابط واحد} two {رابطان} few {# روابط} many {# رابطًا} other {# رابط}}، أكثر من {most, number}",
  "checks.newcomerImagesAuthor":
    "الحد الأقصى في منشورات الجدد: {most, plural, =0 {بلا صور} zero {بلا صور} one {صورة واحدة} two {صورتان} few {# صور} many {# صورة} other {# صورة}}. احذف بعضها؛ يزول هذا الحد بعد مدة.",
  "checks.newcomerImagesStaff":
    "عضو جديد مع {count, plural, zero {لا صور} one {صورة واحدة} two {صورتان} few {# صور} many {# صورة} other {# صورة}}، أكثر من {most, number}",
  "checks.newDomainAuthor":
    "في نصك رابط إلى موقع لم يُذكر هنا من قبل: {domains}. يطّلع عليه فريق الدعم أولًا.",
  "checks.newDomainStaff": "ذُكر للمرة الأولى: {domains}",
  "checks.shortenerAuthor": "يخفي {domains} وجهة الرابط. استعمل العنوان الكامل.",
  "checks.shortenerStaff": "روابط مختصرة: {domains}",
  "checks.linkMismatchAuthor": "رابط مكتوب عليه «{shown}» ويؤدي إلى {domain}. اجعله يذكر وجهته.",
  "checks.linkMismatchStaff": "رابط مكتوب عليه «{shown}» ويؤدي إلى {domain}",
  "checks.linkImitatesAuthor":
    "رابط يؤدي إلى {domain} الذي يشبه {imitates} وهو موقع آخر. تحقق من العنوان.",
  "checks.linkImitatesStaff": "رابط إلى {domain} الذي يشبه {imitates}",
  "checks.linkDressedUpAuthor":
    "رابط يؤدي إلى {domain}، واسمه من أحرف متشابهة الشكل. تحقق من العنوان.",
  "checks.linkDressedUpStaff": "رابط إلى {domain}، وهو اسم من أحرف متشابهة الشكل",
  "checks.ownDomainAuthor": "في نصك رابط إلى {domain} ويبدو أنه لك. اذكر ذلك، وأجب من دونه.",
  "checks.ownDomainStaff": "رابط إلى {domain} المذكور في اسم الكاتب أو ملفه",
  "checks.sameDomainAuthor": "معظم منشوراتك تؤدي إلى {domain}. اكتب الجواب في المنشور نفسه.",
  "checks.sameDomainStaff":
    "منشورات لهذا العضو تؤدي إلى {domain}: {count, plural, zero {لا منشورات} one {منشور واحد} two {منشوران} few {# منشورات} many {# منشورًا} other {# منشور}}",
  "checks.repeatAuthor": "نشرت شيئًا مثله تقريبًا منذ قليل. أضف إلى ذلك المنشور.",
  "checks.repeatStaff":
    "النص نفسه تقريبًا من هذا العضو: {count, plural, zero {ولا مرة} one {مرة واحدة} two {مرتان} few {# مرات} many {# مرة} other {# مرة}}",
  "checks.copyAuthor": "نشر غيرك شيئًا مثله تقريبًا منذ قليل. عبّر بكلماتك أو أضف إلى منشوره.",
  "checks.copyStaff": "مطابق بنسبة {percent, number} % لنص حديث من عضو آخر",
  "checks.rateAuthor":
    "نشرت أكثر من {most, number} مشاركات خلال ساعة. سيطّلع الفريق على هذه أولًا، فخذ وقتك قبل التالية.",
  "checks.rateStaff": "{count, number} مشاركات خلال ساعة، أكثر من {most, number}",
  "checks.brokenAuthor": "لم نتمكن من فحص نصك الآن. يطّلع عليه فريق الدعم قبل ظهوره.",
  "checks.brokenStaff": "تعطّل الفحص «{check}» ولم يُفحص النص به",
};
