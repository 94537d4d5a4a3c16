import { describe, expect, it } from "vitest";
import { countMarked, markWords, type Sought } from "./mark-words.ts";
import { snippetOf } from "./snippet.ts";

/** The text with its hits in brackets. */
function marked(text: string, words: string[], beside: string[] = []): string {
  const sought: Sought = { words, beside };
  return markWords(text, sought)
    .map((part) => (part.hit ? `[${part.text}]` : part.text))
    .join("");
}

describe("marked words", () => {
  it("are marked whatever their case, accents and forms of letters", () => {
    expect(marked("Mein Gerät: GERÄTE, geraet", ["=gerat", "gerat"])).toBe(
      "Mein [Gerät]: [GERÄTE], geraet",
    );
    expect(marked("Résumé des coûts", ["=cout", "cout"])).toBe("Résumé des [coûts]");
    expect(marked("Straße 5", ["=strasse"])).toBe("[Straße] 5");
    expect(marked("إعادة تشغيل الراوتر", ["=راوتر", "راوتر"])).toBe("إعادة تشغيل [الراوتر]");
    expect(marked("للبطاقة وبالبطاقة وبطاقة", ["=بطاقه"])).toBe("[للبطاقة وبالبطاقة وبطاقة]");
  });

  it("are marked by their stems, and not what only begins alike", () => {
    const words = ["activ", "=activating"];
    expect(marked("active, activation, activities of activists", words)).toBe(
      "[active], [activation], [activities] of [activists]",
    );
    expect(marked("One battery, two batteries", ["batteri", "=batteries"])).toBe(
      "One [battery], two [batteries]",
    );
    expect(marked("cars, a carpet, scars", ["car", "=car"])).toBe("[cars], a carpet, scars");
    expect(marked("ports, portable, portals of Portugal", ["port", "=port"])).toBe(
      "[ports], portable, [portals] of Portugal",
    );
  });

  it("mark compounds that an engine named", () => {
    expect(
      marked("Der Glasfaseranschluss ist da", ["anschluss", "=anschluss", "=glasfaseranschluss"]),
    ).toBe("Der [Glasfaseranschluss] ist da");
  });

  it("are pairs of characters in scripts without spaces", () => {
    expect(marked("无法连接到网络。网络很慢", ["网络"])).toBe("无法连接到[网络]。[网络]很慢");
    expect(marked("インターネットに接続できない", ["接続", "続で", "でき"])).toBe(
      "インターネットに[接続でき]ない",
    );
    expect(marked("인터넷이 느려요", ["인터", "터넷"])).toBe("[인터넷]이 느려요");
  });

  it("mark what says little only beside what says more", () => {
    const words = ["hub", "=hub", "3", "hub3"];
    expect(marked("Hub 3 since 3 May, hub-3 and HUB3", words)).toBe(
      "[Hub 3] since 3 May, [hub-3] and [HUB3]",
    );
    expect(marked("It is not so: eSIM not activating", ["esim", "activ"], ["not"])).toBe(
      "It is not so: [eSIM not activating]",
    );
    expect(marked("3 of 5", ["3"])).toBe("[3] of 5");
  });

  it("mark neighbours that are one word elsewhere", () => {
    expect(marked("The Wi-Fi, the WiFi, why fi", ["wifi", "=wifi"])).toBe(
      "The [Wi-Fi], the [WiFi], why fi",
    );
    expect(marked("ERR_CONNECTION_RESET", ["errconnectionreset"])).toBe("[ERR_CONNECTION_RESET]");
  });

  it("join to one text again, whatever it holds", () => {
    const text = "<b>Hub</b> & 👩‍👩‍👧 hub\u0000 ﬁber 1½ ÉCRAN";
    const parts = markWords(text, { words: ["hub", "fiber", "ecran", "=", ""] });
    expect(parts.map((part) => part.text).join("")).toBe(text);
    expect(parts.filter(({ hit }) => hit).map((part) => part.text)).toEqual([
      "Hub",
      "hub",
      "ﬁber",
      "ÉCRAN",
    ]);
    expect(markWords("", { words: ["a"] })).toEqual([]);
  });

  it("are counted once however often they stand there", () => {
    const sought = { words: ["hub", "router"] };
    expect(countMarked("hub hub hub", sought)).toBe(1);
    expect(countMarked("A router and two routers at the Hub", sought)).toBe(2);
    expect(countMarked("nothing", sought)).toBe(0);
  });
});

describe("a snippet", () => {
  it("shows where most of the words stand, on one line", () => {
    const filler = "word ".repeat(80);
    const text = `The hub alone.\n${filler}the hub and\n\nthe router together ${filler}`;
    const snippet = snippetOf(text, ["hub", "router"]);
    expect(snippet).toMatch(/^…(word )+the hub and the router together word/);
    expect(snippet).toMatch(/…$/);
    expect(snippet.length).toBeLessThan(210);
    expect(snippetOf(text, ["hub"])).toMatch(/^The hub alone\. word/);
    expect(snippetOf("连".repeat(300) + "网络很慢", ["网络"])).toMatch(/^…网络很慢$/);
  });
});
