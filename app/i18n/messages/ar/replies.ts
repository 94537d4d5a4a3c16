export const replies = {
  "replies.tab": "ردود جاهزة",
  "replies.title": "ردود جاهزة",
  "replies.lead": "ما يقوله المكتب مرارًا. تُملأ هذه الكلمات بين الأقواس: {variables}.",
  "replies.saved": "تم الحفظ.",
  "replies.none": "لا ردود بعد",
  "replies.noneText": "أضف أول رد أدناه؛ وفي المكتب تأخذه المفاتيح من 1 إلى 9.",
  "replies.newTitle": "رد جديد",
  "replies.name": "الاسم",
  "replies.text": "النص",
  "replies.add": "أضف الرد",
  "replies.remove": "إزالة",
};
