import { joinClasses } from "./join-classes.ts";

export type Person = { name: string; hue: number };

type AvatarProps = Person & {
  size?: 20 | 24 | 28 | 32 | 40 | 48 | 96;
  /** The company's own word: people are round, the company is square. */
  square?: boolean;
  src?: string;
  /** How many of the five lamps around it are lit; no ring when left out. */
  lit?: number;
};

/** A person's disc with initials or picture. Decoration: the name always stands beside it. */
export function Avatar({ name, hue, size = 40, square, src, lit }: AvatarProps) {
  return (
    <span
      className={joinClasses(
        "pl-av",
        size !== 40 && `pl-av--${size}`,
        square ? "pl-av--square" : `h-${hue % 12}`,
        lit !== undefined && `pl-av--ring lit-${lit}`,
      )}
      aria-hidden="true"
    >
      {src ? <img src={src} alt="" loading="lazy" /> : initials(name, size < 28 ? 1 : 2)}
    </span>
  );
}

/** The brand's square mark: its logo, or the first letter of its name. */
export function BrandMark({
  name,
  logoUrl,
  size = 28,
}: {
  name: string;
  logoUrl?: string;
  size?: 28 | 32 | 40;
}) {
  return (
    <span className={joinClasses("pl-mark", size !== 28 && `pl-mark--${size}`)} aria-hidden="true">
      {logoUrl ? <img src={logoUrl} alt="" /> : initials(name, 1)}
    </span>
  );
}

/** A few discs that overlap; the text beside them says who or how many. */
export function AvatarStack({ people, size = 24 }: { people: Person[]; size?: 24 | 28 }) {
  return (
    <span className="pl-avs" aria-hidden="true">
      {people.map((person, index) => (
        <Avatar key={index} name={person.name} hue={person.hue} size={size} />
      ))}
    </span>
  );
}

/** First letters of the first and last word; one letter where a script joins its letters. */
function initials(name: string, most: 1 | 2): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  const first = Array.from(words[0] ?? "?")[0]!;
  const joined = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}]/u.test(first);
  if (most === 1 || joined || words.length < 2) return first.toLocaleUpperCase();
  return (first + Array.from(words.at(-1)!)[0]!).toLocaleUpperCase();
}
