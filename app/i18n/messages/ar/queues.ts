export const queues = {
  "queues.askTeam": "اسأل الفريق",
  "queues.askTeamLead": "يوصل السؤال إلى من هم وراء العلامة. يجيبون في الموضوع.",
  "queues.askTeamText": "ما الذي لم يُحل بعد؟",
  "queues.askTeamHint":
    "لا يقرأ هذا إلا الفريق. لا تكتب ما لا ينبغي أن يعرفه أحد، مثل أرقام البطاقات.",
  "queues.askTeamSend": "اسأل الفريق",
  "queues.asked": "وصل السؤال إلى الفريق، وسيجيب في الموضوع.",
  "queues.askedAlready": "لدى الفريق هذا السؤال بالفعل.",
  "queues.backToThread": "العودة إلى الموضوع",
  "queues.whyUnanswered":
    "لم يُجب أحد منذ {hours, plural, zero {# ساعة} one {ساعة واحدة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.",
  "queues.whyIncident":
    "{count, plural, zero {# عضو لديه} one {عضو واحد لديه} two {عضوان لديهما} few {# أعضاء لديهم} many {# عضوًا لديهم} other {# عضو لديهم}} الأمر نفسه خلال {hours, plural, zero {# ساعة} one {ساعة} two {ساعتين} few {# ساعات} many {# ساعة} other {# ساعة}}.",
  "queues.whyVotes": "أصوات تبدو غير عادلة: انظر صفحة عدالة الأصوات.",
  "queues.whyRepeated":
    "{count, plural, zero {# مشاركة} one {مشاركة واحدة} two {مشاركتان} few {# مشاركات} many {# مشاركة} other {# مشاركة}} أُزيلت أو أُخفيت خلال {days, plural, zero {# يوم} one {يوم} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.",
  "queues.whyAsked": "يطلب {name} الفريق. {text}",
  "queues.number": "اكتب عددًا صحيحًا من 0 إلى {max, number}.",
  "queues.title": "ما يصل إلى المكتب تلقائيًا",
  "queues.unansweredHours": "عدد الساعات حتى يصل سؤال بلا إجابة إلى المكتب",
  "queues.unansweredHint": "0: أبدًا.",
  "queues.incidentCount": "عدد من لديهم الأمر نفسه خلال ساعتين مما قد يكون عطلًا",
  "queues.incidentHint": "0: أبدًا.",
};
