import type { Finding } from "../screened.ts";
import { patternFinding, type Pattern } from "./pattern.ts";
import { readHosts } from "./read-hosts.ts";

const BRANDS =
  "prada|gucci|chanel|hermes|vuitton|burberry|rolex|omega|cartier|tiffany|pandora|nike|adidas|jordan|airmax|moncler|ugg|timberland|rayban|oakley|longchamp|michaelkors|coach|beats|babyliss|ghd|viagra|cialis|canadagoose|northface|nfl|abercrombie|hollister|louboutin|lululemon|fendi|versace|celine|mulberry|asics|newbalance|converse|reebok|puma|katespade|barbour|woolrich|jimmychoo|balenciaga|swarovski";
const GOODS =
  "handbags?|bags?|shoes?|boots?|watch(?:es)?|jackets?|jerseys?|sunglass(?:es)?|glasses|headphones?|jewelr?l?ry|bracelets?|rings?|curl(?:er|s)?|straightener|coats?|sneakers?|pills?|belts?|wallets?|purses?|store|shop|outlet|sale|cheap|online|replicas?|discount|wholesale|free|uk|usa|pascher";
const TRADE_NAMES =
  /(?:payday|loans?|casino|escorts?|replica|pharmacy|viagra|cialis|seo(?:service|expert|company)|weightloss|essay(?:writ|help)|packers(?:and)?movers|vashikaran|blackmagic|astrolog|customercare|supportnumber|techsupport|cheap(?:est)?[a-z]{3,}|[a-z]{3,}outlet)/;
const BRAND_WITH_GOODS = new RegExp(
  `(?:${GOODS})(?:s|for|of|the)?(?:${BRANDS})|(?:${BRANDS})(?:s|for|of|the)?(?:${GOODS})`,
);
const NUMBER = /\d(?:[\s().-]{0,2}\d){9,14}/;

/** A name that advertises: a brand with its goods run together, a trade, a host or a number to dial. */
export const findPromotingName: Pattern = ({ author }): Finding[] => {
  const name = author.name.slice(0, 200).normalize("NFKC");
  const joined = name.toLowerCase().replace(/[^a-z]/g, "");
  const promotes =
    BRAND_WITH_GOODS.test(joined) ||
    TRADE_NAMES.test(joined) ||
    NUMBER.test(name) ||
    readHosts(name).some(({ full }) => full);
  return promotes ? [patternFinding("promotingName", { verdict: "hold", seen: name })] : [];
};
