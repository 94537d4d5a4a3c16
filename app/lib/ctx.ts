import type { Logger } from "pino";
import type { Translate } from "#app/i18n/translate.ts";
import type { Db } from "#db/client.server.ts";
import type { Power } from "#app/lib/powers.ts";
import type { MemberRole } from "#app/lib/roles.ts";

/** The community a request, job or command works in. */
export type Community = {
  id: number;
  slug: string;
  name: string;
  tagline: string;
  /** Language of the community; of its pages too, unless it is left open or a member chose. */
  locale: string;
  /** Whether a guest's browser chooses the language of the pages. */
  localeOpen: boolean;
  timeZone: string;
  /** Origin of its pages, without a trailing slash: `https://help.brand.example`. */
  baseUrl: string;
  themeHash: string;
  /** Address of its square mark; `null` shows an initial instead. */
  logoUrl: string | null;
};

/** Who acts: a signed-in member, or nobody. */
export type Actor =
  | { kind: "guest"; role: "guest"; id: null }
  | {
      kind: "member";
      role: MemberRole;
      id: number;
      handle: string;
      name: string;
      verified: boolean;
      /** The language they chose; `null`: as for a guest. */
      locale: string | null;
      /** Their place in the community's list of ranks, from 0. */
      rank: { index: number; key: string };
      /** What their rank and role unlock, as of this request. */
      powers: ReadonlySet<Power>;
      /** Ids of the spaces they moderate without being of the staff. */
      moderates?: ReadonlySet<number>;
      /** There while they may read but not write; `until` is `null` when no end is set. */
      silenced?: { until: Date | null };
    };

export const GUEST: Actor = { kind: "guest", role: "guest", id: null };

/** What every command and query is given, made at the edge or by the worker. */
export type Ctx = {
  db: Db;
  community: Community;
  actor: Actor;
  now: Date;
  log: Logger;
  t: Translate;
};
