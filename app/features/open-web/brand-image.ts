import { crc32, deflateSync } from "node:zlib";

export const BRAND_IMAGE = { width: 1200, height: 630 } as const;

type Colour = [red: number, green: number, blue: number];

function chunk(type: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(body.length, 0);
  frame.writeUInt32BE(crc32(typed), 4);
  return Buffer.concat([frame.subarray(0, 4), typed, frame.subarray(4)]);
}

function colourOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Light falling from the upper middle, as a lamp over a door: 0 outside of it, 1 at its source. */
function light(x: number, y: number): number {
  const { width, height } = BRAND_IMAGE;
  const distance = Math.hypot((x - width / 2) / (width * 0.62), (y - height * 0.12) / height);
  return Math.max(0, 1 - distance) ** 2;
}

/**
 * A picture for whoever shares a page: the brand's colour with a lamp's light on it, as a PNG of
 * 1200 × 630. Written by hand, so that no fonts and no image library are needed. `brand` is "#rrggbb".
 * Format: PNG specification (W3C), 8-bit RGB, no filter.
 */
export function brandImage(brand: string): Buffer {
  const { width, height } = BRAND_IMAGE;
  const base = colourOf(brand);
  const rows = Buffer.alloc((width * 3 + 1) * height);
  let at = 0;
  for (let y = 0; y < height; y += 1) {
    at += 1;
    for (let x = 0; x < width; x += 1) {
      const glow = 0.55 * light(x, y);
      for (const part of base) {
        rows[at] = Math.round(part * 0.92 + (255 - part * 0.92) * glow);
        at += 1;
      }
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 6 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}
