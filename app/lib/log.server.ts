import { pino, type Logger } from "pino";
import { once } from "#app/lib/once.server.ts";

const MAX_LINE = 8_000;

/** The process's structured log, one JSON line an entry; long strings are cut. */
export function getLog(): Logger {
  return once("log", () =>
    pino({
      level: process.env.LOG_LEVEL ?? "info",
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: [
        "password",
        "token",
        "secret",
        "cookie",
        "email",
        "*.password",
        "*.token",
        "*.email",
      ],
      formatters: { level: (label) => ({ level: label }) },
      hooks: {
        logMethod(args, method) {
          const cut = args.map((arg: unknown) =>
            typeof arg === "string" && arg.length > MAX_LINE ? `${arg.slice(0, MAX_LINE)}…` : arg,
          );
          method.apply(this, cut as Parameters<typeof method>);
        },
      },
    }),
  );
}
