import { crc32, deflateSync } from "node:zlib";

/** A chunk of a PNG. */
function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const head = Buffer.alloc(4);
  head.writeUInt32BE(data.length);
  const tail = Buffer.alloc(4);
  tail.writeUInt32BE(crc32(body));
  return Buffer.concat([head, body, tail]);
}

type PngHead = { width: number; height: number; bitDepth?: number; interlaced?: boolean };

/** A black PNG of RGBA pixels; its content is `rows` rows, whatever its head says. */
export function blackPng(
  { width, height, bitDepth = 8, interlaced = false }: PngHead,
  rows = height,
): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([bitDepth, 6, 0, 0, interlaced ? 1 : 0], 8);
  const row = 1 + (width * 4 * bitDepth) / 8;
  // Zeros pack the same by the million: packed once, told apart only by how many there are.
  const zeros = deflateSync(Buffer.alloc(row * Math.min(rows, 2_000)), { level: 9 });
  return Buffer.concat([
    Buffer.from("89504e470d0a1a0a", "hex"),
    chunk("IHDR", head),
    chunk("IDAT", zeros),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A text chunk of a PNG that unpacks to `bytes` zeros. */
export function pngWithText(bytes: number): Buffer {
  const png = blackPng({ width: 10, height: 10 });
  const text = Buffer.concat([
    Buffer.from("Comment\0\0", "latin1"),
    deflateSync(Buffer.alloc(bytes), { level: 9 }),
  ]);
  const profile = Buffer.concat([
    Buffer.from("icc\0\0", "latin1"),
    deflateSync(Buffer.alloc(bytes), { level: 9 }),
  ]);
  const end = 8 + 25;
  return Buffer.concat([
    png.subarray(0, end),
    chunk("iCCP", profile),
    chunk("zTXt", text),
    png.subarray(end),
  ]);
}

/** A GIF with so many frames of that size, each with one pixel in it. */
export function gif(width: number, height: number, frames: number): Buffer {
  const head = Buffer.from("4749463839610000000080000000000000ffffff", "hex").subarray(0, 19);
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const control = Buffer.from("21f9040400000000", "hex");
  const frame = Buffer.from("2c0000000001000100000202440100", "hex");
  frame.writeUInt16LE(width, 5);
  frame.writeUInt16LE(height, 7);
  return Buffer.concat([
    head,
    ...Array.from({ length: frames }, () => Buffer.concat([control, frame])),
    Buffer.from("3b", "hex"),
  ]);
}

/** The head of a JPEG that says it is of that size, with nothing in it. */
export function jpegHead(width: number, height: number): Buffer {
  const frame = Buffer.from("ffc2001108000000000301220002110103110100", "hex").subarray(0, 19);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  return Buffer.concat([
    Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"),
    frame,
    Buffer.from("ffda000c03010002110311003f00", "hex"),
    Buffer.alloc(64),
    Buffer.from("ffd9", "hex"),
  ]);
}

/** A lossless WebP whose head says it is of that size. */
export function webpHead(width: number, height: number): Buffer {
  const bits = (BigInt(width - 1) | (BigInt(height - 1) << 14n)) & 0xfffffffn;
  const body = Buffer.alloc(64);
  body[0] = 0x2f;
  body.writeUInt32LE(Number(bits), 1);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(body.length);
  const riff = Buffer.alloc(4);
  riff.writeUInt32LE(body.length + 12);
  return Buffer.concat([Buffer.from("RIFF"), riff, Buffer.from("WEBPVP8L"), size, body]);
}

/** A body of so many bytes in pieces of `piece`, made while it is read; tells how much was read. */
export function endlessBody(bytes: number, piece: number) {
  const boundary = "porchlight-test";
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n`;
  let read = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(Buffer.from(head)),
      pull: (controller) => {
        if (read >= bytes) return controller.close();
        controller.enqueue(new Uint8Array(piece));
        read += piece;
      },
    },
    { highWaterMark: 0 },
  );
  const request = new Request("http://host.invalid/uploads", {
    method: "POST",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    body,
    duplex: "half",
  } as RequestInit);
  return { request, read: () => read };
}
