import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { isPrivateAddress } from "./private-address.server.ts";
import { sendOutward } from "./send-outward.server.ts";

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/check`;
}

const send = (url: string, allowPrivate: boolean, timeout = 2_000) =>
  sendOutward({ url, headers: { "x-one": "1" }, body: "{}", timeout, most: 100, allowPrivate });

describe("addresses that aren’t public", () => {
  it.each([
    "127.0.0.1",
    "10.1.2.3",
    "172.31.0.1",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "0.0.0.0",
    "224.0.0.1",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "fd00::1",
    "fe80::1",
    "2002:7f00:1::",
    "not an address",
  ])("%s", (address) => expect(isPrivateAddress(address)).toBe(true));

  it.each(["8.8.8.8", "172.32.0.1", "2606:4700::1111"])("%s is", (address) =>
    expect(isPrivateAddress(address)).toBe(false),
  );
});

describe("sending", () => {
  it("never leads into a private network, by address or by name, nor over http", async () => {
    let asked = 0;
    const url = await serve((_request, response) => {
      asked += 1;
      response.end("{}");
    });
    await expect(send(url, false)).rejects.toThrow("only https");
    const secure = url.replace("http:", "https:");
    await expect(send(secure, false)).rejects.toThrow("a private address");
    await expect(send(secure.replace("127.0.0.1", "localhost"), false)).rejects.toThrow(
      "a private address",
    );
    await expect(send("https://[::1]/", false)).rejects.toThrow("a private address");
    await expect(send("https://0x7f.1/", false)).rejects.toThrow("a private address");
    expect(asked).toBe(0);
  });

  it("posts, follows no redirect, and reads a bounded answer in bounded time", async () => {
    const answers: RequestListener[] = [
      (_request, response) => response.writeHead(302, { location: "/elsewhere" }).end("moved"),
      (request, response) => response.end(`${request.method} ${String(request.headers["x-one"])}`),
      (_request, response) => response.end("x".repeat(101)),
      (_request, response) => void response.writeHead(200).write("never ends"),
      (request) => request.socket.destroy(),
    ];
    const url = await serve((request, response) => answers.shift()!(request, response));
    expect(await send(url, true)).toEqual({ status: 302, body: "moved" });
    expect(await send(url, true)).toEqual({ status: 200, body: "POST 1" });
    await expect(send(url, true)).rejects.toThrow("too long");
    await expect(send(url, true, 200)).rejects.toThrow();
    await expect(send(url, true)).rejects.toThrow();
    expect(answers).toEqual([]);
  });
});
