/**
 * How streets with a number are written. `sure`: nobody writes it of anything else; the others count
 * with a postcode and town behind them, or behind a word such as "live at". All are bounded.
 */
export type AddressShape = {
  name: string;
  shape: RegExp;
  sure: boolean;
  /** Matches the end of the name alone, "straße 5". */
  ending?: boolean;
};

const CAP = "\\p{Lu}[\\p{L}'.-]{0,24}";
const EDGE = "(?<![\\p{L}\\p{N}_./$€£#-])";
const NUMBER = "\\d{1,5}(?: ?[a-zA-Z](?![\\p{L}\\p{N}]))?(?: ?[-/] ?\\d{1,4})?";
const NO_MORE = "(?![\\p{L}\\p{N}_]|[.,:]\\d)";
const SIDE = "(?:(?:N|S|E|W|NE|NW|SE|SW|North|South|East|West)\\.? )?";
const NAMES = `(?:(?:${CAP}|\\d{1,3}(?:st|nd|rd|th)) ){1,4}`;
const FLAT = "(?:(?:Flat|Apt\\.?|Apartment|Unit|Suite|Ste\\.?|Room) ?#?\\w{1,5},? )?";

/** Numbers before the name: English, in the Americas, Britain, Ireland, Australia. */
const english = (suffixes: string): RegExp =>
  new RegExp(`${EDGE}${FLAT}${NUMBER},? ${SIDE}${NAMES}(?:${suffixes})\\b\\.?`, "gu");
/** Written small, as people do: one or two words, none of them a small word. */
const englishSmall = new RegExp(
  `${EDGE}\\d{1,5}[a-z]? (?:(?!(?:the|of|a|an|my|our|one|two|way|down|per|days?|hours?|miles?|and|on|in|to)\\b)[a-z]{3,20} ){1,2}(?:street|avenue|lane|road|boulevard)\\b`,
  "gu",
);
/** Numbers behind the name, whose last part says what it is: "Lindenstraße 5", "Kerkstraat 12". */
const joined = (suffixes: string): RegExp =>
  new RegExp(
    `(?:${suffixes})\\.? ?(?:Nr\\.? ?)?\\d{1,4}(?: ?[a-zA-Z](?![\\p{L}\\p{N}]))?(?:[-/]\\d{1,3}){0,3}${NO_MORE}`,
    "giu",
  );
/** A word for a street, its name, a number: "Calle Mayor 5", "Via Roma, 12". */
const named = (words: string, least = 1): RegExp =>
  new RegExp(
    `${EDGE}(?:${words}) ?(?:(?:de|del|della|dei|di|da|do|dos|das|du|des|la|las|los|el|le|y|e) |(?:dell|d|l)'){0,3}(?:${CAP}[ ,]{1,2}(?:(?:de|del|della|dei|di|da|do|dos|das|la|las|los|y|e) ){0,2}){${least},5}(?:n[.º°o]{0,2} ?|nº ?|num\\.? ?)?\\d{1,4}(?: ?[a-zA-Z](?![\\p{L}\\p{N}]))?${NO_MORE}`,
    "gu",
  );
const french = (words: string, first = "[\\p{L}\\d]"): RegExp =>
  new RegExp(
    `${EDGE}\\d{1,4}(?: ?(?:bis|ter|quater|[A-D])(?!\\p{L}))?,? (?:${words}) (?:(?:de la|de l'|du|des|de|d'|la|le|les|l'|aux?|à)(?: |(?<=')))?${first}[\\p{L}'-]{1,24}(?:[ -](?:(?:de|du|des|la|le) |d'|l'){0,2}\\p{Lu}[\\p{L}'-]{0,24}){0,4}`,
    "gu",
  );
/** Each word small, with a capital, and in capitals. */
const anyCase = (list: string): string =>
  list
    .split("|")
    .flatMap((word) => [word, word[0]!.toUpperCase() + word.slice(1), word.toUpperCase()])
    .join("|");

