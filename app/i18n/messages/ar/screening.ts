import type { screening as english } from "../en/screening.ts";

export const screening: Record<keyof typeof english, string> = {
  "screening.adviceTitle": "يُرجى إلقاء نظرة على هذا أولًا",
  "screening.adviceLead": "لم يُنشر شيء بعد. عدّل نصك أو انشره كما هو.",
  "screening.adviceSaveLead": "لم يُحفظ شيء بعد. عدّل نصك أو احفظه كما هو.",
  "screening.postAsItIs": "انشره كما هو",
  "screening.saveAsItIs": "احفظه كما هو",
  "screening.heldNote": "لا يرى هذا غيرك وغير الفريق إلى أن يطّلع عليه أحدهم. {reason}",
  "screening.outsideAuthor": "يطلب منك أحد فحوص هذا المجتمع أن تراجع نصك.",
  "screening.outsideSaid": "{reason}",
  "screening.outsideStaff": "يطلب الفحص الخارجي الاطّلاع عليه",
  "screening.outsideNoted": "الفحص الخارجي: {note}",
  "screening.postedAnyway": "نُشر رغم تنبيه صاحبه",
  "screening.editedVisible": "جاء مع تعديل، وما زال ظاهرًا",
  "screening.lookedAgain": "عُثر عليه لاحقًا: تعطّل أحد الفحوص عند النشر",
  "screening.imported": "عُثر عليه في محتوى مستورد",
};
