import { describe, expect, it } from "vitest";
import { cleanFileName } from "./file-name.ts";
import { readUploadAddress, uploadAddress } from "./upload-address.ts";

describe("a file's name", () => {
  it.each([
    ["Screenshot 2026-11-23 at 14.05.11.PNG", "Screenshot-2026-11-23-at-14.05.11.webp"],
    ["../../etc/passwd", "passwd.webp"],
    ["C:\\Users\\me\\hub.jpg", "hub.webp"],
    ['"><img src=x onerror=alert(1)>.png', "img-src-x-onerror-alert-1.webp"],
    ["a](javascript:alert(1)).png", "a-javascript-alert-1.webp"],
    ["صورة الموجّه.jpg", "صورة-الموجّه.webp"],
    ["\u202egnp.exe", "gnp.webp"],
    ["", "file.webp"],
    ["....", "file.webp"],
    ["\0\u0007\r\nX-Header: 1.png", "X-Header-1.webp"],
    ["half \ud800 pair.png", "half-pair.webp"],
  ])("%j", (given, kept) => {
    expect(cleanFileName(given, ["webp"])).toBe(kept);
  });

  it("keeps an extension that its content allows, and no other", () => {
    expect(cleanFileName("router.LOG", ["txt", "log"])).toBe("router.log");
    expect(cleanFileName("run.html", ["txt", "log"])).toBe("run.txt");
    expect(cleanFileName("page.html.txt", ["txt", "log"])).toBe("page.html.txt");
  });

  it("stays short, percent-encoded too", () => {
    for (const given of ["x".repeat(5_000), "م".repeat(5_000), "😀".repeat(900)]) {
      const address = uploadAddress({
        id: "a".repeat(26),
        name: cleanFileName(given, ["webp"]),
        width: 10_000,
        height: 10_000,
      });
      expect(address.length).toBeLessThan(300);
    }
  });
});

describe("an address", () => {
  const id = "abcdefghijklmnopqrstuvw234";

  it("says its size when it is a picture", () => {
    const picture = { id, name: "hub.webp", width: 20, height: 10 };
    expect(uploadAddress(picture)).toBe(`/files/${id}-20x10/hub.webp`);
    expect(readUploadAddress(`${id}-20x10`, "hub.webp")).toEqual(picture);
    const file = { id, name: "hub.log", width: null, height: null };
    expect(uploadAddress(file)).toBe(`/files/${id}/hub.log`);
    expect(readUploadAddress(id, "hub.log")).toEqual(file);
  });

  it.each(["", id.slice(1), `${id}x`, `${id}-0x1`, `${id}-1x`, id.toUpperCase(), `${id}-1x1-2x2`])(
    "is none: %s",
    (file) => {
      expect(readUploadAddress(file, "x")).toBeNull();
    },
  );
});
