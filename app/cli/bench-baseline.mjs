// The smallest server there is: sends the bytes it was given, to compare the application with.
import http from "node:http";

/** @type {{ body: Buffer, headers: Record<string, string> }} */
let answer = { body: Buffer.alloc(0), headers: {} };

process.on("message", (/** @type {{ body: string, headers: Record<string, string> }} */ given) => {
  answer = { body: Buffer.from(given.body, "base64"), headers: given.headers };
  process.send?.({ set: true });
});

const server = http.createServer((_, response) => {
  response.writeHead(200, answer.headers);
  response.end(answer.body);
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.({ port: address.port });
});
process.on("disconnect", () => process.exit(0));
