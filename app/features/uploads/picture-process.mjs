import { Buffer } from "node:buffer";
import sharp from "sharp";

/**
 * One picture in a process of its own: the file comes on stdin, its kind and the limits as the first
 * argument. What decoding needs of memory goes with the process, and so does whatever a broken or
 * hostile file does to it. Answers on stdout with one line of JSON, then the bytes of the parts.
 *
 * @typedef {import("./upload-limits.ts").PictureLimits} Limits
 * @typedef {{ data: Buffer, width: number, height: number, channels: 3 | 4 }} Pixels
 * @typedef {{ width: number, height: number, parts: { part: string, bytes: Buffer }[] }} Encoded
 */

/** @type {{ format: string, limits: Limits }} */
const { format, limits } = JSON.parse(process.argv[2] ?? "");

sharp.concurrency(1);
sharp.cache(false);
// Only the decoders of what is taken; in particular none that runs or fetches something.
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({
  operation: [
    "VipsForeignLoadJpegBuffer",
    "VipsForeignLoadPngBuffer",
    "VipsForeignLoadWebpBuffer",
    "VipsForeignLoadNsgifBuffer",
    "VipsForeignLoadHeifBuffer",
  ],
});

class Refusal extends Error {
  /** @param {string} key @param {Record<string, number>} [params] */
  constructor(key, params) {
    super(key);
    this.params = params;
  }
}

/**
 * A decoder that can't read line by line holds the picture, or its coefficients, as a whole.
 * @param {import("sharp").Metadata} meta
 */
function pixelCap({ format: kind, isProgressive }) {
  if (kind === "heif") return limits.pixels.avif;
  const streamed = (kind === "jpeg" || kind === "png") && !isProgressive;
  return streamed ? limits.pixels.streamed : limits.pixels.whole;
}

/**
 * @param {import("sharp").Metadata} meta
 * @returns {number} how many frames it has
 */
function checkSize(meta) {
  const moves = meta.format === "gif" || meta.format === "webp";
  const frames = moves ? (meta.pages ?? 1) : 1;
  if (frames > limits.frames) throw new Refusal("upload.tooManyFrames", { max: limits.frames });
  const cap = frames > 1 ? limits.pixels.moving : pixelCap(meta);
  if (meta.width * meta.height * frames > cap) {
    throw new Refusal("upload.tooManyPixels", { max: Math.floor(cap / 1_000_000) });
  }
  return frames;
}

/** @param {{ width: number, height: number }} size */
function fit({ width, height }) {
  const { kept } = limits;
  const scale = Math.min(
    1,
    kept.width / width,
    kept.height / height,
    Math.sqrt(kept.area / (width * height)),
  );
  return {
    width: Math.max(1, Math.floor(width * scale)),
    height: Math.max(1, Math.floor(height * scale)),
  };
}

/** @param {Buffer} bytes @param {number} pages */
function open(bytes, pages) {
  const limitInputPixels = limits.pixels.streamed;
  return sharp(bytes, { limitInputPixels, sequentialRead: true, failOn: "error", pages });
}

/** @param {Pixels} pixels */
function ofPixels({ data, width, height, channels }) {
  return sharp(data, { raw: { width, height, channels } });
}

/** @param {import("sharp").Sharp} image @returns {Promise<Pixels>} */
async function pixelsOf(image) {
  const { data, info } = await image.raw({ depth: "uchar" }).toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels === 4 ? 4 : 3 };
}

/** @type {Record<number, number>} */
const ANGLES = { 3: 180, 4: 180, 5: 270, 6: 90, 7: 90, 8: 270 };

/**
 * Turns the decoded pixels as EXIF says (values 2 to 8): only now, since a picture that is turned
 * while it is decoded is held as a whole. Mirroring comes before turning.
 * @param {Pixels} pixels @param {number} orientation
 */
async function turn(pixels, orientation) {
  const mirrored = [2, 4, 5, 7].includes(orientation);
  const angle = ANGLES[orientation] ?? 0;
  const first = mirrored ? await pixelsOf(ofPixels(pixels).flop()) : pixels;
  return angle === 0 ? first : pixelsOf(ofPixels(first).rotate(angle));
}

/** @param {Buffer} bytes @param {import("sharp").Metadata} meta @returns {Promise<Encoded>} */
async function encodeStill(bytes, meta) {
  const image = open(bytes, 1)
    .resize({ ...fit(meta), fit: "fill" })
    .toColourspace("srgb");
  const pixels = await turn(await pixelsOf(image), meta.orientation ?? 1);
  const { width, height } = pixels;
  // Screenshots: the edges of coloured letters stay sharp; too dear for large pictures.
  const smartSubsample = meta.format === "png" && width * height <= limits.sharpArea;
  const quality = { quality: 82, effort: 2, smartSubsample };
  const parts = [{ part: "full.webp", bytes: await ofPixels(pixels).webp(quality).toBuffer() }];
  for (const smaller of limits.widths.filter((each) => each < width)) {
    const resized = ofPixels(pixels).resize({ width: smaller }).webp(quality);
    parts.push({ part: `${smaller}.webp`, bytes: await resized.toBuffer() });
  }
  return { width, height, parts };
}

/** @param {Buffer} bytes @returns {Promise<Encoded>} */
async function encodeMoving(bytes) {
  const { data, info } = await open(bytes, -1)
    .resize({ width: limits.movingWidth, withoutEnlargement: true })
    .webp({ quality: 75, effort: 1 })
    .toBuffer({ resolveWithObject: true });
  const height = info.pageHeight ?? info.height;
  return { width: info.width, height, parts: [{ part: "full.webp", bytes: data }] };
}

/** @param {Buffer} bytes @returns {Promise<Encoded>} */
async function encode(bytes) {
  // Nothing is decoded for its head, so that any size can be read and refused.
  const head = { limitInputPixels: false, sequentialRead: true, pages: 1 };
  const meta = await sharp(bytes, head).metadata();
  if (meta.format !== (format === "avif" ? "heif" : format)) throw new Refusal("upload.broken");
  return checkSize(meta) > 1 ? encodeMoving(bytes) : encodeStill(bytes, meta);
}

/** @returns {Promise<Buffer>} */
async function readInput() {
  const pieces = [];
  for await (const piece of process.stdin) pieces.push(/** @type {Buffer} */ (piece));
  return Buffer.concat(pieces);
}

try {
  const { width, height, parts } = await encode(await readInput());
  const sizes = parts.map(({ part, bytes }) => ({ part, bytes: bytes.length }));
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  process.stdout.write(`${JSON.stringify({ width, height, parts: sizes, peak })}\n`);
  for (const { bytes } of parts) process.stdout.write(bytes);
} catch (error) {
  const refusal = error instanceof Refusal ? error : new Refusal("upload.broken");
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  const { message: refused, params } = refusal;
  process.stdout.write(`${JSON.stringify({ refused, params, peak })}\n`);
}
