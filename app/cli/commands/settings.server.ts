import { parseArgs } from "node:util";
import { listOrigins } from "#app/features/communities/list-origins.server.ts";
import { setLanguage } from "#app/features/communities/set-language.server.ts";
import { MOST_DAYS, setLogDays } from "#app/features/insights/log/set-log-days.server.ts";
import {
  REPORTER_DAYS,
  setReporterDays,
} from "#app/features/moderation/reporting/set-reporter-days.server.ts";
import {
  ERASE_POLICIES,
  setErasePolicy,
  type ErasePolicy,
} from "#app/features/members/set-erase-policy.server.ts";
import { LANGUAGES, languageOf, type Language } from "#app/i18n/locales.ts";
import type { Db } from "#db/client.server.ts";
import type { Command } from "./command.ts";
import { findCommunity } from "./find-community.server.ts";
import { setOrigins } from "./set-origins.server.ts";
import { UsageError } from "./usage-error.ts";

const MEANINGS: Record<ErasePolicy, string> = {
  keep: "posts of members who delete their account stay, without a name",
  remove: "posts of members who delete their account are removed",
};

function policyOf(given: string): ErasePolicy {
  const policy = ERASE_POLICIES.find((known) => known === given);
  if (!policy) throw new UsageError(`--erase-policy is one of ${ERASE_POLICIES.join(", ")}.`);
  return policy;
}

const TAGS = LANGUAGES.map(({ tag }) => tag);

/** `auto` leaves the language to guests' browsers; a language is the community's own from then on. */
function localeOf(given: string): { locale?: Language; open: boolean } {
  if (given === "auto") return { open: true };
  const locale = languageOf(given);
  if (!locale) throw new UsageError(`--locale is one of ${TAGS.join(", ")}, or auto.`);
  return { locale, open: false };
}

function daysOf(given: string): number {
  const days = /^\d{1,3}$/.test(given) ? Number(given) : MOST_DAYS + 1;
  if (days > MOST_DAYS) throw new UsageError(`--search-log-days is a number up to ${MOST_DAYS}.`);
  return days;
}

function reporterDaysOf(given: string): number {
  const { least, most } = REPORTER_DAYS;
  const days = /^\d{1,4}$/.test(given) ? Number(given) : 0;
  if (days < least || days > most) {
    throw new UsageError(`--reporter-days is a number from ${least} to ${most}.`);
  }
  return days;
}

async function currentSettings(db: Db, communityId: number) {
  return db
    .selectFrom("community")
    .select(["erase_policy", "locale", "locale_open", "search_log_days", "reporter_days"])
    .where("id", "=", communityId)
    .executeTakeFirstOrThrow();
}

export const settingsCommand: Command = {
  usage:
    "settings [--erase-policy keep|remove] [--locale en|de|ar|auto] [--search-log-days N] [--reporter-days N] [--allow-origin ORIGIN] [--remove-origin ORIGIN] [--community SLUG]",
  summary: "changes what is given of a community’s settings, and prints them",
  run: async ({ args, connection: { db }, print }) => {
    const { values } = parseArgs({
      args,
      options: {
        "erase-policy": { type: "string" },
        locale: { type: "string" },
        "search-log-days": { type: "string" },
        "reporter-days": { type: "string" },
        "allow-origin": { type: "string", multiple: true, default: [] },
        "remove-origin": { type: "string", multiple: true, default: [] },
        community: { type: "string" },
      },
    });
    const wanted = values["erase-policy"];
    const policy = wanted === undefined ? undefined : policyOf(wanted);
    const language = values.locale === undefined ? {} : localeOf(values.locale);
    const given = values["search-log-days"];
    const days = given === undefined ? undefined : daysOf(given);
    const kept = values["reporter-days"];
    const reporterDays = kept === undefined ? undefined : reporterDaysOf(kept);
    const community = await findCommunity(db, values.community);
    if (policy) await setErasePolicy(db, community.id, policy);
    await setLanguage(db, community.id, language);
    if (days !== undefined) await setLogDays(db, community.id, days);
    if (reporterDays !== undefined) await setReporterDays(db, community.id, reporterDays);
    const sites = { allow: values["allow-origin"], remove: values["remove-origin"] };
    await setOrigins(db, community, sites);
    const now = await currentSettings(db, community.id);
    const origins = await listOrigins(db, community.id);
    print(`${community.name} (${community.slug})`);
    print(`  erase-policy  ${now.erase_policy}  ${MEANINGS[now.erase_policy]}`);
    print(
      now.locale_open
        ? `  locale        auto  guests read in their browser’s language, else in ${now.locale}`
        : `  locale        ${now.locale}  the language of guests’ pages`,
    );
    print(
      now.search_log_days === 0
        ? "  search-log-days  0  what people look for is not kept"
        : `  search-log-days  ${now.search_log_days}  days that searches are kept, without who made them`,
    );
    print(
      `  reporter-days  ${now.reporter_days}  days after a case is closed until guests who reported are forgotten`,
    );
    print(`  allowed sites  ${origins.map(({ origin }) => origin).join(" ") || "none"}`);
    return 0;
  },
};
