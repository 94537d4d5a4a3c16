import { readWordStream } from "../words/word-stream.ts";

/**
 * Words that say nothing when a text has no others: thanks, praise, agreement, "same here", nudging.
 * English, German, Arabic, French, Spanish.
 */
const WORDS = `
  good great nice cool awesome excellent perfect super amazing wonderful helpful useful interesting
  post posts answer question thread article info information tip work job idea point one
  thanks thank thx ty tysm cheers you u so much a lot very really all everyone guys mate bro sir
  for this that the it its is was sharing share posting help helping your reply
  +1 1 ++ up bump ping push following follow subscribed same here me too also agree agreed i do
  yes yep yeah no nope ok okay k lol haha wow hi hello hey dear any news update updates please pls
  works fine well done exactly right true correct like love welcome first
  gut guter gutes gute super toll klasse prima spitze beitrag antwort frage danke dankeschön vielen
  dank besten herzlichen dir euch ihnen sehr schön für den die das diese diesen dein deine hilfe tipp
  ja nein genau stimmt richtig passt ich auch mir geht es genauso dito hallo moin hi bitte schubs
  irgendwas neues gibt es was weiß schon hochschieb
  شكرا شكراً جزيلا جزيلاً لك لكم كثيرا كثيراً على هذا هذه المشاركة المنشور الموضوع الجواب الإجابة
  المعلومة المعلومات ممتاز ممتازة رائع رائعة جميل جميلة جيد جيدة مشاركة موضوع منشور مفيد مفيدة
  أحسنت بارك الله فيك وفيك نعم لا تمام حسنا وأنا أنا أيضا أيضاً نفس المشكلة عندي أتفق معك للرفع رفع
  مرحبا السلام عليكم أهلا يا أخي
  merci beaucoup bonjour super parfait génial bravo moi aussi pareil oui non idem pour
  gracias muchas muy bueno buena genial perfecto hola yo también igual si
`;

/** Twelve words are no longer. */
const LONGEST = 200;

const FILLERS = new Set(readWordStream(WORDS).text.split(" "));

/** True when a text has words and none that says something. */
export function isFiller(text: string): boolean {
  if (text.length > LONGEST) return false;
  const words = readWordStream(text).text.trim().split(" ");
  return words[0] !== "" && words.length <= 12 && words.every((word) => FILLERS.has(word));
}
