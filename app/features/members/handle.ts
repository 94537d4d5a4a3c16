import type { ErrorMessage } from "#app/lib/errors.ts";
import { lookOf, looksOf, strictLooksOf } from "./look-alikes.ts";

const MIN = 2;
const MAX = 30;

/** One letter or digit first, then letters, digits, `_`, `-` and marks that letters need. */
const SHAPE = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}_-]*$/u;
const THREE_MARKS = /\p{M}{3}/u;

/** Names that would speak for the place, or that addresses of pages need. */
const RESERVED = new Set(
  (
    "about abuse account accounts admin administrator administrators all anonymous answers api ask " +
    "assets billing blank blog bot community company contact deleted embed everyone feed former " +
    "forgot guest guests health help helpdesk here home hostmaster info legal login logout mail me " +
    "member members mod moderation moderator moderators mods new news nil no-reply nobody none " +
    "noreply notifications null official outbox owner password policy porchlight postmaster privacy " +
    "profile questions report reset root rss safety search security service settings sign-in " +
    "sign-out sign-up signin signout signup spaces staff status super_user superuser support sysop " +
    "system tag tags team terms theme threads undefined unknown user users verify webmaster www you"
  ).split(" "),
);
const RESERVED_STRICT = new Set([...RESERVED].flatMap(strictLooksOf));

/** What makes a handle unique: case, accents and look-alike letters are the same. */
export function handleKey(handle: string): string {
  return lookOf(handle.trim()).slice(0, 80);
}

/** Every key a handle could be taken for; none of them may belong to somebody else. */
export function handleKeys(handle: string): string[] {
  return looksOf(handle).map((look) => look.slice(0, 80));
}

/** Latin beside another alphabet hides look-alikes; beside East Asian writing it is ordinary. */
function mixesAlphabets(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  const latin = letters.some((letter) => /\p{Script=Latin}/u.test(letter));
  const greek = letters.some((letter) => /\p{Script=Greek}/u.test(letter));
  const cyrillic = letters.some((letter) => /\p{Script=Cyrillic}/u.test(letter));
  if (greek && cyrillic) return true;
  const other = letters.some(
    (letter) =>
      !/[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]/u.test(
        letter,
      ),
  );
  return latin && other;
}

/** True for a handle or name that reads as the community itself or an office of it. */
export function speaksForThePlace(text: string, communityName: string): boolean {
  const brand = strictLooksOf(communityName);
  return strictLooksOf(text).some((look) => RESERVED_STRICT.has(look) || brand.includes(look));
}

/**
 * A typed handle → the one to keep and its key, or what is wrong with it. `communityName` is what
 * members may not speak for; `null` where the operator chooses.
 */
export function checkHandle(
  typed: string,
  communityName: string | null,
): { handle: string; key: string } | { problem: ErrorMessage } {
  const handle = typed.trim().replace(/^@/, "").normalize("NFKC");
  const length = Array.from(handle).length;
  if (length === 0) return { problem: { key: "error.required" } };
  if (length < MIN || length > MAX) return { problem: { key: "account.handleLength" } };
  if (!SHAPE.test(handle) || THREE_MARKS.test(handle)) {
    return { problem: { key: "account.handleShape" } };
  }
  if (/\p{Default_Ignorable_Code_Point}/u.test(handle) || mixesAlphabets(handle)) {
    return { problem: { key: "account.handleMixed" } };
  }
  const key = handleKey(handle);
  if (key === "") return { problem: { key: "account.handleShape" } };
  if (communityName !== null && speaksForThePlace(handle, communityName))
    return { problem: { key: "account.handleReserved" } };
  return { handle, key };
}
