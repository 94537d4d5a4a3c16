/**
 * Something went wrong in a way a person can put right: `message` says what happened,
 * `advice` says what to do about it.
 */
export class Trouble extends Error {
  /**
   * @param {string} what what happened, a full sentence
   * @param {string} advice what to do, one or more lines
   */
  constructor(what, advice) {
    super(what);
    this.name = "Trouble";
    this.advice = advice;
  }
}

/**
 * Turns an operating system error into a Trouble where the reason is known.
 * @param {unknown} error what was thrown
 * @param {string} doing what was being done, to follow "Could not"
 * @returns {unknown} a Trouble, or the error as it came
 */
export function explainSystemError(error, doing) {
  if (error instanceof Trouble || !(error instanceof Error)) return error;
  const { code, path } = /** @type {NodeJS.ErrnoException} */ (error);
  const where = path ? ` (${path})` : "";
  switch (code) {
    case "ENOSPC":
    case "EDQUOT":
      return new Trouble(
        `Could not ${doing}: the disk is full${where}.`,
        "Free some space (a first start needs about 1 GB) and run the command again.",
      );
    case "EACCES":
    case "EPERM":
      return new Trouble(
        `Could not ${doing}: permission denied${where}.`,
        "Run as the account that owns the project folder, or give this account write access to it\n" +
          "and to the folders node_modules, build and .porchlight in it.",
      );
    case "EROFS":
      return new Trouble(
        `Could not ${doing}: the file system is read-only${where}.`,
        "Put the project on a disk this account can write to.",
      );
    default:
      return error;
  }
}

/**
 * The text printed for an error that ends a command.
 * @param {unknown} error what was thrown
 * @returns {string}
 */
export function describeTrouble(error) {
  if (error instanceof Trouble) {
    const indented = error.advice.split("\n").join("\n  ");
    return `\n✗ ${error.message}\n  ${indented}\n`;
  }
  return `\n✗ ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`;
}
