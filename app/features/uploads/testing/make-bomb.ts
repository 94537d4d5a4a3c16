import sharp from "sharp";
import { blackPng, gif, jpegHead, pngWithText, webpHead } from "./bombs.ts";

const MB = 1024 * 1024;
const flat = (width: number, height: number, channels: 3 | 4 = 4) =>
  sharp({ create: { width, height, channels, background: { r: 9, g: 80, b: 90, alpha: 0.5 } } });

export type Bomb = {
  make: () => Buffer | Promise<Buffer>;
  /** What becomes of it: taken in some size, or why not. */
  outcome: RegExp;
};

const TAKEN = /^taken [1-9]/;
const PIXELS = /^upload\.tooManyPixels$/;
const BROKEN = /^upload\.broken$/;

/** What goes for a file, by name; "at the limit" is the most that is decoded of its kind. */
export const BOMBS: Record<string, Bomb> = {
  "png 30000x30000": {
    make: () => blackPng({ width: 30_000, height: 30_000 }, 300),
    outcome: PIXELS,
  },
  "png at the limit": { make: () => flat(8_000, 6_200).png().toBuffer(), outcome: TAKEN },
  "png interlaced, over the limit": {
    make: () => blackPng({ width: 7_000, height: 7_000, interlaced: true }, 100),
    outcome: PIXELS,
  },
  "png interlaced, at the limit": {
    make: () => flat(4_900, 3_260).png({ progressive: true }).toBuffer(),
    outcome: TAKEN,
  },
  "png with a lying head": {
    make: () => blackPng({ width: 7_000, height: 7_000, bitDepth: 16 }, 10),
    outcome: BROKEN,
  },
  // The picture is fine, what hangs on it is not unpacked.
  "png with 300 MB of text": { make: () => pngWithText(300 * MB), outcome: TAKEN },
  "jpeg head 65000x65000": { make: () => jpegHead(65_000, 65_000), outcome: PIXELS },
  "jpeg head at the limit": { make: () => jpegHead(4_900, 3_260), outcome: BROKEN },
  "jpeg turned, at the limit": {
    make: () => flat(8_000, 6_200, 3).withMetadata({ orientation: 6 }).jpeg().toBuffer(),
    outcome: TAKEN,
  },
  "jpeg progressive, at the limit": {
    make: () =>
      flat(4_900, 3_260, 3).jpeg({ progressive: true, chromaSubsampling: "4:4:4" }).toBuffer(),
    outcome: TAKEN,
  },
  "webp head 16384x16384": { make: () => webpHead(16_384, 16_384), outcome: /^upload\./ },
  "webp at the limit": {
    make: () => flat(4_900, 3_260).webp({ effort: 0 }).toBuffer(),
    outcome: TAKEN,
  },
  "avif over the limit": {
    make: () => flat(4_000, 3_000).avif({ effort: 0, quality: 40 }).toBuffer(),
    outcome: PIXELS,
  },
  "avif at the limit": {
    make: () =>
      flat(2_400, 1_740).avif({ effort: 0, quality: 40, chromaSubsampling: "4:4:4" }).toBuffer(),
    outcome: TAKEN,
  },
  "gif 65000x65000": { make: () => gif(65_000, 65_000, 2), outcome: /^upload\./ },
  "gif of 100000 frames": {
    make: () => gif(500, 500, 100_000),
    outcome: /^upload\.tooManyFrames$/,
  },
  "gif of 200 large frames": { make: () => gif(2_000, 2_000, 200), outcome: PIXELS },
  "gif at the limit": { make: () => gif(210, 190, 300), outcome: TAKEN },
  "cut off": {
    make: async () => (await flat(5_000, 5_000, 3).jpeg().toBuffer()).subarray(0, 40_000),
    outcome: BROKEN,
  },
  "10 MB of markup": {
    make: () => Buffer.alloc(10 * MB - 100, "<svg><g>"),
    outcome: /^upload\.markup$/,
  },
};
