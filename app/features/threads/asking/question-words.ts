/** Words that say nothing of what a question is about: English, German, Arabic. */
const EMPTY = new Set(
  (
    "a about after again all am an and any are as at be been but by can cannot cant could did do does " +
    "doesnt dont for from get gets got had has have help hello hi how i if in is isnt it its just keeps me my " +
    "need new no not now of on one only or our out please problem question since so some still than thanks " +
    "that the their then there these they this to too up us very was we were what when where which who why " +
    "will with wont work working works would you your " +
    "aber alle als am an auch auf aus bei bin bis bitte da das dass dem den der des die doch ein eine einem " +
    "einen einer er es etwas frage für geht gibt habe haben hallo hat hilfe ich ihr im in ist jetzt kann kein " +
    "keine mehr mein meine meinem meinen meiner mich mir mit nach nicht noch nur ob oder problem schon sehr " +
    "seit sich sie sind so über um und uns von vor war warum was wenn wer wie wieder wir wird wo zu zum zur " +
    "في من على إلى الى عن مع هذا هذه ذلك تلك ما ماذا متى كيف لماذا هل لا لم لن قد كان كانت أن ان إن أنا انا " +
    "هو هي نحن أو او ثم بعد قبل عند كل بدون لي لدي عندي يعمل تعمل مشكلة سؤال مساعدة شكرا السلام عليكم مرحبا"
  ).split(" "),
);

const MOST = 12;
const LONGEST = 40;

function wordsIn(text: string): string[] {
  return (
    text
      .toWellFormed()
      .normalize("NFC")
      .toLowerCase()
      // Addresses and long numbers are somebody's own, and nobody else's title has them.
      .replace(/\S+@\S+|\d{5,}/g, " ")
      .replace(/[’'ʼ]/g, "")
      .split(/[^\p{L}\p{M}\p{N}-]+/u)
      .map((word) => word.replace(/^-+|-+$/g, ""))
      .filter((word) => word.length >= 2 && word.length <= LONGEST && !EMPTY.has(word))
  );
}

/** The words a question is about, those of its title first: 12 at most, in small letters. */
export function questionWords(title: string, rest = ""): string[] {
  const words = [...wordsIn(title.slice(0, 300)), ...wordsIn(rest.slice(0, 2_000))];
  return [...new Set(words)].slice(0, MOST);
}
