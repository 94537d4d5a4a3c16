import type { uploads as english } from "../en/uploads.ts";

export const uploads: Record<keyof typeof english, string> = {
  "upload.title": "رفع ملف",
  "upload.lead": "اختر صورة أو ملفًا، وستحصل على سطر تلصقه في نصك. لا يرى الملف أحد غيرك حتى تنشره.",
  "upload.file": "الملف",
  "upload.fileHint":
    "صور (PNG وJPEG وWebP وGIF وAVIF) أو PDF أو نص (TXT وLOG وCSV وJSON) أو ZIP، حتى 10 ميغابايت.",
  "upload.send": "رفع",
  "upload.refused": "لم يُقبل الملف.",
  "upload.storedTitle": "ملفك",
  "upload.stored": "تم رفع {name}.",
  "upload.markdown": "الصق هذا في نصك",
  "upload.markdownHint": "الملف الذي لا يظهر في مشاركة أو مسودة يُحذف بعد يوم.",
  "upload.look": "عرض الملف",
  "upload.picturesLater":
    "يمكنك نشر الصور ابتداءً من رتبة «{rank}». صف بالكلمات ما تظهره إلى ذلك الحين.",
  "upload.noPictures": "لا يمكن نشر الصور هنا. صف بالكلمات ما تظهره.",
  "upload.noFile": "اختر ملفًا.",
  "upload.oneFile": "ملف واحد في كل مرة.",
  "upload.empty": "هذا الملف فارغ.",
  "upload.cutOff": "لم يصل الملف كاملًا. أرسله مرة أخرى.",
  "upload.tooLarge": "هذا الملف أكبر من المسموح. الحد الأقصى {max, number} ميغابايت.",
  "upload.tooManyPixels":
    "في هذه الصورة وحدات بكسل أكثر من المسموح: الحد الأقصى {max, number} مليون. صغّرها أولًا.",
  "upload.tooManyFrames": "في هذه الصورة إطارات أكثر من المسموح: الحد الأقصى {max, number}.",
  "upload.broken": "تتعذر قراءة هذه الصورة، وقد تكون تالفة. احفظها مرة أخرى بصيغة PNG أو JPEG.",
  "upload.markup":
    "لا نقبل ملفات SVG وHTML وXML لأنها قد تشغّل برامج. أرسل الصورة بصيغة PNG، أو ضع الملف في ZIP.",
  "upload.heic": "لا نقبل صور HEIC. احفظها بصيغة JPEG أولًا.",
  "upload.unknownType":
    "لا نقبل هذا النوع من الملفات. نقبل الصور وPDF والنص العادي وZIP. ضع الملفات الأخرى في ZIP.",
  "upload.quotaFiles":
    "أرسلت {max, plural, zero {# ملف} one {ملفًا واحدًا} two {ملفين} few {# ملفات} many {# ملفًا} other {# ملف}} خلال يوم. أرسل المزيد غدًا.",
  "upload.quotaBytes": "يمكنك إرسال {max, number} ميغابايت في اليوم. أرسل المزيد غدًا.",
  "upload.notHere": "في نصك صورة أو ملف لم يعد موجودًا، أو ليس لك أن تعرضه. ارفعه مرة أخرى.",
};
