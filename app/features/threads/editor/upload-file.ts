import { readFileAddress } from "../rich-text/file-address.ts";

/** An upload as the server took it. */
export interface Uploaded {
  kind: "image" | "file";
  /** Within the site. */
  url: string;
  name: string;
}

/** Why an upload failed, in the server's words; "" when it said nothing that a person can read. */
export class UploadError extends Error {}

export interface UploadOptions {
  /** Called with the part that is sent, from 0 to 1. */
  onProgress: (part: number) => void;
  signal: AbortSignal;
}

function record(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
}

function readAnswer(status: number, body: string): Uploaded {
  let answer: Record<string, unknown> = {};
  try {
    answer = record(JSON.parse(body));
  } catch {
    throw new UploadError();
  }
  const { url, name, kind } = record(answer["upload"]);
  const file = typeof url === "string" ? readFileAddress(url) : null;
  if (status !== 201 || typeof url !== "string" || !file) {
    throw new UploadError(typeof answer["error"] === "string" ? answer["error"] : "");
  }
  const isPicture = kind === "image" && file.size !== null;
  return {
    kind: isPicture ? "image" : "file",
    url,
    name: typeof name === "string" && name.trim() !== "" ? name.trim() : file.name,
  };
}

/** Sends a file; rejects with UploadError. Not with `fetch`: that cannot say how much is sent. */
export function uploadFile(file: File, { onProgress, signal }: UploadOptions): Promise<Uploaded> {
  const body = new FormData();
  body.set("file", file, file.name);
  const request = new XMLHttpRequest();
  return new Promise((resolve, reject) => {
    const fail = () => reject(new UploadError());
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.upload.addEventListener("progress", ({ loaded, total, lengthComputable }) => {
      if (lengthComputable && total > 0) onProgress(loaded / total);
    });
    for (const name of ["error", "abort", "timeout"]) request.addEventListener(name, fail);
    request.addEventListener("load", () => {
      try {
        resolve(readAnswer(request.status, request.responseText));
      } catch (error) {
        reject(error as UploadError);
      }
    });
    request.open("POST", "/uploads");
    request.setRequestHeader("Accept", "application/json");
    request.send(body);
  });
}
