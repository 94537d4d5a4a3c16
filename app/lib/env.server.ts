import { z } from "zod";
import { readStorageAddress } from "./storage-address.ts";

/**
 * The environment, parsed once. This list is the documentation of every setting:
 * docs/operating.md prints the same names.
 */
const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("development"),
  /** `demo`: generated secret, outbox page, demo brands. `production`: weak settings stop the start. */
  PORCHLIGHT_MODE: z.enum(["demo", "production"]).default("demo"),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().min(1).default("localhost"),
  PUBLIC_URL: z
    .string()
    .regex(
      /^https?:\/\/[^/]+$/,
      "an origin such as https://community.brand.example, without a path",
    )
    .optional(),
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "a postgres:// address"),
  SECRET: z.string().min(32, "at least 32 characters, for example from `openssl rand -hex 32`"),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, "smtp:// or smtps://, as in smtps://name:password@mail.brand.example")
    .optional(),
  MAIL_FROM: z.string().min(3).optional(),
  MEILISEARCH_URL: z
    .string()
    .regex(/^https?:\/\//, "an http(s):// address")
    .optional(),
  MEILISEARCH_KEY: z.string().min(1).optional(),
  /** Where uploads are kept; relative to the project's folder. */
  STORAGE_URL: z
    .string()
    .refine(
      (value) => readStorageAddress(value) !== null,
      "file:/folder or s3://key:secret@host/bucket?region=…",
    )
    .default("file:.porchlight/files"),
  /** How many reverse proxies in front set X-Forwarded-For; 0 trusts none. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  /** `false` leaves the job worker to `npm run worker`. */
  WORKER_IN_WEB: z.enum(["true", "false"]).default("true"),
  DATABASE_POOL: z.coerce.number().int().min(2).max(200).default(10),
  /** `true` lets addresses that staff set, such as an outside check's, lead into one's own network. */
  OUTSIDE_PRIVATE: z.enum(["true", "false"]).default("false"),
  LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "silent"]).default("info"),
});

export type Env = z.infer<typeof schema> & { publicUrl: URL };

const WEAK = /^(.)\1+$|change.?me|secret|password|example|0123456789/i;

/**
 * Parses settings; gives the problems as readable lines instead of throwing, so that a start can
 * print them all at once.
 */
export function parseEnv(
  source: Record<string, string | undefined>,
): { env: Env } | { problems: string[] } {
  const set = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    return {
      problems: parsed.error.issues.map((issue) => {
        const name = String(issue.path[0]);
        const given = set[name];
        return given === undefined
          ? `${name} is not set: it must be ${issue.message}`
          : `${name} can't be used: it must be ${issue.message}`;
      }),
    };
  }
  const env = parsed.data;
  const problems: string[] = [];
  if (env.PORCHLIGHT_MODE === "production") {
    if (!env.PUBLIC_URL)
      problems.push("PUBLIC_URL is not set: production needs the address people use");
    if (WEAK.test(env.SECRET)) {
      problems.push("SECRET is too easy to guess: make one with `openssl rand -hex 32`");
    }
    if (env.MEILISEARCH_URL && !env.MEILISEARCH_KEY) {
      problems.push("MEILISEARCH_KEY is not set: production needs a keyed Meilisearch");
    }
  }
  if (problems.length > 0) return { problems };
  return { env: { ...env, publicUrl: new URL(env.PUBLIC_URL ?? `http://localhost:${env.PORT}`) } };
}

let cached: Env | undefined;

/** The parsed environment of this process. Throws one error that lists every problem. */
export function getEnv(): Env {
  if (cached) return cached;
  const result = parseEnv(process.env);
  if ("problems" in result) {
    throw new Error(
      `The settings can't be used:\n${result.problems.map((p) => `  - ${p}`).join("\n")}`,
    );
  }
  cached = result.env;
  return cached;
}
