import type { AppLoadContext } from "@remix-run/node";

/** What the server knows of a request besides the request itself. */
export type RequestInfo = {
  requestId: string;
  /** The client's address, taken from a proxy's header only when proxies are trusted. */
  ip: string;
  /** Ends when the client goes away; `request.signal` does not reliably. */
  signal: AbortSignal;
  /** The body went past the server's limit and was not read on. */
  tooLarge?: boolean;
};

declare module "@remix-run/server-runtime" {
  interface AppLoadContext {
    info: RequestInfo;
  }
}

/** The request info that the handler put into Remix's load context. */
export function requestInfo(context: AppLoadContext): RequestInfo {
  return context.info;
}
