import {
  getMultipartBoundary,
  MaxFileSizeExceededError,
  MaxTotalSizeExceededError,
  MultipartParseError,
  MultipartParser,
  type MultipartPart,
} from "@remix-run/multipart-parser";
import { InvalidError } from "#app/lib/errors.ts";
import type { ReceivedFile } from "./store-upload.server.ts";
import { Turns } from "./turns.ts";
import { MAX_BODY_BYTES, MAX_FILE_BYTES } from "./upload-limits.ts";

const BLOCK = 256 * 1024;
const MAX_PARTS = 10;
/** Bodies held at a time in a process: what they need of memory is bounded together. */
const turns = new Turns(3, 100);

function refuse(key: string, params?: Record<string, number>): never {
  throw new InvalidError({ file: params ? { key, params } : { key } });
}

/**
 * The body in large blocks: many small ones would each cost more than what they hold. Stops reading at
 * the limit; the server sees to the rest.
 */
async function* inBlocks(body: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = body.getReader();
  let block = new Uint8Array(BLOCK);
  let filled = 0;
  let total = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    total += value.length;
    if (total > MAX_BODY_BYTES) throw new MaxTotalSizeExceededError(MAX_BODY_BYTES);
    for (let at = 0; at < value.length;) {
      const taken = value.subarray(at, at + BLOCK - filled);
      block.set(taken, filled);
      filled += taken.length;
      at += taken.length;
      if (filled < BLOCK) continue;
      yield block;
      block = new Uint8Array(BLOCK);
      filled = 0;
    }
  }
  if (filled > 0) yield block.subarray(0, filled);
}

/** Browsers write quotes and line ends in a name as `%22`, `%0D`, `%0A`. */
function fileNameOf(part: MultipartPart): string {
  return (part.filename ?? "").replace(/%(?:22|0D|0A)/gi, " ");
}

async function readParts(body: ReadableStream<Uint8Array>, boundary: string) {
  const parser = new MultipartParser(boundary, {
    maxFileSize: MAX_FILE_BYTES,
    maxTotalSize: MAX_BODY_BYTES,
    maxParts: MAX_PARTS,
  });
  let file: ReceivedFile | null = null;
  for await (const block of inBlocks(body)) {
    for (const part of parser.write(block)) {
      if (part.name !== "file" || !part.isFile) continue;
      if (file) refuse("upload.oneFile");
      file = { name: fileNameOf(part), bytes: Buffer.concat(part.content) };
    }
  }
  parser.finish();
  return file;
}

/**
 * The field `file` of a multipart request. Reads the body as it comes and stops at the limit, whatever
 * its length says; a few requests are read at a time. Throws InvalidError on `file`, and a 503 AppError
 * when too many wait.
 */
export async function receiveFile(request: Request): Promise<ReceivedFile> {
  const type = request.headers.get("content-type") ?? "";
  const boundary = /^multipart\/form-data\b/i.test(type) ? getMultipartBoundary(type) : null;
  const { body } = request;
  if (!boundary || boundary.length > 200 || !body) refuse("upload.noFile");
  const max = MAX_FILE_BYTES / (1024 * 1024);
  if (Number(request.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) {
    refuse("upload.tooLarge", { max });
  }
  return turns.run(async () => {
    try {
      return (await readParts(body, boundary)) ?? refuse("upload.noFile");
    } catch (error) {
      if (error instanceof MaxFileSizeExceededError || error instanceof MaxTotalSizeExceededError) {
        refuse("upload.tooLarge", { max });
      }
      // Cut off on the way, or not what its head says.
      if (error instanceof MultipartParseError || !(error instanceof InvalidError)) {
        refuse("upload.cutOff");
      }
      throw error;
    }
  });
}
