import { requireMember } from "#app/features/members/require-member.ts";
import { LOCALES } from "#app/i18n/locales.ts";
import type { Ctx } from "#app/lib/ctx.ts";
import { isStaff } from "#app/lib/roles.ts";
import { strongestOf } from "../checks/run-checks.ts";
import { printOf } from "../checks/check-repeats.ts";
import type { CheckSettings } from "../checks/settings.ts";
import { loadSettings } from "../rules/load-settings.server.ts";
import type { Finding, Screened, Verdict } from "../screened.ts";
import { domainsOf } from "./domains-of.ts";
import { isSameSent, loadKnown, type Place } from "./load-known.server.ts";
import { loadModel } from "./load-model.server.ts";
import { toolsOf } from "./load-tools.server.ts";
import { printKeys } from "./print-keys.ts";
import { runScreening } from "./run-screening.ts";
import { SCREENING_CHECKS, type ScreeningTools } from "./screening-checks.ts";

/** What was written, as its surface knows it. */
export type Written = Pick<
  Screened,
  "surface" | "title" | "text" | "links" | "code" | "quotes" | "images"
>;

export type ScreenWhat = {
  written: Written;
  /** `null` for what is no post. */
  place: Place | null;
  /** The text as it stood before an edit: what was said of that isn't said again. */
  before?: Written | undefined;
};

export type Screening = {
  verdict: Verdict | null;
  findings: Finding[];
  /** Names of the checks that broke. */
  failed: string[];
  screened: Screened;
  /** Of the text, for those that come after it; empty for a short one. */
  prints: number[];
  settings: CheckSettings;
};

type Author = Screened["author"];

/** Newcomers hold the first rank; trusted are super users, staff, and whose rank lets them vote to hide. */
export function standingOf({ actor }: Pick<Ctx, "actor">): Pick<Author, "newcomer" | "trusted"> {
  if (actor.kind !== "member") return { newcomer: true, trusted: false };
  const trusted = actor.role !== "member" || actor.powers.has("post.voteHide");
  return { newcomer: !trusted && actor.rank.index === 0, trusted };
}

function languagesOf({ community, actor }: Pick<Ctx, "community" | "actor">): string[] {
  const chosen = actor.kind === "member" && actor.locale ? [actor.locale] : [];
  return [...new Set([community.locale, ...chosen, ...(community.localeOpen ? LOCALES : [])])];
}

/** A profile is about its member: that it names what is theirs, or says what it said, is its purpose. */
const OF_POSTS: ReadonlySet<string> = new Set(["promotion", "repeats", "copies", "rate"]);
const OF_PROFILES: ReadonlySet<string> = new Set(
  SCREENING_CHECKS.map(({ id }) => id).filter((id) => !OF_POSTS.has(id)),
);

const findingKey = ({ title, text }: Written, { check, toAuthor, spans }: Finding): string =>
  JSON.stringify([
    check,
    toAuthor,
    spans.map(({ in: part, from, to }) => (part === "title" ? title : text).slice(from, to)),
  ]);

/** What of the findings the text didn't call for already before it was edited. */
async function onlyNew(
  findings: Finding[],
  { written, before }: ScreenWhat,
  { screened, settings }: { screened: Screened; settings: CheckSettings },
): Promise<Finding[]> {
  if (!before || findings.length === 0) return findings;
  const earlier = { ...screened, ...before };
  const { findings: old } = await runScreening(earlier, settings, {
    model: null,
    askOutside: null,
  });
  const told = new Set(old.map((finding) => findingKey(before, finding)));
  return findings.filter((finding) => !told.has(findingKey(written, finding)));
}

/** Nobody of the staff waits for staff: what would be held is told them before it appears. */
function forStaff(findings: Finding[]): Finding[] {
  return findings.map((finding) =>
    finding.verdict === "hold" ? { ...finding, verdict: "nudge" } : finding,
  );
}

export type Built = {
  screened: Screened;
  /** Of the text; empty for a short one. */
  prints: number[];
  /** When the community's classifier learnt last. */
  trainedAt: string | null;
};

/** The most posts in an hour that some settings count. */
export const mostCountedOf = ({ rate }: CheckSettings): number =>
  Math.max(rate.newcomer, rate.member) + 1;

/**
 * What the actor wrote as the checks see it, with what is known from before: one query. `asOf`: as it
 * was known at `ctx.now`, for a look back at what was posted then. Throws SignInNeededError.
 */
export async function buildScreened(
  ctx: Ctx,
  what: ScreenWhat,
  { mostCounted, asOf }: { mostCounted: number; asOf?: boolean },
): Promise<Built> {
  const actor = requireMember(ctx);
  const screened: Screened = {
    ...what.written,
    author: { name: actor.name, ...standingOf(ctx) },
    languages: languagesOf(ctx),
  };
  const prints = printOf(screened);
  const { known, own, about, ownHosts, trainedAt } = await loadKnown(ctx, {
    authorId: actor.id,
    place: what.place,
    domains: domainsOf(screened),
    keys: printKeys(prints),
    mostCounted,
    asOf,
  });
  const { place } = what;
  const others = own.filter((before) => !place || !isSameSent(before, place, screened));
  const sentTwice = own.length - others.length;
  screened.known = {
    ...known,
    ownTexts: others.map(({ title, text }) => `${title} ${text}`.trim()),
    // An edit is no further post.
    lastHour: place && (!place.postId || (asOf && !what.before)) ? known.lastHour - sentTwice : 0,
  };
  screened.ownHosts = ownHosts;
  screened.author = { ...screened.author, about };
  return { screened, prints, trainedAt };
}

/** What all checks say of what the actor wrote, with these settings. */
export async function judge(
  ctx: Ctx,
  what: ScreenWhat,
  {
    screened,
    settings,
    tools,
  }: { screened: Screened; settings: CheckSettings; tools: ScreeningTools },
): Promise<Pick<Screening, "verdict" | "findings" | "failed">> {
  const only = what.place ? undefined : OF_PROFILES;
  const result = await runScreening(screened, settings, { ...tools, only });
  for (const { check, error } of result.failed) ctx.log.warn({ check, err: error }, "check broke");
  const fresh = await onlyNew(result.findings, what, { screened, settings });
  const findings = isStaff(ctx.actor.role) ? forStaff(fresh) : fresh;
  const failed = result.failed.map(({ check }) => check);
  return { verdict: strongestOf(findings), findings, failed };
}

/**
 * What automod says of something the actor wrote and is about to publish: two queries, and a third
 * when the classifier has learnt anew. Throws SignInNeededError.
 */
export async function screen(ctx: Ctx, what: ScreenWhat): Promise<Screening> {
  requireMember(ctx);
  const { settings } = await loadSettings(ctx);
  const mostCounted = mostCountedOf(settings);
  const { screened, prints, trainedAt } = await buildScreened(ctx, what, { mostCounted });
  const tools = toolsOf(ctx, await loadModel(ctx, trainedAt));
  const judged = await judge(ctx, what, { screened, settings, tools });
  return { ...judged, screened, prints, settings };
}
