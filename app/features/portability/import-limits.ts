const MEGABYTE = 1024 * 1024;

/** What an imported file may ask of the machine. Sizes in bytes unless the name says otherwise. */
export const IMPORT_LIMITS = {
  /** Characters of one XML row, bytes of one line of JSON. */
  row: 16 * MEGABYTE,
  /** One file inside an archive, or one topic file. */
  entry: 64 * MEGABYTE,
  /** A packed file that grows by more than this factor is no export… */
  expansion: 200,
  /** …once it has grown to this. */
  expansionChecked: 16 * MEGABYTE,
  /** Rows and characters of text written in one transaction. */
  batchRows: 250,
  /** Votes and the like: no text to render. */
  batchVotes: 4000,
  batchCharacters: 4_000_000,
  title: 200,
  bio: 2000,
  name: 60,
  html: 1_000_000,
  tags: 20,
  likes: 10_000,
} as const;
