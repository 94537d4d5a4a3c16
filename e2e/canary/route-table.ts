import { execFileSync } from "node:child_process";
import { IDS, MEMBERS } from "./ids.ts";

const threads = [IDS.open, IDS.held, IDS.hidden, IDS.deleted, IDS.inLounge, IDS.talk, IDS.unknown];
const openings = [IDS.open, IDS.held, IDS.hidden, IDS.deleted, IDS.inLounge].map(
  (id) => id + 1_000,
);
const posts = [
  ...openings,
  IDS.answer,
  IDS.heldAnswer,
  IDS.hiddenAnswer,
  IDS.deletedAnswer,
  IDS.stubAnswer,
  IDS.replyToStub,
  IDS.hiddenReply,
  IDS.unknown,
];
const lists = (path: string) => [
  path,
  `${path}?list=needs_answer`,
  `${path}?list=solved`,
  `${path}?list=top`,
];
const postVerbs = [
  "accept",
  "unaccept",
  "helpful",
  "bookmark",
  "hide",
  "vote-hide",
  "unhide",
  "delete",
  "restore",
  "mark-official",
  "unmark-official",
  "no-such-verb",
];
const threadVerbs = [
  "same-here",
  "lock",
  "unlock",
  "delete",
  "restore",
  "hide",
  "undo-duplicate",
  "pin",
  "unpin",
  "no-such-verb",
];

