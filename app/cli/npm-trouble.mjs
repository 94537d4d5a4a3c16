import { Trouble } from "./trouble.mjs";

/**
 * Explains a failed `npm ci` by what it wrote.
 * @param {string} output
 * @param {string} dir
 * @returns {Trouble}
 */
export function explainNpm(output, dir) {
  const [what, advice] = findNpmReason(output, dir);
  const tail = output.trim().split("\n").slice(-12).join("\n");
  return new Trouble(what, `${advice}\n\nnpm said:\n${tail}`);
}

/**
 * @param {string} output
 * @param {string} dir
 * @returns {[what: string, advice: string]}
 */
function findNpmReason(output, dir) {
  if (/ENOSPC|EDQUOT/.test(output)) {
    return [
      "Could not install the packages: the disk is full.",
      "Free about 1 GB (the packages and npm's cache), then run the command again.",
    ];
  }
  if (/EACCES|EPERM|EROFS/.test(output)) {
    return [
      "Could not install the packages: permission denied.",
      `Give this account write access to ${dir} and to npm's cache (npm config get cache),\n` +
        "or run the command as the account that owns them.",
    ];
  }
  if (
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/i.test(
      output,
    )
  ) {
    return [
      "Could not install the packages: npm's registry cannot be reached.",
      "Check the network and, behind a proxy, npm's settings (npm config set proxy …),\n" +
        "then run the command again. The registry in use: npm config get registry",
    ];
  }
  if (/EUSAGE/.test(output)) {
    return [
      "Could not install the packages: package.json and package-lock.json do not fit together.",
      'Take both as they came with the project, or run "npm install" after a change of your own.',
    ];
  }
  return ["Could not install the packages.", "Read what npm said, then run the command again."];
}
