import { CHECKS } from "#app/features/automod/checks/checks.ts";
import {
  HOSTILE_LISTS,
  HOSTILE_TEXTS,
  hostileScreened,
  hostileSettings,
  ordinaryText,
} from "#app/features/automod/checks/hostile-texts.ts";
import { WordList } from "#app/features/automod/words/word-list.ts";

const LENGTH = 50_000;
const RUNS = 7;

/** Processor time in milliseconds, the least of some runs in a warm process. */
function cpu(work: () => void): number {
  let least = Infinity;
  for (let run = 0; run < RUNS; run += 1) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1_000);
  }
  return least;
}

const show = (time: number): string => `${time.toFixed(1).padStart(6)} ms`;

/** Measures each check on ordinary and hostile texts of 50 KB, and lists of 5,000 hostile words. */
export function benchChecks(print: (line: string) => void): void {
  const settings = hostileSettings();
  const texts = [{ name: "an ordinary text", text: ordinaryText }, ...HOSTILE_TEXTS].map(
    ({ name, text }) => ({ name, screened: hostileScreened(text(LENGTH)) }),
  );
  print("automod: CPU for 50 KB, an ordinary text and the worst of the hostile ones");
  for (const { id, run } of CHECKS) {
    const times = texts.map(({ name, screened }) => ({
      name,
      time: cpu(() => run({ ...screened }, settings)),
    }));
    const worst = times.reduce((most, one) => (one.time > most.time ? one : most));
    print(`${id.padEnd(20)} ${show(times[0]!.time)} ${show(worst.time)} (${worst.name})`);
  }
  for (const [name, entries] of Object.entries(HOSTILE_LISTS)) {
    const list = new WordList(entries);
    const finds = HOSTILE_TEXTS.map(({ text }) => {
      const searched = text(LENGTH);
      return cpu(() => list.find(searched));
    });
    const built = cpu(() => new WordList(entries));
    print(`5,000 words, ${name}: built ${show(built)}, the worst text ${show(Math.max(...finds))}`);
  }
}