/** Addresses of every route, by the route's id in the build; a route without any fails the tests. */
export const routeTable: Record<string, string[]> = {
  root: ["/"],
  "routes/_index": lists("/"),
  "routes/announcements": lists("/announcements"),
  "routes/discussions": lists("/discussions"),
  "routes/ideas": lists("/ideas"),
  "routes/ask": ["/ask", "/ask?space=same-lounge", "/ask?title=word+word+title"],
  "routes/ask_.solved": threads.map((id) => `/ask/solved?thread=${id}&once=none`),
  "routes/forgot": ["/forgot", "/forgot?sent"],
  "routes/display": ["/display", "/display?saved"],
  "routes/guidelines": ["/guidelines"],
  "routes/terms": ["/terms"],
  "routes/tags": ["/tags"],
  "routes/api.v1.search": [
    "/api/v1/search?q=canary",
    "/api/v1/search?q=word&limit=50",
    "/api/v1/search?q=is:open",
  ],
  "routes/api.v1.similar": ["/api/v1/similar?title=canary&limit=50", "/api/v1/similar?title=word"],
  "routes/search_.clicked": ["/search/clicked?s=token&t=1"],
  "routes/search": [
    "/search",
    "/search?q=word",
    "/search?q=title",
    "/search?q=canary",
    "/search?q=can&live=typing",
    "/search?q=word&kind=question&date=year&sort=new",
  ],
  "routes/m.$handle": [...Object.keys(MEMBERS), "nobody"].flatMap((handle) => [
    `/m/${handle}`,
    `/m/${handle}?tab=threads`,
  ]),
  "routes/m.$handle_.points": [...Object.keys(MEMBERS), "nobody"].map(
    (handle) => `/m/${handle}/points`,
  ),
  "routes/m.$handle_.badge[.]svg": [...Object.keys(MEMBERS), "nobody"].map(
    (handle) => `/m/${handle}/badge.svg`,
  ),
  "routes/unsubscribe.$token": ["/unsubscribe/no-such-link", "/unsubscribe/no-such-link?done"],
  "routes/staff.impact": ["/staff/impact", "/staff/impact?saved"],
  "routes/m.$handle_.badges": [...Object.keys(MEMBERS), "nobody"].map(
    (handle) => `/m/${handle}/badges`,
  ),
  "routes/m.$handle_.card": [...Object.keys(MEMBERS), "nobody"].map(
    (handle) => `/m/${handle}/card`,
  ),
  "routes/leaderboard": [
    "/leaderboard",
    "/leaderboard?period=month&staff=1",
    "/leaderboard?period=all&space=same-space",
    "/leaderboard?period=all&space=same-lounge",
    "/leaderboard?period=all&tag=same-tag",
    "/leaderboard?space=no-such-space",
  ],
  "routes/programme": ["/programme", "/programme?said=saved"],
  "routes/staff.programme._index": ["/staff/programme"],
  "routes/staff.programme.$handle": [...Object.keys(MEMBERS), "nobody"].map(
    (handle) => `/staff/programme/${handle}`,
  ),
  "routes/guidelines_.history": ["/guidelines/history"],
  "routes/guidelines_.proposals._index": ["/guidelines/proposals"],
  "routes/guidelines_.proposals.$proposalId": [
    "/guidelines/proposals/1",
    "/guidelines/proposals/999999",
  ],
  "routes/badges._index": ["/badges", "/badges?index", "/badges?tab=yours", "/badges?tab=close"],
  "routes/badges.$badgeKey": [
    "/badges/first-answer",
    "/badges/thanks",
    "/badges/own-1",
    "/badges/tag:same-tag",
    "/badges/no-such-badge",
  ],
  "routes/badges.manage": ["/badges/manage"],
  "routes/outbox._index": ["/outbox"],
  "routes/outbox.$mailId": [`/outbox/${IDS.mail}`, `/outbox/${IDS.unknown}`],
  "routes/p.$postId._index": posts.map((id) => `/p/${id}`),
  "routes/p.$postId.edit": posts.map((id) => `/p/${id}/edit`),
  "routes/p.$postId.history": posts.map((id) => `/p/${id}/history`),
  "routes/p.$postId.report": posts.map((id) => `/p/${id}/report`),
  "routes/p.$postId.original": posts.map((id) => `/p/${id}/original`),
  "routes/p.$postId.$verb": posts.flatMap((id) => postVerbs.map((verb) => `/p/${id}/${verb}`)),
  "routes/t.$threadId._index": threads.map((id) => `/t/${id}`),
  "routes/t.$threadId.$slug": [
    ...threads.flatMap((id) => [`/t/${id}/same-thread`, `/t/${id}/other?sort=helpful`]),
    ...posts.slice(-8).map((post) => `/t/${IDS.open}/same-thread?post=${post}`),
    `/t/${IDS.talk}/same-talk?post=${IDS.heldAnswer}`,
    `/t/${IDS.open}/same-thread?reply=${IDS.hiddenAnswer}&replies=${IDS.answer}`,
  ],
  "routes/t.$threadId.do.$verb": threads.flatMap((id) =>
    threadVerbs.map((verb) => `/t/${id}/do/${verb}`),
  ),
  "routes/s.$spaceSlug": [
    ...lists("/s/same-space"),
    ...lists("/s/same-lounge"),
    "/s/no-such-space",
  ],
  "routes/tag.$tagSlug": [...lists("/tag/same-tag"), "/tag/no-such-tag"],
  "routes/settings": ["/settings"],
  "routes/settings._index": ["/settings?index", "/settings?saved"],
  "routes/settings.recognition": ["/settings/recognition", "/settings/recognition?saved"],
  "routes/settings.account": ["/settings/account"],
  "routes/settings.sessions": ["/settings/sessions"],
  "routes/settings.language": ["/settings/language", "/settings/language?saved"],
  "routes/language": ["/language"],
  "routes/settings.drafts": ["/settings/drafts", "/settings/drafts?discarded"],
  "routes/settings.bookmarks": ["/settings/bookmarks"],
  "routes/following": ["/following"],
  "routes/follow": ["/follow"],
  "routes/settings.data": ["/settings/data", "/settings/data?note=kept"],
  "routes/settings_.export.$exportId": ["/settings/export/1", `/settings/export/${IDS.unknown}`],
  "routes/drafts": ["/drafts"],
  "routes/drafts_.save": ["/drafts/save"],
  "routes/preview": ["/preview"],
  "routes/feed[.]atom": ["/feed.atom"],
  "routes/search[.]atom": ["/search.atom?q=word", "/search.atom?q=canary"],
  "routes/s.$spaceSlug_.feed[.]atom": ["/s/same-space/feed.atom", "/s/same-lounge/feed.atom"],
  "routes/tag.$tagSlug_.feed[.]atom": ["/tag/same-tag/feed.atom", "/tag/no-such-tag/feed.atom"],
  "routes/t.$threadId.feed[.]atom": threads.map((id) => `/t/${id}/feed.atom`),
  "routes/t.$threadId.do.fix": threads.map((id) => `/t/${id}/do/fix`),
  "routes/t.$threadId.do.tend": threads.map((id) => `/t/${id}/do/tend`),
  "routes/t.$threadId.do.team": threads.map((id) => `/t/${id}/do/team`),
  "routes/t.$threadId.do.propose": threads.map((id) => `/t/${id}/do/propose`),
  "routes/review": ["/review", "/review?told=1", "/review?told=word&late"],
  "routes/staff.review": ["/staff/review", "/staff/review?saved"],
  "routes/staff.cases.$caseId.escalate": ["/staff/cases/1/escalate"],
  "routes/staff.escalation": ["/staff/escalation", "/staff/escalation?saved"],
  "routes/staff.escalations": [
    "/staff/escalations",
    "/staff/escalations?status=answered",
    "/staff/escalations?status=closed&before=999",
  ],
  "routes/api.v1.escalations.$escalationId": ["/api/v1/escalations/1"],
  "routes/staff.cases.$caseId.hand-over": ["/staff/cases/1/hand-over"],
  "routes/t.$threadId.do.invite": threads.map((id) => `/t/${id}/do/invite`),
  "routes/t.$threadId.do.idea": threads.map((id) => `/t/${id}/do/idea`),
  "routes/upload": ["/upload"],
  "routes/uploads": ["/uploads"],
  "routes/files.$file.$name": [
    "/files/abcdefghijklmnopqrstuvwxyz/canary.log",
    "/files/abcdefghijklmnopqrstuvwxyz-20x10/canary.webp?w=480",
    "/files/none/none",
  ],
  "routes/sitemap[.]xml": ["/sitemap.xml"],
  "routes/sitemap.places[.]xml": ["/sitemap/places.xml"],
  "routes/sitemap.threads.$file": ["/sitemap/threads/1.xml", "/sitemap/threads/99.xml"],
  "routes/robots[.]txt": ["/robots.txt"],
  "routes/og.brand[.]png": ["/og/brand.png"],
  "routes/og.t.$file": threads.flatMap((id) => [`/og/t/${id}.png`, `/og/t/${id}-0f.png`]),
  "routes/suggest.members": [
    "/suggest/members?q=",
    "/suggest/members?q=same",
    "/suggest/members?q=canary",
  ],
  "routes/suggest.tags": ["/suggest/tags?q=sa", "/suggest/tags?q=same", "/suggest/tags?q=canary"],
  "routes/suggest.thread": threads.map((id) => `/suggest/thread?address=/t/${id}/x`),
  "routes/suggest.search": [
    "/suggest/search?q=sa",
    "/suggest/search?q=canary",
    "/suggest/search?q=word",
    "/suggest/search?q=title",
    "/suggest/search",
  ],
  "routes/suggest.chosen": ["/suggest/chosen"],
  "routes/suggest.space": [
    "/suggest/space?title=same&text=same",
    "/suggest/space?title=canary&text=canary",
    "/suggest/space?title=word+word+title&text=word",
    "/suggest/space",
  ],
  "routes/s.$spaceSlug_.fields": ["/s/same-space/fields", "/s/same-lounge/fields"],
  "routes/staff": ["/staff"],
  "routes/staff.search._index": [
    "/staff/search",
    "/staff/search?list=unopened&days=90",
    "/staff/search?list=taken",
    "/staff/search?list=solved",
  ],
  "routes/staff.search.query": [
    "/staff/search/query?key=canary&days=90",
    "/staff/search/query?key=word&days=90&find=canary",
  ],
  "routes/staff.search.words": [
    "/staff/search/words",
    "/staff/search/words?try=canary&words=word",
    "/staff/search/words?try=canry+word&edit=1",
  ],
  "routes/staff.search.pins": ["/staff/search/pins", "/staff/search/pins?query=word"],
  "routes/ranks": ["/ranks"],
  "routes/staff.points": ["/staff/points", "/staff/points?published=1"],
  "routes/staff.ranks": ["/staff/ranks", "/staff/ranks?published=1"],
  "routes/staff.votes": [
    "/staff/votes",
    "/staff/votes?state=upheld",
    "/staff/votes?state=dismissed&saved",
    "/staff/votes?after=none",
  ],
  "routes/staff.origins": ["/staff/origins"],
  "routes/appeal.$token": ["/appeal/no-such-link", "/appeal/1-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
  "routes/transparency": ["/transparency", "/transparency?month=2026-11"],
  "routes/transparency[.]csv": ["/transparency.csv"],
  "routes/settings.decisions": ["/settings/decisions", "/settings/decisions?saved&after=word"],
  "routes/staff.decisions": [
    "/staff/decisions",
    "/staff/decisions?verb=hide&reversed=no&from=2026-01-01&to=2026-12-31",
    "/staff/decisions?from=word&to=word&moderator=nobody",
  ],
  "routes/staff.decisions_.export[.]jsonl": ["/staff/decisions/export.jsonl"],
  "routes/staff.decisions_.export[.]csv": ["/staff/decisions/export.csv"],
  "routes/staff.automod._index": [
    "/staff/automod",
    "/staff/automod?saved",
    "/staff/automod?trial=1",
  ],
  "routes/staff.automod.words": ["/staff/automod/words", "/staff/automod/words?list=0"],
  "routes/staff.automod.trials.$trialId": ["/staff/automod/trials/1"],
  "routes/staff.looks": ["/staff/looks"],
  "routes/staff.hours": ["/staff/hours", "/staff/hours?saved"],
  "routes/staff_.desk": [
    "/staff/desk",
    "/staff/desk?queue=held&case=1",
    "/staff/desk?undo=1&done=2",
    "/staff/desk?whose=nobody&over=1&priority=9&space=word",
  ],
  "routes/staff.replies": ["/staff/replies", "/staff/replies?saved"],
  "routes/staff.hours_.report": [
    "/staff/hours/report",
    "/staff/hours/report?from=2026-01-01&to=2026-12-31",
    "/staff/hours/report?from=word&to=word",
  ],
  "routes/staff.hours_.report[.]csv": ["/staff/hours/report.csv"],
  "routes/sign-in": ["/sign-in", "/sign-in?to=/settings"],
  "routes/sign-out": ["/sign-out"],
  "routes/sign-up": ["/sign-up"],
  "routes/verify": ["/verify", "/verify?token=none"],
  "routes/reset": ["/reset", "/reset?token=none"],
  "routes/$": ["/no/such/page", "/canary", "/robots-of-mine.txt"],
};

/** The addresses of a route to read: every verb has the same page. */
export function addressesToRead(id: string): string[] {
  const all = routeTable[id] ?? [];
  if (!id.endsWith("$verb")) return all;
  return all.filter((address) => /\/(hide|no-such-verb)$/.test(address));
}

export type BuiltRoute = { id: string; hasLoader: boolean; hasAction: boolean };

/** The routes of the build under test. */
export function builtRoutes(): BuiltRoute[] {
  // In a process of its own: the build is the server's code and keeps what it opens.
  const script = `const { routes } = await import("./build/server/index.js");
    const list = Object.values(routes).map(({ id, module }) =>
      ({ id, hasLoader: "loader" in module, hasAction: "action" in module }));
    process.stdout.write(JSON.stringify(list), () => process.exit(0));`;
  const output = execFileSync(process.execPath, ["--input-type=module", "-e", script]);
  return JSON.parse(output.toString()) as BuiltRoute[];
}

/** The address of a page's data, with the loaders of `routes` only when given. */
export function dataAddress(address: string, routes?: string): string {
  const url = new URL(address, "http://host.invalid");
  const path = url.pathname === "/" ? "/_root.data" : `${url.pathname}.data`;
  if (routes) url.searchParams.set("_routes", routes);
  return path + url.search;
}
