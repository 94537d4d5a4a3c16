import type { IconName } from "./icon-name.ts";
import { joinClasses } from "./join-classes.ts";
import { tagMark } from "./tag-mark.ts";

type MedalProps = {
  /** The drawing in the middle: from the set of icons, or made from a tag's slug. */
  face: { icon: IconName } | { tag: string };
  /** 1 to 3: how rich its rim is. */
  level: number;
  /** Not earned: an empty outline. */
  earned: boolean;
  size?: 32 | 48 | 64;
};

const BEADS = 32;
const LOBES = 24;

const round = (value: number) => Math.round(value * 100) / 100;

/** A circle around (24, 24) with waves along it. */
function scalloped(radius: number): string {
  const points = Array.from({ length: LOBES }, (_, index) => {
    const angle = (index / LOBES) * 2 * Math.PI;
    return `${round(24 + Math.cos(angle) * radius)} ${round(24 + Math.sin(angle) * radius)}`;
  });
  const [first, ...rest] = points;
  const wave = round((radius * Math.PI) / LOBES);
  return `M${first}${[...rest, first].map((end) => `A${wave} ${wave} 0 0 1 ${end}`).join("")}Z`;
}

const SCALLOPED = scalloped(21.5);

/** The rim says the level: a ring, a ring with beads, a ring with waves. */
function Rim({ level }: { level: number }) {
  if (level >= 3) {
    return (
      <>
        <path className="pl-medal__rim" d={SCALLOPED} />
        <circle className="pl-medal__ring" cx="24" cy="24" r="18" />
      </>
    );
  }
  const gap = round((2 * Math.PI * 20.25) / BEADS);
  return (
    <>
      <circle className="pl-medal__rim" cx="24" cy="24" r="23" />
      {level === 2 && (
        <circle
          className="pl-medal__beads"
          cx="24"
          cy="24"
          r="20.25"
          strokeDasharray={`0 ${gap}`}
          strokeLinecap="round"
        />
      )}
      <circle className="pl-medal__ring" cx="24" cy="24" r={level === 2 ? 17.5 : 19.5} />
    </>
  );
}

/** A badge's medal. Decoration only: its name and level stand beside it in words. */
export function BadgeMedal({ face, level, earned, size = 48 }: MedalProps) {
  return (
    <svg
      className={joinClasses("pl-medal", !earned && "pl-medal--off")}
      width={size}
      height={size}
      viewBox="0 0 48 48"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      {earned ? (
        <Rim level={level} />
      ) : (
        <circle className="pl-medal__rim" cx="24" cy="24" r="23" strokeDasharray="3 3" />
      )}
      {"icon" in face ? (
        <use href={`/icons.svg#i-${face.icon}`} x="14" y="14" width="20" height="20" />
      ) : (
        <Mark slug={face.tag} />
      )}
    </svg>
  );
}

function Mark({ slug }: { slug: string }) {
  const { paths, dots } = tagMark(slug);
  return (
    <g
      transform="translate(24 24)"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {paths.map((path) => (
        <path key={path} d={path} />
      ))}
      {dots.map(({ x, y, r }) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r={r} fill="currentColor" stroke="none" />
      ))}
    </g>
  );
}

/** How many levels there are, the earned ones lit; `label` says it in words. */
export function LevelPips({
  level,
  levels,
  label,
}: {
  level: number;
  levels: number;
  label: string;
}) {
  return (
    <>
      <svg
        className="pl-pips"
        width={levels * 11 - 3}
        height="4"
        fill="none"
        aria-hidden="true"
        focusable="false"
      >
        {Array.from({ length: levels }, (_, index) => (
          <rect
            key={index}
            className={index < level ? "is-lit" : undefined}
            x={index * 11}
            width="8"
            height="4"
            rx="1"
          />
        ))}
      </svg>
      <span className="pl-hide">{label}</span>
    </>
  );
}

/** How far somebody is; `label` says it in words. */
export function BadgeProgress({
  have,
  need,
  label,
}: {
  have: number;
  need: number;
  label: string;
}) {
  return (
    <div className="pl-bcard__p">
      <svg
        className="pl-gauge"
        viewBox="0 0 100 6"
        preserveAspectRatio="none"
        aria-hidden="true"
        focusable="false"
      >
        <rect width="100" height="6" />
        <rect className="is-lit" width={Math.min(100, round((have / need) * 100))} height="6" />
      </svg>
      <span>{label}</span>
    </div>
  );
}
