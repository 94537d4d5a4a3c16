import type { Translate } from "./translate.ts";

const formats = new Map<string, Intl.NumberFormat>();

/** A count in the reader's digits and grouping. */
export function formatNumber(t: Translate, value: number): string {
  let format = formats.get(t.locale);
  if (!format) {
    format = new Intl.NumberFormat(t.locale);
    formats.set(t.locale, format);
  }
  return format.format(value);
}