export const ADDRESS_SHAPES: readonly AddressShape[] = [
  {
    name: "English",
    shape: english(
      "Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Boulevard|Blvd|Crescent|Terrace|Gardens|Grove|Parkway|Pkwy|Highway|Hwy",
    ),
    sure: true,
  },
  {
    name: "English, words with other senses",
    shape: english(
      "Drive|Dr|Way|Court|Ct|Place|Pl|Close|Square|Sq|Circle|Cir|Trail|Row|Mews|Hill|Park|Walk|View|Heights|Loop|Green|Quay|Wharf|Parade|Esplanade|Rise|End|Gate",
    ),
    sure: false,
  },
  { name: "English, small", shape: englishSmall, sure: false },
  {
    name: "A street with one name",
    shape: new RegExp(`${EDGE}${NUMBER} (?:Broadway|Strand|Whitehall|Piccadilly)\\b`, "gu"),
    sure: false,
  },
  {
    name: "German",
    shape: joined("stra(?:ß|ss)e|(?<=\\p{Ll}{2})str\\.|gasse|(?<=[\\p{L}-])allee|chaussee"),
    sure: true,
    ending: true,
  },
  {
    name: "German, words with other senses",
    shape: joined(
      "(?<=\\p{L}{2}[- ]?)(?:str|weg|platz|ring|damm|ufer|steig|stieg|hof|park|berg|graben|markt|kai|winkel|siedlung|feld|grund|wiese|brücke|tor|promenade|garten|rain)",
    ),
    sure: false,
    ending: true,
  },
  {
    name: "German, with a preposition",
    shape: new RegExp(
      `${EDGE}(?:Am|An der|An den|Im|In der|In den|Auf dem|Auf der|Zum|Zur|Unter den|Beim|Hinter dem|Vor dem) (?:${CAP} ){1,2}${NUMBER}${NO_MORE}`,
      "gu",
    ),
    sure: false,
  },
  {
    name: "Dutch",
    shape: joined("(?<=\\p{L}{3})(?:straat|gracht|laan)"),
    sure: true,
    ending: true,
  },
  {
    name: "Dutch, words with other senses",
    shape: joined("(?<=\\p{L}{3})(?:kade|singel|plein|dijk|steeg|pad|dreef|hof|straatweg)"),
    sure: false,
    ending: true,
  },
  {
    name: "Dutch, the word first",
    shape: new RegExp(
      `${EDGE}(?:Laan|Weg|Plein|Straat|Singel) van (?:de |den |der |het )?(?:${CAP} ){1,2}${NUMBER}${NO_MORE}`,
      "gu",
    ),
    sure: false,
  },
  {
    name: "Nordic",
    shape: joined("(?<=\\p{L}{2})(?:gatan|vägen|gata|vej|veien|vegen|gade|katu|tie|gränd|allé)"),
    sure: false,
    ending: true,
  },
  {
    name: "French",
    shape: french(
      anyCase(
        "rue|avenue|av\\.|boulevard|bd\\.|bd|chemin|impasse|allée|allées|quai|ruelle|faubourg",
      ),
    ),
    sure: true,
  },
  {
    name: "French, words with other senses",
    shape: french(
      anyCase("place|cours|passage|route|square|sentier|résidence|lotissement"),
      "\\p{Lu}",
    ),
    sure: false,
  },
  {
    name: "Spanish, Italian, Portuguese",
    shape: named(
      "[Cc]alle|C\\/|Cl\\.|Avda\\.?|[Aa]venida|[Pp]laza|Pza\\.?|[Pp]aseo|Carrer|[Vv]iale|[Pp]iazza|P\\.zza|[Cc]orso|[Vv]icolo|[Rr]ua|[Tt]ravessa|[Pp]raça",
    ),
    sure: true,
  },
  {
    name: "Spanish, Italian, Portuguese, words with other senses",
    shape: named(
      "[Rr]ue|Avenue|Chemin|Route|Place|Boulevard|Quai|[Vv]ia|[Ll]argo|[Ss]trada|[Cc]amino|[Rr]onda|[Ee]strada|[Aa]lameda|Av\\.",
    ),
    sure: false,
  },
  {
    name: "Polish and Russian",
    shape: new RegExp(
      `${EDGE}(?:ul\\.|al\\.|os\\.|ulica|ул\\.|улица|проспект|пр-т|пр\\.|переулок|пер\\.) ?(?:\\p{Lu}[\\p{L}.-]{0,24}[ ,]{1,2}){1,4}(?:д\\.? ?|дом )?\\d{1,4}(?:[/-]\\d{1,4})?[a-zа-я]?${NO_MORE}`,
      "gu",
    ),
    sure: true,
  },
  {
    name: "Arabic",
    shape: new RegExp(
      `(?<!\\p{L})(?:شارع|طريق)(?: \\p{L}{2,20}){1,4}[ ،,]{1,3}(?:(?:رقم|مبنى|بناية|عمارة|فيلا|منزل|شقة) ?){0,2}\\d{1,4}${NO_MORE}`,
      "gu",
    ),
    sure: true,
  },
  {
    name: "Boxes",
    shape: new RegExp(
      `(?<!\\p{L})(?:P\\.? ?O\\.? ?Box|Postfach|Postbus|Boîte postale|BP|Casella postale|Apartado(?: de correos)?|ص\\.?ب\\.?)[ :]{1,2}\\d[\\d ]{0,8}\\d${NO_MORE}`,
      "giu",
    ),
    sure: false,
  },
];

const TOWN =
  "(?:St\\. |Bad )?\\p{Lu}[\\p{L}'-]{1,28}(?:[ /](?:am |an der |im |in |bei |de |del |la |sur |sous |en |den |di )?\\p{Lu}[\\p{L}'-]{1,24}){0,2}";
const GAP = "[ ,;\\n·|-]{1,4}";
const UNIT =
  "(?:(?:Apt\\.?|Apartment|Unit|Suite|Ste\\.?|Flat|Floor|Top|Tür|Stiege|Stg\\.?|Wohnung|Whg\\.?|App\\.?|Hinterhaus|bus|piso|esc\\.?|scala|int\\.?|#) ?#?[\\w/.-]{1,6}|\\d{1,2}[.ºª°]? ?(?:OG|Stock|étage|floor|piso|[A-D]\\b))";
const POSTCODE_TOWN = `(?:(?:D|A|CH|DE|AT|F|FR|NL|B|BE|L|I|IT|E|ES|DK|SE|NO|PL|PT)[- ]{1,2})?(?:\\d{4}[ ]?[A-Z]{2}|\\d{2}-\\d{3}|\\d{4}-\\d{3}|\\d{3} \\d{2}|\\d{4,5})[ ,]{1,2}${TOWN}`;
const TOWN_POSTCODE = `(?:\\p{Lu}[\\p{L}'. -]{1,30}[,\\n] ?){0,3}\\p{Lu}[\\p{L}'. -]{1,30}[ ,]{1,3}(?:[A-Z]{2,3}[ ,]{1,2}\\d{4,5}(?:-\\d{4})?|(?:[A-Z]{2} )?[A-Z]\\d[A-Z] ?\\d[A-Z]\\d|[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2})`;
/** What may follow a street: a flat, then town and postcode in either order. Sticky. */
export const TAIL = new RegExp(
  `(?:${GAP}${UNIT}){0,2}${GAP}(?:${POSTCODE_TOWN}|${TOWN_POSTCODE})(?![\\p{L}\\p{N}])`,
  "uy",
);
