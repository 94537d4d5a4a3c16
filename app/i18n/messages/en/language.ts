export const language = {
  "language.title": "Language",
  "language.lead":
    "Pages and mails come to you in this language. What people here wrote stays as they wrote it.",
  "language.choose": "Language",
  "language.asCommunity": "Same as the community: {language}",
  "language.asBrowser": "Same as your browser",
  "language.save": "Save the language",
  "language.saved": "From now on, this is your language.",
  "language.unknown": "Choose one of the languages.",
  "language.ofPages": "Language of the pages",
} as const;
