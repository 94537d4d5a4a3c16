import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { InvalidError } from "#app/lib/errors.ts";
import { detectFile } from "./detect-file.ts";

const text = (value: string) => Buffer.from(value);
const utf16 = (value: string) =>
  Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(value, "utf16le")]);
const PIXEL = { create: { width: 2, height: 2, channels: 3, background: "#123456" } } as const;

async function refusal(bytes: Buffer): Promise<string> {
  const error: unknown = await detectFile(bytes).catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidError)) throw new Error("it was taken");
  return error.fields.file!.key;
}

describe("what is taken", () => {
  for (const format of ["png", "jpeg", "webp", "gif", "avif"] as const) {
    it(`a picture: ${format}`, async () => {
      const bytes = await sharp(PIXEL).toFormat(format).toBuffer();
      expect(await detectFile(bytes)).toEqual({ kind: "image", format });
    });
  }

  it.each([
    ["application/pdf", text("%PDF-1.7\n%âãÏÓ\n")],
    ["application/zip", Buffer.from("504b0304140000000000", "hex")],
    ["text/plain; charset=utf-8", text("a,b\n1,2\n")],
    ["text/plain; charset=utf-8", text('{"hub": 3}')],
    ["text/plain; charset=utf-8", text("٣ مصابيح، \u001b[31mred\u001b[0m")],
    ["text/plain; charset=windows-1252", Buffer.from("M\u00fcnchen 12\u00b0", "latin1")],
    ["text/plain; charset=utf-16", utf16("Zeile 1\r\nZeile 2")],
  ])("a file: %s", async (mime, bytes) => {
    expect(await detectFile(bytes)).toMatchObject({ kind: "file", mime });
  });

  it("a log that speaks of markup", async () => {
    const log = text("12:00 GET /\n12:01 body was <script>alert(1)</script>\n");
    expect(await detectFile(log)).toMatchObject({ kind: "file" });
  });
});

describe("what is refused", () => {
  it.each([
    ["<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"],
    ["<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'/>"],
    ["\ufeff \n<!-- x --><svg/>"],
    ["<!DOCTYPE html><p>"],
    ["<HTML><body>"],
    ["<script>alert(1)</script>"],
    ["<img src=x onerror=alert(1)>"],
    ["<!DOCTYPE svg PUBLIC><svg/>"],
  ])("markup: %s", async (value) => {
    expect(await refusal(text(value))).toBe("upload.markup");
    expect(await refusal(utf16(value))).toBe("upload.markup");
  });

  it.each([
    ["nothing", "upload.empty", Buffer.alloc(0)],
    ["a program", "upload.unknownType", Buffer.from("7f454c4602010100", "hex")],
    ["a Windows program", "upload.unknownType", Buffer.from("4d5a900003000000", "hex")],
    ["zeros", "upload.unknownType", Buffer.alloc(5_000)],
    ["TIFF", "upload.unknownType", Buffer.from("49492a0008000000", "hex")],
    ["PostScript", "upload.unknownType", text("%!PS-Adobe-3.0\n")],
    [
      "HEIC",
      "upload.heic",
      Buffer.from("000000186674797068656963000000006d696631686569630000", "hex"),
    ],
  ])("%s", async (_, key, bytes) => {
    expect(await refusal(bytes)).toBe(key);
  });
});
