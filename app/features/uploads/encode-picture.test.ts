import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { InvalidError } from "#app/lib/errors.ts";
import { encodePicture, FULL_PART } from "./encode-picture.server.ts";

const GPS = {
  IFD0: { Make: "CanaryMake", Artist: "CanaryArtist" },
  IFD3: { GPSLatitudeRef: "N", GPSLatitude: "51/1 30/1 0/1" },
};

/** Two halves by two: every way of turning it gives another picture. */
async function corners(width: number, height: number) {
  const half = { width: width / 2, height: height / 2 };
  const colours = ["#ff0000", "#00ff00", "#0000ff", "#ffff00"];
  return sharp({ create: { width, height, channels: 3, background: "#000" } }).composite(
    colours.map((background, at) => ({
      input: { create: { ...half, channels: 3 as const, background } },
      left: (at % 2) * half.width,
      top: Math.floor(at / 2) * half.height,
    })),
  );
}

async function pixelAt(bytes: Buffer, x: number, y: number): Promise<number[]> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * 3;
  return [...data.subarray(at, at + 3)].map((value) => Math.round(value / 51));
}

const quarters = (bytes: Buffer) =>
  Promise.all(
    [
      [0.25, 0.25],
      [0.75, 0.25],
      [0.25, 0.75],
      [0.75, 0.75],
    ].map(([x, y]) => pixelAt(bytes, x!, y!)),
  );

async function full(bytes: Buffer, format: string): Promise<Buffer> {
  const { parts } = await encodePicture(bytes, format);
  return parts.find(({ part }) => part === FULL_PART)!.bytes;
}

async function refusal(bytes: Buffer, format: string): Promise<string> {
  const error: unknown = await encodePicture(bytes, format).catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidError)) throw new Error("it was taken");
  return error.fields.file!.key;
}

let photo: Buffer;
beforeAll(async () => {
  photo = await (
    await corners(2400, 1200)
  )
    .withExif(GPS)
    .withXmp("<x:xmpmeta xmlns:x='adobe:ns:meta/'>CanaryXmp</x:xmpmeta>")
    .jpeg()
    .toBuffer();
});

describe("a picture", () => {
  it("is kept in its sizes, none larger than itself", async () => {
    const { width, height, parts } = await encodePicture(photo, "jpeg");
    expect([width, height]).toEqual([2400, 1200]);
    const sizes = await Promise.all(
      parts.map(async ({ part, bytes }) => [part, (await sharp(bytes).metadata()).width]),
    );
    expect(sizes).toEqual([
      ["full.webp", 2400],
      ["480.webp", 480],
      ["960.webp", 960],
      ["1920.webp", 1920],
    ]);
    const small = await (await corners(300, 200)).png().toBuffer();
    expect(await encodePicture(small, "png")).toMatchObject({ width: 300, height: 200 });
    expect((await encodePicture(small, "png")).parts).toHaveLength(1);
  });

  it("loses everything that was in it besides the picture", async () => {
    expect(photo.includes("CanaryArtist") && photo.includes("CanaryXmp")).toBe(true);
    const { parts } = await encodePicture(photo, "jpeg");
    for (const { bytes } of parts) {
      const meta = await sharp(bytes).metadata();
      expect([meta.exif, meta.xmp, meta.iptc, meta.icc]).toEqual([
        undefined,
        undefined,
        undefined,
        undefined,
      ]);
      expect(bytes.includes("Canary")).toBe(false);
    }
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8])("stands upright: orientation %i", async (orientation) => {
    const turned = await (await corners(240, 120)).withMetadata({ orientation }).png().toBuffer();
    const expected = await sharp(turned).autoOrient().png().toBuffer();
    const made = await full(turned, "png");
    const { width, height } = await sharp(made).metadata();
    expect([width, height]).toEqual(orientation > 4 ? [120, 240] : [240, 120]);
    expect(await quarters(made)).toEqual(await quarters(expected));
  });

  it("becomes sRGB: CMYK, grey with alpha, 16 bits", async () => {
    const picture = await corners(60, 60);
    const cmyk = await picture.clone().toColourspace("cmyk").jpeg().toBuffer();
    const deep = await picture.clone().toColourspace("rgb16").png().toBuffer();
    const background = { r: 200, g: 0, b: 0, alpha: 0.5 };
    const grey = await sharp({ create: { width: 60, height: 60, channels: 4, background } })
      .toColourspace("b-w")
      .png()
      .toBuffer();
    expect(await sharp(grey).metadata()).toMatchObject({ channels: 2 });
    for (const [bytes, format] of [
      [cmyk, "jpeg"],
      [deep, "png"],
      [grey, "png"],
    ] as const) {
      expect(await sharp(await full(bytes, format)).metadata()).toMatchObject({
        space: "srgb",
        width: 60,
      });
    }
    expect(await sharp(await full(grey, "png")).metadata()).toMatchObject({ hasAlpha: true });
  });

  it("goes on moving, in one size", async () => {
    const frames = await Promise.all(
      ["#ff0000", "#00ff00", "#0000ff"].map((background) =>
        sharp({ create: { width: 1200, height: 60, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    );
    const gif = await sharp(frames, { join: { animated: true } })
      .gif({ delay: [100, 100, 100] })
      .toBuffer();
    const { width, height, parts } = await encodePicture(gif, "gif");
    expect([width, height, parts.length]).toEqual([960, 48, 1]);
    expect(await sharp(parts[0]!.bytes, { animated: true }).metadata()).toMatchObject({
      pages: 3,
      pageHeight: 48,
    });
  });

  it("is only the picture, whatever else the file is", async () => {
    const html = "<script>alert('polyglot')</script>";
    const both = Buffer.concat([photo, Buffer.from(html)]);
    const made = await full(both, "jpeg");
    expect(made.includes("polyglot")).toBe(false);
    const comment = await sharp(photo)
      .withExif({ IFD0: { ImageDescription: html } })
      .toBuffer();
    expect(comment.includes("polyglot")).toBe(true);
    expect((await full(comment, "jpeg")).includes("polyglot")).toBe(false);
  });
});

describe("what is refused", () => {
  it("a picture that is cut off or damaged", async () => {
    const whole = await sharp(photo).png().toBuffer();
    expect(await refusal(photo.subarray(0, photo.length / 2), "jpeg")).toBe("upload.broken");
    expect(await refusal(whole.subarray(0, whole.length / 2), "png")).toBe("upload.broken");
    const damaged = Buffer.from(whole);
    damaged.fill(0xff, damaged.length / 2, damaged.length / 2 + 64);
    expect(await refusal(damaged, "png")).toBe("upload.broken");
  });

  it("a picture that says it is another kind, and what is none", async () => {
    expect(await refusal(photo, "png")).toBe("upload.broken");
    const svg = Buffer.from("<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>");
    expect(await refusal(svg, "png")).toBe("upload.broken");
    const tiff = await sharp(photo).tiff().toBuffer();
    expect(await refusal(tiff, "jpeg")).toBe("upload.broken");
  });
});
