/** A language whose words PostgreSQL can stem: its dictionary, and words that give it away. */
type Language = { dictionary: string; common: string; compounds?: true };

/** By ISO 639-1 code. `compounds`: words are written together, so that parts must be found in them. */
export const LANGUAGES: Record<string, Language> = {
  en: {
    dictionary: "english_stem",
    common:
      "the is are do does my how what why when i to of and it in on can not with for this you from have",
  },
  de: {
    dictionary: "german_stem",
    common:
      "der die das und ist nicht ich wie mein meine ein eine mit auf fur von zu im den dem kann warum wird nach bei",
    compounds: true,
  },
  fr: {
    dictionary: "french_stem",
    common:
      "le la les un une des et est pas je mon ma mes comment pour dans sur avec que qui ne ce du au pourquoi",
  },
  es: {
    dictionary: "spanish_stem",
    common:
      "el la los las un una y es no mi mis como para en con que por de del al se puedo donde cuando",
  },
  it: {
    dictionary: "italian_stem",
    common:
      "il lo la gli un una e non mio mia come per con che di del della nel sono ho perche quando si",
  },
  pt: {
    dictionary: "portuguese_stem",
    common:
      "o a os as um uma e nao meu minha como para em com que por do da dos no na ao quando onde",
  },
  nl: {
    dictionary: "dutch_stem",
    common: "de het een en is niet ik hoe mijn met op van voor te dat wat kan waarom naar bij geen",
    compounds: true,
  },
  sv: {
    dictionary: "swedish_stem",
    common: "och att det en ett ar inte jag hur min mitt med pa av for till som kan varfor den",
    compounds: true,
  },
  da: {
    dictionary: "danish_stem",
    common: "og at det en et er ikke jeg hvordan min mit med pa af for til som kan hvorfor den",
    compounds: true,
  },
  no: {
    dictionary: "norwegian_stem",
    common: "og det en et er ikke jeg hvordan min mitt med pa av for til som kan hvorfor den",
    compounds: true,
  },
  fi: {
    dictionary: "finnish_stem",
    common: "ja on ei en miten mutta se etta minun voi kun mika miksi ole tama",
    compounds: true,
  },
  hu: {
    dictionary: "hungarian_stem",
    common: "a az es nem hogy egy van en mert de ha mit ez miert",
  },
  ro: {
    dictionary: "romanian_stem",
    common: "si nu un o este cu in la de pe pentru cum ce meu mea sunt",
  },
  tr: {
    dictionary: "turkish_stem",
    common: "ve bir bu nasil icin ne mi var degil ben ile cok neden",
  },
  ru: { dictionary: "russian_stem", common: "" },
  el: { dictionary: "greek_stem", common: "" },
  ar: { dictionary: "arabic_stem", common: "" },
  hi: { dictionary: "hindi_stem", common: "" },
  ta: { dictionary: "tamil_stem", common: "" },
  hy: { dictionary: "armenian_stem", common: "" },
};

export const COMPOUND_LANGUAGES = new Set(
  Object.keys(LANGUAGES).filter((code) => LANGUAGES[code]!.compounds),
);

/** The stemming dictionary of a language; words of others stay as they are. */
export function dictionaryOf(language: string): string | null {
  return LANGUAGES[language]?.dictionary ?? null;
}
