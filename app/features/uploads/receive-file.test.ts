import { describe, expect, it } from "vitest";
import { InvalidError } from "#app/lib/errors.ts";
import { receiveFile } from "./receive-file.server.ts";
import { requestOf } from "./testing/request-of.ts";
import { MAX_FILE_BYTES } from "./upload-limits.ts";

const TYPE = "multipart/form-data; boundary=x";

function post(body: string, type = TYPE): Request {
  return new Request("http://host.invalid/uploads", {
    method: "POST",
    headers: { "content-type": type },
    body,
  });
}

async function refusal(request: Request): Promise<string> {
  const error: unknown = await receiveFile(request).catch((thrown: unknown) => thrown);
  if (!(error instanceof InvalidError)) throw new Error("it was taken");
  return error.fields.file!.key;
}

const part = (name: string, content: string) =>
  `--x\r\nContent-Disposition: form-data; name="${name}"; filename="a.txt"\r\n\r\n${content}\r\n`;

describe("a file that is sent", () => {
  it("comes as its bytes and its name, whatever stands beside it", async () => {
    const bytes = Buffer.from(Array.from({ length: 700_000 }, (_, at) => (at * 7) % 256));
    expect(await receiveFile(requestOf(bytes, "صورة.png"))).toEqual({ name: "صورة.png", bytes });
    const among = `--x\r\nContent-Disposition: form-data; name="alt"\r\n\r\nwords\r\n${part("file", "hi")}--x--\r\n`;
    expect((await receiveFile(post(among))).bytes.toString()).toBe("hi");
  });

  it("keeps no quotes and line ends in its name", async () => {
    const { name } = await receiveFile(requestOf(Buffer.from("x"), 'my "hub"\r\n.log'));
    expect(name.split(/\s+/)).toEqual(["my", "hub", ".log"]);
  });

  it("may be as large as the limit and no larger", async () => {
    const { bytes } = await receiveFile(requestOf(Buffer.alloc(MAX_FILE_BYTES, 1)));
    expect(bytes).toHaveLength(MAX_FILE_BYTES);
    expect(await refusal(requestOf(Buffer.alloc(MAX_FILE_BYTES + 1, 1)))).toBe("upload.tooLarge");
  });

  it.each([
    ["upload.noFile", post("--x--\r\n")],
    ["upload.noFile", post(`${part("other", "hi")}--x--\r\n`)],
    ["upload.noFile", post("file=x", "application/x-www-form-urlencoded")],
    ["upload.noFile", post(part("file", "hi"), "multipart/form-data")],
    ["upload.oneFile", post(`${part("file", "a")}${part("file", "b")}--x--\r\n`)],
    ["upload.cutOff", post(part("file", "half of it"))],
    ["upload.cutOff", post("no parts at all")],
    ["upload.cutOff", post(`--x\r\n${"A".repeat(20_000)}`)],
    ["upload.cutOff", post(`${part("other", "a").repeat(50)}--x--\r\n`)],
  ])("is refused: %s", async (key, request) => {
    expect(await refusal(request)).toBe(key);
  });

  it("is refused when its sender goes away", async () => {
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        controller.enqueue(Buffer.from(part("file", "half")));
        controller.error(new Error("gone"));
      },
    });
    const init = { method: "POST", headers: { "content-type": TYPE }, body, duplex: "half" };
    const request = new Request("http://host.invalid/", init as RequestInit);
    expect(await refusal(request)).toBe("upload.cutOff");
  });
});
