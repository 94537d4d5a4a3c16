import { expect, type Page } from "@playwright/test";
import { lookAtOriginal, maskedPost, openExamples, triedRules } from "./automod-pages.ts";
import { query } from "./database.ts";
import { decided, openAppeal } from "./decision-pages.ts";
import { addNothing, deskCase, hideWithoutReason, reviewItem, ticket } from "./desk-pages.ts";
import { originOf } from "./origins.ts";

/** A kind of page, where an example of it is, and who looks at it. */
export type PageCase = {
  name: string;
  path: (host: string) => Promise<string>;
  /** A member of the demo brand's cast; a guest when left out. */
  as?: "priya" | "marta" | "dan" | "ruth";
  status?: number;
  /** Brings the page into the state it is looked at in. */
  prepare?: (page: Page) => Promise<void>;
};

const at = (path: string) => () => Promise.resolve(path);

/** The newest demo thread that fits a condition, as its path. Threads of other journeys are young. */
function thread(condition: string): (host: string) => Promise<string> {
  return async (host) => {
    const [row] = await query<{ path: string }>(
      `select '/t/' || t.id || '/' || t.slug as path from thread t
       join community_host h on h.community_id = t.community_id
       join space s on s.community_id = t.community_id and s.id = t.space_id
       where h.host = $1 and s.read_role = 'guest' and t.id < 500 and ${condition}
       order by t.id limit 1`,
      [host],
    );
    if (!row) throw new Error(`no thread at ${host} where ${condition}`);
    return row.path;
  };
}

function post(condition: string, page: string): (host: string) => Promise<string> {
  return async (host) => {
    const [row] = await query<{ id: number }>(
      `select p.id from post p join community_host h on h.community_id = p.community_id
       join thread t on t.community_id = p.community_id and t.id = p.thread_id
       join space s on s.community_id = t.community_id and s.id = t.space_id
       left join member m on m.community_id = p.community_id and m.id = p.author_id
       where h.host = $1 and t.state = 'published' and s.read_role = 'guest'
         and t.id < 500 and ${condition}
       order by p.id limit 1`,
      [host],
    );
    if (!row) throw new Error(`no post at ${host} where ${condition}`);
    return `/p/${row.id}/${page}`;
  };
}

/** The oldest proposal for the guidelines. */
async function proposal(host: string): Promise<string> {
  const [row] = await query<{ id: number }>(
    `select min(p.id) as id from guideline_proposal p
     join community_host h on h.community_id = p.community_id where h.host = $1`,
    [host],
  );
  return `/guidelines/proposals/${row!.id}`;
}

const solvedOfficial =
  "t.state = 'published' and t.accepted_post_id is not null and t.official_post_id is not null";

async function submitEmpty(page: Page): Promise<void> {
  await page
    .locator("main form[method=post]")
    .first()
    .evaluate((form: HTMLFormElement) => {
      form.noValidate = true;
    });
  await page.locator("main form[method=post] button:not([type=button])").first().click();
  await page.getByRole("alert").first().waitFor();
}

const SIMILAR = encodeURIComponent("Hub 3 loses Wi-Fi for half a minute every evening");

async function openSimilar(page: Page): Promise<void> {
  await page.locator(".pl-cand summary").first().click();
}

async function solvedBefore(host: string): Promise<string> {
  const path = await thread(solvedOfficial)(host);
  return `/ask/solved?thread=${/\d+/.exec(path)![0]}&once=none`;
}

/** A staff page, once somebody has searched in vain and opened nothing. */
function lookedFor(path: string): (host: string) => Promise<string> {
  return async (host) => {
    await query(
      `insert into search_log
         (community_id, token_hash, query, query_key, language, source, total, shown, hour)
       select h.community_id, md5(random()::text), words, words, 'en', 'page', total,
         case when total = 0 then '{}' else array(
           select t.id from thread t where t.community_id = h.community_id
             and t.state = 'published' order by t.id limit 3) end,
         date_trunc('hour', now(), 'UTC')
       from community_host h,
         (values ('esim transfer', 0), ('transfer esim', 0), ('meter reading', 3)) s (words, total)
       where h.host = $1`,
      [host],
    );
    return path;
  };
}

