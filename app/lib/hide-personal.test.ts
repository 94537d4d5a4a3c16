import { describe, expect, it } from "vitest";
import { hidePersonal } from "./hide-personal.ts";

describe("hiding personal details", () => {
  it.each([
    ["order for ann.b+x@mail.example.org late", "order for … late"],
    ["call +49 30 1234567", "call …"],
    ["(030) 123 45 67 busy", "… busy"],
    ["030.123.4567 busy", "… busy"],
    ["٠١٢٣٤٥٦٧٨٩ مشغول", "… مشغول"],
    ["card 4111 1111 1111 1111 refused", "card … refused"],
    ["DE89 3704 0044 0532 0130 00 debit", "… debit"],
    ["parcel 00340434161094042557", "parcel …"],
    ["customer number K-48211", "customer number …"],
    ["serial number AB12-3456", "serial number …"],
    ["Kundennummer 48211 sperren", "Kundennummer … sperren"],
    ["https://shop.example/reset?token=abc#me fails", "https://shop.example/reset fails"],
  ])("%s", (typed, kept) => expect(hidePersonal(typed)).toBe(kept));

  it.each([
    "Hub-3 router 5 GHz",
    "error 0x80070005",
    "ERR_CONNECTION_RESET 404",
    "192.168.178.1 login",
    "update of 2026-11-23 to 7.2.14",
    "24.12.2026 opening hours",
    "account number where",
    "serial number location",
    "order status",
    "case cover",
    "iPhone 15 Pro 256 GB",
    "price 1.299,00",
  ])("leaves alone: %s", (typed) => expect(hidePersonal(typed)).toBe(typed));
});
