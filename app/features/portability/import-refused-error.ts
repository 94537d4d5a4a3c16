/** An import that can't begin, with what the person at the keyboard can do about it. */
export class ImportRefusedError extends Error {
  override name = "ImportRefusedError";
}