/** Tries other point rules, which publishes nothing. */
async function tryRules(page: Page): Promise<void> {
  await page.locator("#points-helpful").fill("3");
  await page.locator("button[name=do][value=try]").last().click();
  await page.locator("#trial").waitFor();
}

async function breakRank(page: Page): Promise<void> {
  await page.locator("#formula-1").fill("pionts >= 50");
  await page.locator("button[name=do][value=try]").last().click();
  await page.getByRole("alert").first().waitFor();
}

/** A staff page, once votes of two members look unfair. */
function voteCase(path: string): (host: string) => Promise<string> {
  return async (host) => {
    await query(
      `with opened as (
         insert into vote_case (community_id, kind, evidence)
         select community_id, 'burst',
           '[{"key":"fairness.evidence.bursts","params":{"bursts":4,"votes":23,"most":8,"minutes":6}}]'
         from community_host where host = $1 returning community_id, id)
       insert into vote_case_member
         (community_id, case_id, member_id, given_inside, given, received_inside, received)
       select o.community_id, o.id, m.id, 23, 31, 0, 4 from opened o
       join member m on m.community_id = o.community_id and m.handle in ('marta', 'priya')`,
      [host],
    );
    return path;
  };
}

/** Every kind of page. */
export const pageCases: PageCase[] = [
  { name: "home", path: at("/") },
  { name: "home of a member", path: at("/"), as: "priya" },
  { name: "list: needs an answer", path: at("/?list=needs_answer") },
  { name: "list: solved", path: at("/?list=solved") },
  { name: "list: top", path: at("/?list=top") },
  { name: "ideas", path: at("/ideas") },
  { name: "discussions", path: at("/discussions") },
  { name: "announcements", path: at("/announcements") },
  { name: "space", path: at("/s/wifi") },
  { name: "tag", path: at("/tag/hub-3") },
  { name: "tags", path: at("/tags") },
  { name: "solved thread with an official answer", path: thread(solvedOfficial) },
  { name: "solved thread of a member", path: thread(solvedOfficial), as: "priya" },
  { name: "solved thread of a moderator", path: thread(solvedOfficial), as: "dan" },
  {
    name: "thread without answers",
    path: thread("t.state = 'published' and t.kind = 'question' and t.answer_count = 0"),
  },
  { name: "locked thread", path: thread("t.state = 'published' and t.locked_at is not null") },
  { name: "idea", path: thread("t.state = 'published' and t.kind = 'idea' and t.idea_note <> ''") },
  {
    name: "thread with a hidden post",
    path: thread(
      `t.state = 'published' and exists (select from post p where p.community_id = t.community_id
         and p.thread_id = t.id and p.state = 'hidden')`,
    ),
  },
  {
    name: "thread with a hidden post, of a moderator",
    path: thread(
      `t.state = 'published' and exists (select from post p where p.community_id = t.community_id
         and p.thread_id = t.id and p.state = 'hidden')`,
    ),
    as: "dan",
  },
  { name: "held thread of a moderator", path: thread("t.state = 'held'"), as: "dan" },
  { name: "ask", path: at("/ask"), as: "priya" },
  { name: "ask, with similar threads", path: at(`/ask?title=${SIMILAR}`), prepare: openSimilar },
  { name: "solved before asking", path: solvedBefore, as: "priya" },
  { name: "ask in a space with fields", path: at("/ask?space=wifi"), as: "priya" },
  { name: "fields of a space", path: at("/s/wifi/fields"), as: "ruth" },
  { name: "ask with errors", path: at("/ask"), as: "priya", prepare: submitEmpty },
  { name: "edit", path: post("m.handle = 'marta' and p.state = 'published'", "edit"), as: "marta" },
  { name: "history", path: post("p.revision > 1", "history"), as: "priya" },
  {
    name: "reason",
    path: post("p.kind = 'answer' and p.state = 'published'", "hide"),
    as: "dan",
  },
  {
    name: "put a thread in order",
    path: async (host) => `/t/${/\d+/.exec(await thread(solvedOfficial)(host))![0]}/do/tend`,
    as: "dan",
  },
  { name: "profile", path: at("/m/marta") },
  { name: "profile of staff, threads", path: at("/m/dan?tab=threads") },
  { name: "leaderboard", path: at("/leaderboard?period=all") },
  { name: "leaderboard of a tag", path: at("/leaderboard?period=all&tag=hub-3"), as: "marta" },
  {
    name: "leaderboard without own points",
    path: at("/leaderboard?period=all&tag=refund"),
    as: "marta",
  },
  { name: "leaderboard with staff", path: at("/leaderboard?period=all&staff=1"), as: "dan" },
  {
    name: "card of a member",
    path: at("/leaderboard?period=all"),
    as: "priya",
    prepare: async (page) => {
      const name = page.locator("main a.pl-name").first();
      // Who points before the application runs has to point again.
      await expect(async () => {
        await page.mouse.move(0, 0);
        await name.hover();
        await page.getByRole("tooltip").waitFor({ timeout: 3_000 });
      }).toPass();
    },
  },
  { name: "own profile", path: at("/m/marta"), as: "marta" },
  { name: "own points", path: at("/m/marta/points"), as: "marta" },
  { name: "own points of staff", path: at("/m/dan/points"), as: "dan" },
  { name: "end of monthly mails", path: at("/unsubscribe/no-such-link") },
  { name: "what help is worth", path: at("/staff/impact"), as: "ruth" },
  { name: "badges", path: at("/badges") },
  { name: "badges of a member", path: at("/badges"), as: "priya" },
  { name: "own badges", path: at("/badges?tab=yours"), as: "marta" },
  { name: "badge", path: at("/badges/first-answer") },
  { name: "badge by hand, of a moderator", path: at("/badges/thanks"), as: "dan" },
  { name: "badge of a tag", path: at("/badges/tag:hub-3"), as: "marta" },
  { name: "badges of somebody", path: at("/m/marta/badges") },
  { name: "badges of a brand", path: at("/badges/manage"), as: "ruth" },
  { name: "search", path: at("/search") },
  { name: "search with hits", path: at("/search?q=hub") },
  { name: "search, narrowed", path: at("/search?q=hub&status=solved,open&kind=question&sort=new") },
  { name: "search with a likely fix", path: at("/search?q=hub+loses+wifi+every+evening") },
  {
    name: "search, of a member, with its tips",
    path: at("/search?q=router"),
    as: "priya",
    prepare: (page) => page.locator(".pl-tips summary").click(),
  },
  { name: "search without hits", path: at("/search?q=xylophonequartz") },
  { name: "search, narrowed to nothing", path: at("/search?q=hub&tag=nothing") },
  { name: "sign in", path: at("/sign-in") },
  { name: "sign in with errors", path: at("/sign-in"), prepare: submitEmpty },
  { name: "sign up", path: at("/sign-up") },
  { name: "sign up with errors", path: at("/sign-up"), prepare: submitEmpty },
  { name: "check your mail", path: at("/verify") },
  { name: "ended link", path: at("/verify?token=none") },
  { name: "forgot", path: at("/forgot") },
  { name: "forgot, sent", path: at("/forgot?sent") },
  { name: "ended reset", path: at("/reset?token=none") },
  { name: "profile settings", path: at("/settings"), as: "priya" },
  { name: "recognition settings", path: at("/settings/recognition"), as: "priya" },
  { name: "account settings", path: at("/settings/account"), as: "priya" },
  { name: "drafts", path: at("/settings/drafts"), as: "priya" },
  { name: "bookmarks", path: at("/settings/bookmarks"), as: "priya" },
  { name: "own data", path: at("/settings/data"), as: "priya" },
  { name: "upload a file", path: at("/upload"), as: "priya" },
  { name: "following", path: at("/following"), as: "priya" },
  { name: "list: following", path: at("/?list=following"), as: "priya" },
  { name: "ask, as a guest", path: at("/ask") },
  { name: "language", path: at("/settings/language"), as: "priya" },
  { name: "devices", path: at("/settings/sessions"), as: "priya" },
  { name: "super users", path: at("/programme") },
  { name: "super users, of staff", path: at("/programme"), as: "dan" },
  { name: "own term", path: at("/programme"), as: "marta" },
  { name: "term of a member, of staff", path: at("/staff/programme/marta"), as: "dan" },
  { name: "proposal for the guidelines", path: proposal, as: "marta" },
  { name: "programme, of staff", path: at("/staff/programme"), as: "dan" },
  { name: "proposals for the guidelines", path: at("/guidelines/proposals") },
  { name: "history of the guidelines", path: at("/guidelines/history") },
  { name: "what people look for", path: lookedFor("/staff/search?days=7"), as: "dan" },
  { name: "what nobody opened", path: lookedFor("/staff/search?list=unopened"), as: "dan" },
  { name: "what is solved", path: at("/staff/search?list=solved"), as: "dan" },
  {
    name: "a query that people look for",
    path: lookedFor("/staff/search/query?key=meter+reading&days=7&find=hub"),
    as: "dan",
  },
  { name: "words of the brand", path: at("/staff/search/words?try=wifi+hub+3"), as: "dan" },
  { name: "words with errors", path: at("/staff/search/words"), as: "dan", prepare: submitEmpty },
  { name: "pinned results", path: at("/staff/search/pins?query=router"), as: "dan" },
  { name: "ranks", path: at("/ranks") },
  { name: "ranks of a member", path: at("/ranks"), as: "priya" },
  { name: "point rules", path: at("/staff/points"), as: "ruth" },
  { name: "point rules, tried", path: at("/staff/points"), as: "ruth", prepare: tryRules },
  { name: "point rules of a moderator", path: at("/staff/points"), as: "dan" },
  { name: "list of ranks", path: at("/staff/ranks"), as: "ruth" },
  { name: "list of ranks with errors", path: at("/staff/ranks"), as: "ruth", prepare: breakRank },
  { name: "list of ranks of a moderator", path: at("/staff/ranks"), as: "dan" },
  { name: "vote cases", path: voteCase("/staff/votes"), as: "dan" },
  { name: "allowed sites", path: at("/staff/origins"), as: "ruth" },
  { name: "how the team decides", path: at("/transparency") },
  { name: "decisions about oneself", path: decided("/settings/decisions"), as: "priya" },
  { name: "no decisions about oneself", path: at("/settings/decisions"), as: "marta" },
  { name: "appeal", path: decided("/settings/decisions"), as: "priya", prepare: openAppeal },
  { name: "decisions, of a moderator", path: decided("/staff/decisions"), as: "dan" },
  { name: "decisions, of an admin", path: decided("/staff/decisions?verb=edit"), as: "ruth" },
  { name: "working hours", path: at("/staff/hours"), as: "ruth" },
  { name: "automod", path: at("/staff/automod"), as: "ruth" },
  { name: "automod of a moderator", path: at("/staff/automod"), as: "dan" },
  { name: "new word list", path: at("/staff/automod/words"), as: "ruth" },
  {
    name: "word list with errors",
    path: at("/staff/automod/words"),
    as: "ruth",
    prepare: submitEmpty,
  },
  { name: "tried rules", path: triedRules, as: "ruth", prepare: openExamples },
  { name: "masked post", path: maskedPost, as: "ruth" },
  { name: "masked post, looked at", path: maskedPost, as: "dan", prepare: lookAtOriginal },
  { name: "looks at masked posts", path: at("/staff/looks"), as: "ruth" },
  { name: "desk", path: at("/staff/desk"), as: "dan" },
  { name: "desk, narrowed down", path: at("/staff/desk?whose=nobody&over=1"), as: "dan" },
  { name: "desk with a report", path: deskCase("reported"), as: "dan" },
  { name: "desk with personal data", path: deskCase("personal_data"), as: "dan" },
  { name: "desk with a question for the team", path: deskCase("wants_staff"), as: "dan" },
  {
    name: "desk, refused",
    path: deskCase("reported"),
    as: "dan",
    prepare: hideWithoutReason,
  },
  { name: "canned replies", path: at("/staff/replies"), as: "dan" },
  {
    name: "canned replies with errors",
    path: at("/staff/replies"),
    as: "dan",
    prepare: addNothing,
  },
  {
    name: "report",
    path: post("p.kind = 'answer' and p.state = 'published'", "report"),
    as: "priya",
  },
  {
    name: "report, as a guest",
    path: post("p.kind = 'answer' and p.state = 'published'", "report"),
  },
  {
    name: "ask the team",
    path: async (host) => `/t/${/\d+/.exec(await thread("t.kind = 'question'")(host))![0]}/do/team`,
    as: "marta",
  },
  { name: "answer times of the desk", path: at("/staff/hours/report"), as: "dan" },
  { name: "review", path: reviewItem("/review"), as: "marta" },
  { name: "pass a case on", path: deskCase("reported", "escalate"), as: "dan" },
  { name: "hand a case over", path: deskCase("held", "hand-over"), as: "ruth" },
  { name: "tickets", path: ticket("/staff/escalations?status=answered"), as: "dan" },
  { name: "ticket system", path: at("/staff/escalation"), as: "ruth" },
  { name: "review by members, of staff", path: at("/staff/review"), as: "dan" },
  {
    name: "propose to close",
    path: async (host) => {
      const open = await thread(
        "t.state = 'published' and t.locked_at is null and t.kind = 'question' and t.author_id <> " +
          "all(select m.id from member m where m.role in ('moderator', 'admin'))",
      )(host);
      return `/t/${/\d+/.exec(open)![0]}/do/propose`;
    },
    as: "marta",
  },
  { name: "outbox", path: at("/outbox") },
  { name: "display", path: at("/display?saved") },
  { name: "guidelines", path: at("/guidelines") },
  { name: "terms", path: at("/terms") },
  { name: "not found", path: at("/nothing/here"), status: 404 },
  { name: "not found of a member", path: at("/t/999999999/gone"), as: "priya", status: 404 },
];

/** The kinds that the second brand is looked at in as well. */
export const pagesOfSecond: PageCase[] = [
  { name: "home", path: at("/") },
  {
    name: "solved thread",
    path: thread("t.state = 'published' and t.accepted_post_id is not null"),
  },
  { name: "tags", path: at("/tags") },
  { name: "search with hits", path: at(`/search?q=${encodeURIComponent("البطاقة")}`) },
  { name: "search without hits", path: at("/search?q=xylophonequartz") },
  { name: "sign in", path: at("/sign-in") },
  { name: "sign up with errors", path: at("/sign-up"), prepare: submitEmpty },
  { name: "forgot", path: at("/forgot") },
  { name: "guidelines", path: at("/guidelines") },
  { name: "not found", path: at("/nothing/here"), status: 404 },
];

/** Opens a page as it is meant to be looked at. */
export async function open(page: Page, host: string, { path, status, prepare }: PageCase) {
  const response = await page.goto(originOf(host) + (await path(host)));
  if (response?.status() !== (status ?? 200)) {
    throw new Error(`${response?.url()} answered ${response?.status()}`);
  }
  await prepare?.(page);
}
