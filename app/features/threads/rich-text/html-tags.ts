/** Elements whose content is never text for a reader, or whose content browsers parse by other rules. */
export const DROPPED_TAGS: ReadonlySet<string> = new Set(
  (
    "script style xmp noscript noembed noframes template svg math iframe frame frameset object embed " +
    "applet plaintext title head canvas audio video select datalist map portal fencedframe"
  ).split(" "),
);

/** Elements that begin and end a paragraph. */
export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    "p div section article aside header footer main nav figure figcaption dl dt dd address details " +
    "summary center fieldset form hgroup body html caption textarea legend dialog search menuitem"
  ).split(" "),
);

/** Elements that mark the text in them. */
export const MARK_TAGS: ReadonlyMap<string, "bold" | "italic" | "strike" | "code"> = new Map([
  ["b", "bold"],
  ["strong", "bold"],
  ["i", "italic"],
  ["em", "italic"],
  ["cite", "italic"],
  ["dfn", "italic"],
  ["var", "italic"],
  ["s", "strike"],
  ["del", "strike"],
  ["strike", "strike"],
  ["code", "code"],
  ["tt", "code"],
  ["samp", "code"],
]);
