import { NotFoundError } from "#app/lib/errors.ts";

/** An id in an address → number. Throws NotFoundError for anything that can't be one. */
export function positiveId(text: string | undefined): number {
  if (!text || !/^[1-9]\d{0,14}$/.test(text)) throw new NotFoundError();
  return Number(text);
}
