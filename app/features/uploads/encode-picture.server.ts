import { spawn } from "node:child_process";
import path from "node:path";
import { InvalidError } from "#app/lib/errors.ts";
import { Turns } from "./turns.ts";
import { PICTURE_LIMITS } from "./upload-limits.ts";

/** A picture in the sizes it is kept in; `full.webp` is the one its width and height are of. */
export type EncodedPicture = {
  width: number;
  height: number;
  parts: { part: string; bytes: Buffer }[];
};

type Made = { width: number; height: number; parts: { part: string; bytes: number }[] };
type Refused = { refused: string; params?: Record<string, number> };

/** `peak`: the most memory that the process held, in megabytes. */
type Answer = { answer: (Made | Refused) & { peak: number }; rest: Buffer };

const SECONDS = 60;
const MAX_ANSWER = 48 * 1024 * 1024;
const MEMORY = "--max-old-space-size=64";
/** No secret of ours; one thread and one heap, so that a size that was needed once is used again. */
const ENVIRONMENT = {
  NODE_ENV: "production" as const,
  MALLOC_ARENA_MAX: "1",
  UV_THREADPOOL_SIZE: "1",
  VIPS_CONCURRENCY: "1",
};
/** One picture at a time: what one needs of memory is what all need. */
const turns = new Turns(1, 30);

export const FULL_PART = "full.webp";

/** Name of the part that holds a picture at `width`. */
export function partOf(width: number): string {
  return `${width}.webp`;
}

function refuse(key: string, params?: Record<string, number>): never {
  throw new InvalidError({ file: params ? { key, params } : { key } });
}

/** All that the process says; null when it ended in any way but well. */
function runProcess(bytes: Buffer, format: string): Promise<Buffer | null> {
  const script = path.resolve("app/features/uploads/picture-process.mjs");
  const given = JSON.stringify({ format, limits: PICTURE_LIMITS });
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [MEMORY, script, given], {
      env: ENVIRONMENT,
      stdio: ["pipe", "pipe", "ignore"],
      timeout: SECONDS * 1_000,
      killSignal: "SIGKILL",
    });
    const pieces: Buffer[] = [];
    let size = 0;
    child.stdout.on("data", (piece: Buffer) => {
      size += piece.length;
      if (size > MAX_ANSWER) child.kill("SIGKILL");
      else pieces.push(piece);
    });
    // It may end before it has read everything.
    child.stdin.on("error", () => {});
    child.on("error", reject);
    child.on("close", (code) => resolve(code === 0 ? Buffer.concat(pieces) : null));
    child.stdin.end(bytes);
  });
}

/** Gives a picture to a process of its own; null when that ended in any way but well. */
export async function askPictureProcess(bytes: Buffer, format: string): Promise<Answer | null> {
  const said = await turns.run(() => runProcess(bytes, format));
  if (!said) return null;
  const end = said.indexOf("\n");
  const answer = JSON.parse(said.subarray(0, end).toString()) as Answer["answer"];
  return { answer, rest: said.subarray(end + 1) };
}

/**
 * Decodes a picture and writes it anew as WebP in sRGB, upright, without any of its metadata, in the
 * sizes it is shown in. Its size is checked before it is decoded. It happens in a process of its own,
 * one at a time. Throws InvalidError on `file`, and a 503 AppError when too many wait.
 */
export async function encodePicture(bytes: Buffer, format: string): Promise<EncodedPicture> {
  const asked = await askPictureProcess(bytes, format);
  if (!asked) return refuse("upload.broken");
  const { answer, rest } = asked;
  if ("refused" in answer) return refuse(answer.refused, answer.params);
  let at = 0;
  const parts = answer.parts.map(({ part, bytes: size }) => {
    at += size;
    return { part, bytes: rest.subarray(at - size, at) };
  });
  return { width: answer.width, height: answer.height, parts };
}
