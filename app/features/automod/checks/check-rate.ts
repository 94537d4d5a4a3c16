import type { Finding, Screened } from "../screened.ts";
import { findingOf } from "./check.ts";
import type { CheckSettings } from "./settings.ts";

/** More posts within an hour than the settings let newcomers and members write. */
export function checkRate({ author, known }: Screened, { rate }: CheckSettings): Finding[] {
  const count = known?.lastHour;
  const most = author.newcomer ? rate.newcomer : rate.member;
  if (count === undefined || count < most) return [];
  return findingOf("rate", rate.mode, "rate", { params: { count: count + 1, most } });
}
