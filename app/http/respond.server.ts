import { data, redirect, type AppLoadContext } from "@remix-run/node";
import { translateKey, type Translate } from "#app/i18n/translate.ts";
import {
  AdviceError,
  AppError,
  ConflictError,
  InvalidError,
  SignInNeededError,
  TooManyError,
  type ErrorMessage,
} from "#app/lib/errors.ts";
import { contextFor, type PageCtx } from "./context.server.ts";
import { isOutage } from "./is-outage.ts";

type RouteArgs = {
  request: Request;
  context: AppLoadContext;
  params: Record<string, string | undefined>;
};
type Params = RouteArgs["params"];

/** What a failed form comes back with: the whole message, messages by field, and what was typed. */
export type FormFailure = {
  ok: false;
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  /** An idempotency key for the next try, where the one sent may belong to another text. */
  nextKey: string | null;
  /** What to think about first; `token` sends it as it is. */
  advice?: { token: string; reasons: { text: string; quotes: string[] }[] };
};

const NEVER_ECHOED = /password|token|secret/i;

function text(t: Translate, message: ErrorMessage): string {
  return translateKey(t, message.key, message.params);
}

/** Shape of a thrown error response, read by the error page. */
export type ErrorBody = { code: string; message: string };

function asResponse(ctx: PageCtx, error: AppError) {
  const headers =
    error instanceof TooManyError ? { "Retry-After": String(error.retryAfter) } : undefined;
  const body: ErrorBody = { code: error.code, message: text(ctx.t, error.publicMessage) };
  return data(body, { status: error.status, headers });
}

function adviceIn({ t }: PageCtx, { advice }: AdviceError) {
  const reasons = advice.reasons.map(({ message, quotes }) => ({ text: text(t, message), quotes }));
  return { token: advice.token, reasons };
}

/** Where to sign in and come back to: the page itself, or the page a form was sent from. */
function signInAddress(request: Request): string {
  const own = new URL(request.url);
  let back = own.pathname + own.search;
  if (request.method !== "GET") {
    const referer = URL.parse(request.headers.get("referer") ?? "");
    back = referer?.host === request.headers.get("host") ? referer.pathname : "/";
  }
  return `/sign-in?${new URLSearchParams({ to: back }).toString()}`;
}

/** What failed because the database is away or busy, as something that passes; anything else as it is. */
function passing(error: unknown): unknown {
  return isOutage(error) ? new AppError("unavailable", 503, { key: "error.unavailable" }) : error;
}

/** The context; without one there is no language to say in what is wrong. */
async function contextOf(request: Request, context: AppLoadContext): Promise<PageCtx> {
  try {
    return await contextFor(request, context);
  } catch (error) {
    throw isOutage(error) ? data(null, { status: 503 }) : error;
  }
}

/**
 * A page's loader: builds the context, runs `work`, and maps the errors that features throw to
 * responses; a guest who needs to sign in is sent there and back.
 */
export function page<T>(work: (ctx: PageCtx, params: Params) => Promise<T>) {
  return async ({ request, context, params }: RouteArgs): Promise<T> => {
    const ctx = await contextOf(request, context);
    try {
      return await work(ctx, params);
    } catch (thrown) {
      const error = passing(thrown);
      if (error instanceof SignInNeededError) throw redirect(signInAddress(request));
      if (error instanceof AppError) throw asResponse(ctx, error);
      throw error;
    }
  };
}

/**
 * A page's action: reads the form, runs `work`, and gives back what was typed with what is wrong
 * when a feature refuses it, so that nothing a person wrote is lost.
 */
export function form<T>(work: (ctx: PageCtx, form: FormData, params: Params) => Promise<T>) {
  return async ({ request, context, params }: RouteArgs) => {
    const ctx = await contextOf(request, context);
    const fields = await request.formData().catch(() => {
      throw asResponse(ctx, new AppError("not_a_form", 400, { key: "error.invalid" }));
    });
    try {
      return await work(ctx, fields, params);
    } catch (thrown) {
      const error = passing(thrown);
      if (!(error instanceof AppError)) throw error;
      // A text that was written must not be lost to a redirect.
      if (error instanceof SignInNeededError && !fields.has("body")) {
        throw redirect(signInAddress(request));
      }
      const values = Object.fromEntries(
        [...fields].filter((entry): entry is [string, string] => {
          return typeof entry[1] === "string" && !NEVER_ECHOED.test(entry[0]);
        }),
      );
      const failure: FormFailure = {
        ok: false,
        error: text(ctx.t, error.publicMessage),
        fields:
          error instanceof InvalidError
            ? Object.fromEntries(Object.entries(error.fields).map(([k, m]) => [k, text(ctx.t, m)]))
            : {},
        values,
        nextKey: error instanceof ConflictError ? crypto.randomUUID() : null,
        ...(error instanceof AdviceError && { advice: adviceIn(ctx, error) }),
      };
      const headers =
        error instanceof TooManyError ? { "Retry-After": String(error.retryAfter) } : undefined;
      return data(failure, { status: error.status, headers });
    }
  };
}
