import { carriesPersonalData } from "#app/features/automod/personal-data/carries-personal-data.ts";
import { findPersonalData } from "#app/features/automod/personal-data/find-personal-data.ts";
import type { PersonalOptions } from "#app/features/automod/personal-data/kinds.ts";

const HREF = /href="([^"]*)"/g;

/** Whether a text, or a link in its HTML, holds what identifies a person. */
export function holdsPersonal(
  { text, html = "" }: { text: string; html?: string },
  options: PersonalOptions = {},
): boolean {
  if (findPersonalData(text, options).length > 0) return true;
  return [...html.matchAll(HREF)].some(([, href]) => carriesPersonalData(href, options));
}
