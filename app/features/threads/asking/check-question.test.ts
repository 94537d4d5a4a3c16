import { describe, expect, it } from "vitest";
import { findPersonal } from "#app/lib/find-personal.ts";
import { checkQuestion, type QuestionText } from "./check-question.ts";
import { questionWords } from "./question-words.ts";

const check = (given: Partial<QuestionText>) =>
  checkQuestion({ title: "", body: "", tried: "", hasDetails: false, ...given });

describe("what of a question is there", () => {
  it("is nothing of an empty one", () => {
    const { done, personal } = check({});
    expect(Object.values(done)).toEqual([false, false, false, false, false]);
    expect(personal).toEqual([]);
  });

  it.each([
    [
      "English",
      {
        title: "Hub 3 drops the Wi-Fi every evening",
        body: "Since Monday the orange light blinks. Which channel is best?",
        tried: "Restarted it twice.",
      },
    ],
    [
      "German",
      {
        title: "Die Hub 3 verliert jeden Abend das WLAN",
        body: "Seit Montag blinkt das Licht orange. Ich habe sie schon neu gestartet.",
      },
    ],
    [
      "Arabic",
      {
        title: "جهاز Hub 3 يفقد الاتصال كل مساء",
        body: "منذ يوم الاثنين يومض الضوء البرتقالي. جربت إعادة التشغيل.",
      },
    ],
  ])("is everything of a good one in %s", (_language, given) => {
    expect(check(given)).toEqual({
      done: { title: true, tried: true, one: true, details: true, private: true },
      personal: [],
    });
  });

  it("misses what only asks for help, and several questions in one", () => {
    expect(check({ title: "Please help, it does not work" }).done.title).toBe(false);
    expect(check({ title: "Bitte um Hilfe, es geht nicht" }).done.title).toBe(false);
    expect(check({ title: "أرجو المساعدة" }).done.title).toBe(false);
    const body = "Why is it slow? And the bill? And the app? And when does support open?";
    expect(check({ body }).done.one).toBe(false);
  });

  it("takes a field of the space for the device", () => {
    expect(check({ body: "It is slow.", hasDetails: true }).done.details).toBe(true);
    expect(check({ body: "It is slow." }).done.details).toBe(false);
  });
});

describe("personal details", () => {
  it.each([
    ["Write to aisha.rahman@example.com please", "email"],
    ["راسلوني على name@example.com", "email"],
    ["My number is 07700 900142 if that helps", "phone"],
    ["Call +44 7700 900142", "phone"],
    ["Ruf mich an: 030/90 18 20 (abends), 0170-5550123", "phone"],
    ["رقمي ٠٥٠١٢٣٤٥٦٧", "phone"],
    ["My card 4111 1111 1111 1111 was charged", "card"],
    ["IBAN DE89 3704 0044 0532 0130 00", "account"],
    ["The serial number is HB3-99120453-XZ", "serial"],
    ["Meine Kundennummer: 88123456", "serial"],
    ["الرقم التسلسلي: HB399120453", "serial"],
    ["IMEI 490154203237518", "serial"],
  ])("are found in %s", (text, kind) => {
    expect(findPersonal(text)).toContain(kind);
  });

  it.each([
    "Since 2024-11-23 14:05 it has been slow, again on 01/02/2025",
    "Seit dem 23.11.2024 um 14:05 Uhr",
    "منذ 23/11/2024 الساعة 14:05",
    "Firmware 07.39.01.123 on the Hub 3, build 20241123",
    "The router is at 192.168.100.254 and says 0x80070005",
    "Paid 12,500.00 of 1 000 000",
    "Speeds of 900 to 1000 Mbit/s, not 100",
    "Order a Pixel 9 Pro 256 GB",
    "See https://example.com/t/07700900142/07700900142",
    "Follow @marta, she knows",
    "Error 1234-5678-9012",
    "Die Seriennummer steht auf der Rückseite",
    "Where is the serial number of the hub?",
    "أين أجد الرقم التسلسلي؟",
    "000 000 000 000",
  ])("are not found in %s", (text) => {
    expect(findPersonal(text)).toEqual([]);
  });

  it("are looked for in bounded steps, whatever the text", () => {
    for (const piece of ["1 ", "a@", "+(", "AB12 ", "٠-", "serial "]) {
      expect(() => findPersonal(piece.repeat(40_000))).not.toThrow();
    }
  });
});

describe("the words of a question", () => {
  it("are those it is about, the title's first", () => {
    expect(questionWords("Why is my Wi-Fi so slow?", "The Hub 3 isn’t new")).toEqual([
      "wi-fi",
      "slow",
      "hub",
    ]);
    expect(questionWords("Warum ist mein WLAN so langsam?")).toEqual(["wlan", "langsam"]);
    expect(questionWords("لماذا بطاقتي لا تعمل؟")).toEqual(["بطاقتي"]);
  });

  it("are few, short, and nobody’s address or number", () => {
    expect(questionWords("word ".repeat(3) + "x".repeat(60), "a1 b2 ".repeat(900))).toEqual([
      "word",
      "a1",
      "b2",
    ]);
    expect(questionWords("aisha@example.com 07700900142 hub")).toEqual(["hub"]);
    const many = Array.from({ length: 50 }, (_, index) => `w${index}`).join(" ");
    expect(questionWords(many)).toHaveLength(12);
  });
});
