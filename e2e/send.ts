import { request, type IncomingHttpHeaders } from "node:http";

export type Sent = { status: number; headers: IncomingHttpHeaders; body: string };

type Options = {
  method?: string;
  headers?: Record<string, string>;
  /** Session cookie's value. */
  session?: string;
  /** Sent urlencoded, as a page of the same origin would. */
  form?: Record<string, string>;
  body?: string;
};

/**
 * One request with exactly these headers, to whatever host name: no browser, no redirect followed,
 * nothing decoded.
 */
export function send(origin: string, path: string, options: Options = {}): Promise<Sent> {
  const { host, port } = new URL(origin);
  const body = options.form ? new URLSearchParams(options.form).toString() : options.body;
  const headers: Record<string, string> = { host };
  if (options.form) {
    headers["content-type"] = "application/x-www-form-urlencoded";
    headers.origin = origin;
    headers["sec-fetch-site"] = "same-origin";
  }
  if (options.session) headers.cookie = `porchlight=${options.session}`;
  if (body !== undefined) headers["content-length"] = String(Buffer.byteLength(body));
  Object.assign(headers, options.headers);
  const method = options.method ?? (body === undefined ? "GET" : "POST");
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path, method, headers, agent: false });
    sent.on("error", reject);
    sent.on("response", (response) => {
      const parts: Buffer[] = [];
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString("utf8"),
        }),
      );
    });
    sent.end(body);
  });
}
