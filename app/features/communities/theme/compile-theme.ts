import { deriveColours } from "./derive-colours.ts";
import { FONT_STACKS } from "./theme-schema.ts";
import type { Theme } from "./theme-schema.ts";

/**
 * Compiles a brand's theme to CSS text (at most 6 KB): custom properties `--pl-*` as plain hex
 * colours on `:root`, in light, in dark by the reader's system, and in dark by
 * `<html data-theme="dark">`; `<html data-theme="light">` keeps light. Pure, the same bytes for the
 * same theme, so a page may link it under a hash of its content. Expects a value `themeSchema`
 * accepted.
 */
export function compileTheme(theme: Theme): string {
  const light = deriveColours(theme, "light");
  const dark = deriveColours(theme, "dark");
  const changed = Object.fromEntries(
    Object.entries(dark).filter(([name, value]) => light[name] !== value),
  );
  const inLight = `${shape(theme)}color-scheme:light;${declare(light)}`;
  const inDark = `color-scheme:dark;${declare(changed)}`;
  return [
    `:root{${inLight}}`,
    `@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${inDark}}}`,
    `:root[data-theme=dark]{${inDark}}`,
    "",
  ].join("\n");
}

function declare(tokens: Record<string, string>): string {
  return Object.entries(tokens)
    .map(([name, value]) => `--pl-${name}:${shorten(value)}`)
    .join(";");
}

/** "#aabbcc" as "#abc" where nothing is lost. */
function shorten(value: string): string {
  return value.replace(/^#(.)\1(.)\2(.)\3$/, "#$1$2$3");
}

function shape({ radius = 8, density = 1, font = "system", headingFont }: Theme): string {
  const family = FONT_STACKS[font];
  const heading = headingFont === undefined ? family : FONT_STACKS[headingFont];
  const headingValue = heading === family ? "var(--pl-family)" : heading;
  return `--pl-radius:${radius}px;--pl-density:${density};--pl-family:${family};--pl-heading:${headingValue};`;
}
