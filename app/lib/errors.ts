/** What a person may be told about a failed command: a catalogue key and its parameters. */
export type ErrorMessage = {
  key: string;
  params?: Record<string, string | number>;
};

/** Field name → what is wrong with it. */
export type FieldErrors = Record<string, ErrorMessage>;

/** Base of every error a feature throws on purpose; the edge maps it to a response. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: string;
  readonly status: number;
  readonly publicMessage: ErrorMessage;

  constructor(code: string, status: number, publicMessage: ErrorMessage) {
    super(code);
    this.code = code;
    this.status = status;
    this.publicMessage = publicMessage;
  }
}

/** The thing isn't there, or the actor may not know that it is. */
export class NotFoundError extends AppError {
  override name = "NotFoundError";
  constructor(code = "not_found") {
    super(code, 404, { key: "error.notFound" });
  }
}

/** The actor is known but may not do this. */
export class ForbiddenError extends AppError {
  override name = "ForbiddenError";
  constructor(code = "forbidden", message: ErrorMessage = { key: "error.forbidden" }) {
    super(code, 403, message);
  }
}

/** Nobody is signed in and the action needs a member. */
export class SignInNeededError extends AppError {
  override name = "SignInNeededError";
  constructor() {
    super("sign_in_needed", 401, { key: "error.signInNeeded" });
  }
}

/** Somebody else changed it first, or the same key was used for something else. */
export class ConflictError extends AppError {
  override name = "ConflictError";
  constructor(code: string, message: ErrorMessage) {
    super(code, 409, message);
  }
}

/** What was sent can't be taken; says which field and what to do. */
export class InvalidError extends AppError {
  override name = "InvalidError";
  readonly fields: FieldErrors;
  constructor(fields: FieldErrors, code = "invalid") {
    super(code, 422, Object.values(fields)[0] ?? { key: "error.invalid" });
    this.fields = fields;
  }
}

/** What to think about before sending it again, and what to send along to have it taken as it is. */
export type Advice = { token: string; reasons: { message: ErrorMessage; quotes: string[] }[] };

/** What was sent can be taken, but whoever wrote it should be told something first. */
export class AdviceError extends AppError {
  override name = "AdviceError";
  readonly advice: Advice;
  constructor(advice: Advice) {
    super("advice", 422, { key: "screening.adviceTitle" });
    this.advice = advice;
  }
}

/** Too many tries; `retryAfter` in seconds, said in minutes unless `message` says it. */
export class TooManyError extends AppError {
  override name = "TooManyError";
  readonly retryAfter: number;
  constructor(retryAfter: number, code = "too_many", message?: ErrorMessage) {
    const minutes = Math.max(1, Math.ceil(retryAfter / 60));
    super(code, 429, message ?? { key: "error.tooMany", params: { minutes } });
    this.retryAfter = retryAfter;
  }
}
