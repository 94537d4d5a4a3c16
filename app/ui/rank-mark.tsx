import { Hidden } from "./layout.tsx";

const LAMPS = [1, 2, 3, 4, 5];

type LampsProps = {
  /** The rank's name, read and shown on hover. */
  name: string;
  /** How many of the five lamps are lit. */
  lit: number;
  /** Read before the name: "Rank". */
  label: string;
};

/** A rank as five small lamps. */
export function Lamps({ name, lit, label }: LampsProps) {
  return (
    <>
      <span className="pl-lamps" title={name}>
        {LAMPS.map((lamp) => (
          <i key={lamp} className={lamp <= lit ? "on" : undefined} />
        ))}
      </span>
      <Hidden>
        {label} {name}
      </Hidden>
    </>
  );
}

/** How much somebody helps now: five small lamps and the rank's name. */
export function RankMark({ name, lit, label }: LampsProps) {
  return (
    <span className="pl-rank">
      <Lamps name={name} lit={lit} label={label} />
      <span dir="auto" aria-hidden="true">
        {name}
      </span>
    </span>
  );
}
