import type { ErrorMessage } from "#app/lib/errors.ts";

export const PASSWORD_MIN = 10;
export const PASSWORD_MAX = 200;

/** The most used passwords of ten characters and more; shorter ones are refused by length. */
const COMMON = new Set(
  (
    "0123456789 0987654321 1111111111 1122334455 1234512345 123456789a 1234567890 12345678910 " +
    "123456789123 1234567891 12345qwert 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3edc 9876543210 " +
    "abcd123456 abcdefghij abcdefghijk administrator asdfghjkl1 asdfghjkl; basketball changeme123 " +
    "chocolate1 computer123 football123 iloveyou12 iloveyou123 letmein123 liverpool1 manchester " +
    "mypassword password00 password01 password10 password11 password12 password123 password1234 " +
    "passw0rd123 porchlight p@ssw0rd12 p@ssword123 q1w2e3r4t5 q1w2e3r4t5y6 qazwsxedcrfv qwer1234qwer " +
    "qwerty12345 qwerty1234 qwerty123456 qwertyuiop qwertyuiop1 qwertyuiop123 qwertyuiop[] " +
    "sunshine12 superman123 trustno1trustno1 welcome123 welcome1234 zxcvbnm123 zxcvbnm1234"
  ).split(" "),
);

/** True for one to three characters repeated, and for runs such as `abcdefghijkl` or `987654321098`. */
function isPattern(password: string): boolean {
  if (/^(.{1,3})\1+$/su.test(password)) return true;
  const codes = Array.from(password, (char) => char.codePointAt(0)!);
  const steps = new Set(codes.slice(1).map((code, at) => code - codes[at]!));
  return steps.size === 1;
}

/** What is wrong with a new password, or `null`. `known` are texts that others may guess it from. */
export function passwordProblem(password: string, known: string[]): ErrorMessage | null {
  const length = Array.from(password).length;
  if (length === 0) return { key: "error.required" };
  if (length < PASSWORD_MIN) return { key: "account.passwordShort", params: { min: PASSWORD_MIN } };
  if (password.length > PASSWORD_MAX)
    return { key: "error.tooLong", params: { max: PASSWORD_MAX } };
  const folded = password.normalize("NFKC").toLowerCase();
  if (known.some((text) => text.trim() !== "" && text.normalize("NFKC").toLowerCase() === folded)) {
    return { key: "account.passwordIsYou" };
  }
  if (COMMON.has(folded) || isPattern(folded)) return { key: "account.passwordCommon" };
  return null;
}
