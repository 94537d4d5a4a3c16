import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { InvalidError } from "#app/lib/errors.ts";
import { detectFile } from "../detect-file.ts";
import { askPictureProcess } from "../encode-picture.server.ts";
import { receiveFile } from "../receive-file.server.ts";
import { endlessBody } from "./bombs.ts";
import { requestOf } from "./request-of.ts";

type Taken = { outcome: string; peak: number };

/**
 * In a process of its own: takes the files of a folder one after the other, the first an ordinary one,
 * then bodies without an end. Says on stdout what became of each, by how many megabytes the peak of
 * this process has risen since the first, and what the picture's own process held.
 */
async function take(request: Request): Promise<Taken> {
  try {
    const { bytes } = await receiveFile(request);
    const detected = await detectFile(bytes);
    if (detected.kind === "file") return { outcome: "taken as a file", peak: 0 };
    const asked = await askPictureProcess(bytes, detected.format);
    if (!asked) return { outcome: "upload.broken", peak: 0 };
    const { answer } = asked;
    const outcome = "refused" in answer ? answer.refused : `taken ${answer.width}x${answer.height}`;
    return { outcome, peak: answer.peak };
  } catch (error) {
    if (error instanceof InvalidError) return { outcome: error.fields.file!.key, peak: 0 };
    throw error;
  }
}

const megabytes = () => process.resourceUsage().maxRSS / 1024;
const MB = 1024 * 1024;

const folder = process.argv[2] ?? "";
const [ordinary, ...bombs] = (await readdir(folder)).sort();
await take(requestOf(await readFile(path.join(folder, ordinary!))));
const before = megabytes();
const say = (name: string, taken: Taken, read: number) =>
  process.stdout.write(
    `${JSON.stringify({ name, ...taken, read, growth: megabytes() - before })}\n`,
  );
for (const name of bombs) {
  say(name, await take(requestOf(await readFile(path.join(folder, name)))), 0);
}
for (const piece of [64 * 1024, 40]) {
  const { request, read } = endlessBody(100 * MB, piece);
  const taken = await take(request);
  say(`100 MB in pieces of ${piece}`, taken, read());
}
