import type { MessageKey } from "#app/i18n/translate.ts";

/** What a key does; several keys are pressed one after the other. */
export type Shortcut = { keys: string[]; label: MessageKey };

/** Every keyboard shortcut, in the order of the help sheet. */
export const SHORTCUTS: Shortcut[] = [
  { keys: ["?"], label: "reading.keyHelp" },
  { keys: ["j"], label: "reading.keyNext" },
  { keys: ["k"], label: "reading.keyPrevious" },
  { keys: ["o"], label: "reading.keyOpen" },
  { keys: ["u"], label: "reading.keyUp" },
  { keys: ["r"], label: "reading.keyReply" },
  { keys: ["e"], label: "reading.keyEdit" },
  { keys: ["l"], label: "reading.keyHelpful" },
  { keys: ["s"], label: "reading.keySame" },
  { keys: ["b"], label: "reading.keyBookmark" },
  { keys: ["f"], label: "reading.keyFollow" },
  { keys: ["c"], label: "reading.keyAsk" },
  { keys: ["/"], label: "reading.keySearch" },
  { keys: ["g", "h"], label: "reading.keyHome" },
];
