import type { transparency as english } from "../en/transparency.ts";

export const transparency: Record<keyof typeof english, string> = {
  "transparency.title": "كيف يقرر الفريق",
  "transparency.link": "كيف يقرر الفريق",
  "transparency.lead":
    "كل قرارات الأشهر الاثني عشر الأخيرة بالأرقام: ما تقرر وعلى أي أساس، وما آلت إليه البلاغات والاعتراضات، وكم استغرق ذلك.",
  "transparency.download": "تنزيل بصيغة CSV",
  "transparency.months": "حسب الشهر",
  "transparency.month": "الشهر",
  "transparency.year": "اثنا عشر شهرًا",
  "transparency.decisions": "القرارات",
  "transparency.decision": "القرار",
  "transparency.count": "العدد",
  "transparency.byRule": "بقاعدة آلية",
  "transparency.byPeople": "من أشخاص",
  "transparency.onTerms": "استنادًا إلى الإرشادات والشروط",
  "transparency.onLaw": "استنادًا إلى القانون",
  "transparency.restricted": "حسابات مقيّدة",
  "transparency.reports": "البلاغات",
  "transparency.received": "الواردة",
  "transparency.agreed": "اتُّفق معها",
  "transparency.declined": "رُفضت",
  "transparency.open": "مفتوحة",
  "transparency.kind": "سبب البلاغ",
  "transparency.appeals": "الاعتراضات",
  "transparency.made": "المقدَّمة",
  "transparency.upheld": "أُبقي القرار",
  "transparency.overturned": "أُلغي القرار",
  "transparency.reversals": "تراجع عنها الفريق",
  "transparency.reportMedian": "من البلاغ إلى القرار (الوسيط)",
  "transparency.appealMedian": "من الاعتراض إلى النتيجة (الوسيط)",
  "transparency.byVerb": "القرارات حسب النوع",
  "transparency.byKind": "البلاغات حسب النوع",
  "transparency.noDecisions": "لم يُتخذ أي قرار.",
  "transparency.noReports": "لم يرد أي بلاغ.",
  "transparency.minutes":
    "{count, plural, zero {# دقيقة} one {دقيقة واحدة} two {دقيقتان} few {# دقائق} many {# دقيقة} other {# دقيقة}}",
  "transparency.hours":
    "{count, plural, zero {# ساعة} one {ساعة واحدة} two {ساعتان} few {# ساعات} many {# ساعة} other {# ساعة}}",
  "transparency.days":
    "{count, plural, zero {# يوم} one {يوم واحد} two {يومان} few {# أيام} many {# يومًا} other {# يوم}}",
  "transparency.counted":
    "حُسبت في {when}. تُحسب البلاغات والاعتراضات في شهر ورودها، ولا شيء هنا يدل على أصحابها.",
  "transparency.verb":
    "{verb, select, approve {أُبقي أو أُجيز} hide {أُخفي} remove {أُزيل} restore {أُعيد} edit {عُدّل} mask {حُجبت بيانات شخصية} move {نُقل} retag {غُيّرت الوسوم} lock {أُغلق} unlock {أُعيد فتحه} mark_duplicate {أُغلق لأنه مكرر} merge {دُمج} split {قُسم} convert {غُيّر نوعه} close {نُظر فيه دون تغيير} warn {أعضاء نُبّهوا} silence {أعضاء مُنعوا من الكتابة} suspend {حسابات أُوقفت} ban {حسابات أُغلقت} remove_all {أُزيل كل ما كتبه عضو} erase_address {عناوين أُزيلت} message {أعضاء كُتب إليهم} other {غير ذلك}}",
};
