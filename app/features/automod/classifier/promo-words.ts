/** Words of one purpose; a text is described by which purposes its words serve, not by brands. */
export type PromoGroup =
  | "own thing"
  | "call to act"
  | "asks a favour"
  | "money"
  | "haste"
  | "votes"
  | "greeting"
  | "speaks of oneself"
  | "speaks to the reader"
  | "other platforms"
  | "terms"
  | "intimate"
  | "services";

const OWN =
  "channel|videos?|vids?|songs?|tracks?|covers?|music|blog|website|site|page|link|profile|playlist|account|band|shop|store|offer|app|game|business|company|remix|rap|album|single|beats?|mixtape|instagram|facebook|twitter|subs|subscribers|kanal|seite|laden|angebot|قناتي|صفحتي|متجري";
const ACT =
  "check|see|come|visit|click|subscribe|sub|follow|share|download|join|buy|order|call|text|txt|reply|send|register|sign up|apply|claim|vote|watch|listen|search|look up|contact|whatsapp|support|donate|give|add|try|hit me up|abonniert?|klickt?|kauft?|bestellt?|besucht?|ruft? an|folgt|اشترك|اضغط|اتصل|تابع|اشتر";
const FAVOUR =
  "please|pls|plz|plse|thanks|thank you|would mean|appreciate|help me|support me|give (?:me|us|it)|chance|bitte|danke|من فضلك|شكرا";
const MONEY =
  "money|cash|free|win|won|winner|prize|award|reward|bonus|gift|voucher|offer|discount|cheap|sale|deal|price|cost|loans?|credit|profit|income|earn|earning|paid|guaranteed|jackpot|coupon|bitcoin|crypto|invest\\p{L}*|trial|subscription|gratis|kostenlos|gewinn\\p{L}*|rabatt|günstig|geld|kredit|مجان\\p{L}*|ربح|جائزة|خصم|مال";
const HASTE =
  "urgent|now|today|hurry|last chance|limited|immediately|expires?|final|only|asap|congrat\\p{L}*|jetzt|sofort|heute|nur noch|الآن|عاجل|اليوم";
const PLATFORMS =
  "facebook|instagram|twitter|tumblr|soundcloud|spotify|itunes|telegram|whatsapp|twitch|paypal|ebay|amazon|snapchat|tiktok|kik|patreon|youtube";
const TERMS =
  "t ?& ?cs?|ts ?& ?cs|tcs?|terms apply|to stop|unsub\\p{L}*|opt ?out|18\\+|16\\+|over 1[68]|po ?box|box\\d*|per (?:min|msg|text|week|month)|ppm|std|helpline|landline|land line";
const INTIMATE =
  "sexy?|xxx|porn|horny|nude|naked|dating|singles|escorts?|hot girls?|adult|flirt|lover|kinky|babes?";
const SERVICES =
  "specialist|expert|astrolog\\p{L}*|supplements?|weight loss|diet|skin ?care|packers|movers|escort|customer (?:care|service|support)|toll ?free|support number|power ?level\\p{L}*|seo|backlinks?|followers|hair|keto|slim\\p{L}*|anti.?aging|enhancement|potenz\\p{L}*|abnehmen";

const word = (list: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${list})(?![\\p{L}\\p{N}])`, "gu");

/** Patterns by group, for text in small letters with single spaces. English, German and Arabic. */
export const PROMO_WORDS: readonly (readonly [PromoGroup, RegExp])[] = [
  [
    "own thing",
    word(`(?:my|our|mein\\p{L}{0,2}|unser\\p{L}{0,2})(?: \\p{L}{1,20}){0,3} (?:${OWN})`),
  ],
  ["call to act", word(ACT)],
  ["asks a favour", word(FAVOUR)],
  ["money", word(MONEY)],
  ["haste", word(HASTE)],
  ["votes", word("thumbs? up|like (?:this|if|for)|likes?|daumen hoch")],
  ["greeting", /^(?:hi|hey|hello|hallo|dear|yo|guys|everyone|attention|liebe\p{L}?)(?!\p{L})/gu],
  ["speaks of oneself", word("i|me|im|i['’]m|ill|i['’]ll|ich|mir|mich")],
  ["speaks to the reader", word("you|u|ur|your|ya|yr|du|dir|dein\\p{L}{0,2}")],
  ["other platforms", word(PLATFORMS)],
  ["terms", word(TERMS)],
  ["intimate", word(INTIMATE)],
  ["services", word(SERVICES)],
];
