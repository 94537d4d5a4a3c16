import type { mail as english } from "../en/mail.ts";

/** `\u2068…\u2069` keeps a handle in Latin letters together with its @ in a right-to-left line. */
export const mail: Record<keyof typeof english, string> = {
  "mail.footer": "تصلك هذه الرسالة لأن لديك حسابًا في {community}.",
  "mail.notYou": "إن لم تطلب ذلك فلا تفعل شيئًا: لن يتغير شيء ما لم يُفتح الرابط.",

  "mail.verifySubject": "تأكيد بريدك في {community}",
  "mail.verifyHeading": "بقيت خطوة واحدة",
  "mail.verifyText":
    "أُنشئ حساب في {community} بهذا البريد وبالمعرّف \u2068@{handle}\u2069. إن كان حسابك فأكّد البريد لتتمكن من الكتابة هناك.",
  "mail.verifyAction": "تأكيد هذا البريد",
  "mail.verifyNote": "الرابط صالح للاستخدام مرة واحدة خلال ثلاثة أيام.",

  "mail.knownSubject": "لديك حساب في {community}",
  "mail.knownHeading": "لديك حساب بالفعل",
  "mail.knownText":
    "حاول أحدهم استخدام هذا البريد لحساب في {community}. وهو مستخدم في حساب قائم، لذلك لم يتغير شيء.",
  "mail.knownAction": "تسجيل الدخول",
  "mail.knownForgot": "نسيت كلمة المرور؟ اختر كلمة جديدة من هنا: {href}",

  "mail.changeSubject": "تأكيد بريدك الجديد في {community}",
  "mail.changeHeading": "تأكيد بريدك الجديد",
  "mail.changeText":
    "وصلنا من \u2068@{handle}\u2069 في {community} طلب استخدام هذا البريد من الآن فصاعدًا. ويسري التغيير بعد تأكيده.",
  "mail.changeNote": "الرابط صالح للاستخدام مرة واحدة خلال يوم واحد.",

  "mail.oldAddressSubject": "بريدك في {community} على وشك أن يتغير",
  "mail.oldAddressHeading": "طلب تغيير البريد",
  "mail.oldAddressText":
    "طلب شخص يعرف كلمة مرور \u2068@{handle}\u2069 في {community} نقل الحساب إلى بريد آخر. إن كنت أنت من طلب ذلك فلا داعي لأي إجراء.",
  "mail.oldAddressNote":
    "إن لم يكن الطلب منك فاختر كلمة مرور جديدة الآن: سيوقف ذلك النقل أيضًا ويسجّل خروجك من كل الأجهزة.",

  "mail.resetSubject": "كلمة مرور جديدة في {community}",
  "mail.resetHeading": "اختيار كلمة مرور جديدة",
  "mail.resetText":
    "وصلنا طلب كلمة مرور جديدة للحساب \u2068@{handle}\u2069 في {community}. إن كان الطلب منك فاخترها من هنا.",
  "mail.resetAction": "اختيار كلمة مرور جديدة",
  "mail.resetStart": "اختيار كلمة مرور جديدة",
  "mail.resetNote":
    "الرابط صالح للاستخدام مرة واحدة خلال ساعة واحدة. وبعد التغيير يُسجَّل خروجك من كل الأجهزة.",

  "mail.changedSubject": "تم تغيير كلمة مرورك في {community}",
  "mail.changedHeading": "تم تغيير كلمة مرورك",
  "mail.changedText":
    "تم للتو تغيير كلمة مرور \u2068@{handle}\u2069 في {community}، وتسجيل الخروج من الأجهزة الأخرى. إن كنت أنت من غيّرها فلا داعي لأي إجراء.",
  "mail.changedNote": "إن لم تكن أنت، فاختر كلمة مرور جديدة الآن وأخبر فريق المجتمع.",

  "mail.answerSubject": "إجابة من {name}: {title}",
  "mail.answerHeading": "وصلتك إجابة من {name}",
  "mail.answerAction": "قراءة الإجابة",
  "mail.answerNote": "هل حلّت الإجابة مشكلتك؟ اعتمدها ليجدها غيرك أيضًا.",

  "mail.acceptedSubject": "اعتُمدت إجابتك: {title}",
  "mail.acceptedHeading": "إجابتك حلّت المشكلة",
  "mail.acceptedText": "اعتُمدت إجابتك عن «{title}». شكرًا لمساعدتك.",
  "mail.acceptedAction": "عرض الموضوع",
};
