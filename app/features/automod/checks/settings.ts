import { z } from "zod";
import { PERSONAL_KINDS } from "../personal-data/kinds.ts";
import { VERDICTS } from "../screened.ts";
import { WORD_LIMITS } from "../words/word-list.ts";

const mode = (usual: "off" | "nudge" | "hold" | "reject") =>
  z.enum(["off", ...VERDICTS]).default(usual);
const count = (usual: number, most: number) => z.number().int().min(0).max(most).default(usual);
const share = (usual: number) => z.number().min(0).max(1).default(usual);
/** Whether the check leaves trusted members alone. */
const sparesTrusted = (usual: boolean) => z.boolean().default(usual);
const onFailure = (usual: "hold" | "pass") => z.enum(["hold", "pass"]).default(usual);

const wordList = z.object({
  name: z.string().trim().min(1).max(80),
  mode: mode("hold"),
  entries: z.array(z.string().max(WORD_LIMITS.length)).max(WORD_LIMITS.entries),
});

/**
 * What staff set for the checks; each part has a default, so `checkSettings.parse({})` gives the
 * settings of a new community. Counts are of characters, words or things; shares are from 0 to 1.
 */
export const checkSettings = z.object({
  /** What happens when a check breaks, by whose text it is; what passes is looked at again. */
  onFailure: z
    .object({
      newcomer: onFailure("hold"),
      member: onFailure("pass"),
      trusted: onFailure("pass"),
    })
    .prefault({}),
  invisible: z.object({ mode: mode("hold"), sparesTrusted: sparesTrusted(false) }).prefault({}),
  words: z
    .object({ sparesTrusted: sparesTrusted(false), lists: z.array(wordList).max(20).default([]) })
    .prefault({}),
  personalData: z
    .object({
      mode: mode("nudge"),
      sparesTrusted: sparesTrusted(false),
      kinds: z.array(z.enum(PERSONAL_KINDS)).default([...PERSONAL_KINDS]),
      /** ISO 3166 codes of the countries whose national forms are used here. */
      countries: z
        .array(z.string().regex(/^[A-Z]{2}$/))
        .max(30)
        .default([]),
      /** Whether it is masked as it is posted, whatever the verdict. */
      masks: z.boolean().default(false),
      /** How many days the staff can look at what was masked, and bring it back. */
      keepDays: count(30, 365).pipe(z.number().min(1)),
      /** The brand's own contacts: mail addresses, "@domain", phone and account numbers. */
      allowed: z.array(z.string().max(100)).max(500).default([]),
    })
    .prefault({}),
  substance: z
    .object({
      mode: mode("nudge"),
      sparesTrusted: sparesTrusted(false),
      leastOpening: count(15, 1_000),
      leastAnswer: count(4, 1_000),
    })
    .prefault({}),
  shouting: z
    .object({
      mode: mode("nudge"),
      sparesTrusted: sparesTrusted(false),
      share: share(0.7),
      leastLetters: count(20, 1_000),
    })
    .prefault({}),
  floods: z
    .object({
      mode: mode("hold"),
      sparesTrusted: sparesTrusted(false),
      characters: count(10, 1_000).pipe(z.number().min(4)),
      words: count(6, 1_000).pipe(z.number().min(3)),
      emoji: count(15, 1_000),
    })
    .prefault({}),
  linkNumber: z
    .object({ mode: mode("nudge"), sparesTrusted: sparesTrusted(true), most: count(8, 1_000) })
    .prefault({}),
  newcomerLimits: z
    .object({ mode: mode("hold"), links: count(2, 1_000), images: count(4, 1_000) })
    .prefault({}),
  newDomains: z
    .object({
      mode: mode("hold"),
      sparesTrusted: sparesTrusted(true),
      newcomersOnly: z.boolean().default(true),
    })
    .prefault({}),
  shorteners: z
    .object({
      mode: mode("nudge"),
      sparesTrusted: sparesTrusted(false),
      also: z.array(z.string().max(100)).max(500).default([]),
    })
    .prefault({}),
  misleadingLinks: z
    .object({ mode: mode("hold"), sparesTrusted: sparesTrusted(false) })
    .prefault({}),
  promotion: z
    .object({ mode: mode("hold"), sparesTrusted: sparesTrusted(true), recent: count(3, 50) })
    .prefault({}),
  repeats: z
    .object({ mode: mode("nudge"), sparesTrusted: sparesTrusted(false), likeness: share(0.8) })
    .prefault({}),
  copies: z
    .object({ mode: mode("hold"), sparesTrusted: sparesTrusted(true), likeness: share(0.8) })
    .prefault({}),
  /** Posts somebody writes within an hour. */
  rate: z
    .object({
      mode: mode("hold"),
      sparesTrusted: sparesTrusted(true),
      newcomer: count(10, 1_000),
      member: count(40, 1_000),
    })
    .prefault({}),
  /** `mode` is the strongest answer that a pattern may give. */
  patterns: z.object({ mode: mode("hold"), sparesTrusted: sparesTrusted(true) }).prefault({}),
  classifier: z.object({ mode: mode("hold"), sparesTrusted: sparesTrusted(true) }).prefault({}),
  /** A service elsewhere that is asked too; none without an address. `mode` is the strongest answer it may give. */
  outside: z
    .object({
      mode: mode("hold"),
      sparesTrusted: sparesTrusted(true),
      url: z.union([z.literal(""), z.url({ protocol: /^https?$/ }).max(500)]).default(""),
      /** Signs what is sent. */
      secret: z.string().max(200).default(""),
      /** Milliseconds. */
      timeout: z.number().int().min(100).max(5_000).default(1_500),
      /** `usual`: by whose text it is, as with every other check. */
      onFailure: z.enum(["usual", "hold", "pass"]).default("usual"),
    })
    .prefault({}),
  /** What an import brought. */
  imports: z
    .object({
      /** Whether it is looked through afterwards, opening a case for each thing that would be held. */
      openCases: z.boolean().default(false),
    })
    .prefault({}),
});

export type CheckSettings = z.infer<typeof checkSettings>;
