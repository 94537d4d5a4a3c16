import { account } from "./de/account.ts";
import { ask } from "./de/ask.ts";
import { automod } from "./de/automod.ts";
import { badges } from "./de/badges.ts";
import { classifier } from "./de/classifier.ts";
import { checks } from "./de/checks.ts";
import { clocks } from "./de/clocks.ts";
import { common } from "./de/common.ts";
import { community } from "./de/community.ts";
import { queues } from "./de/queues.ts";
import { replies } from "./de/replies.ts";
import { desk } from "./de/desk.ts";
import { editor } from "./de/editor.ts";
import { errors } from "./de/errors.ts";
import { fairness } from "./de/fairness.ts";
import { impact } from "./de/impact.ts";
import { guidelines } from "./de/guidelines.ts";
import { language } from "./de/language.ts";
import { lookedFor } from "./de/looked-for.ts";
import { mail } from "./de/mail.ts";
import { masking } from "./de/masking.ts";
import { moderation } from "./de/moderation.ts";
import { personal } from "./de/personal.ts";
import { powers } from "./de/powers.ts";
import { profile } from "./de/profile.ts";
import { programme } from "./de/programme.ts";
import { reading } from "./de/reading.ts";
import { staff } from "./de/staff.ts";
import { searchBox } from "./de/search-box.ts";
import { report } from "./de/report.ts";
import { escalation } from "./de/escalation.ts";
import { review } from "./de/review.ts";
import { rules } from "./de/rules.ts";
import { rulesDesk } from "./de/rules-desk.ts";
import { screening } from "./de/screening.ts";
import { search } from "./de/search.ts";
import { seen } from "./de/seen.ts";
import { thread } from "./de/thread.ts";
import { uploads } from "./de/uploads.ts";
import { web } from "./de/web.ts";
import { words } from "./de/words.ts";
import { telling } from "./de/telling.ts";
import { transparency } from "./de/transparency.ts";
import { statements } from "./de/statements.ts";
import type { Messages } from "./en.ts";

/**
 * The German catalogue. Its voice: it says “du”, as communities do, in whole and friendly sentences;
 * buttons are infinitives (`Frage stellen`), and people are named without stating their gender. An
 * answer is an `Antwort`, a reply to a post is a `Kommentar`. A moment (`{when}`) stands after a colon
 * or a comma, since it may be a date or “vor 2 Std.”; a `{duration}` is a dative, for `nach`.
 */
export const de: Messages = {
  ...account,
  ...ask,
  ...automod,
  ...badges,
  ...classifier,
  ...checks,
  ...clocks,
  ...common,
  ...community,
  ...desk,
  ...queues,
  ...replies,
  ...editor,
  ...errors,
  ...fairness,
  ...impact,
  ...guidelines,
  ...language,
  ...lookedFor,
  ...mail,
  ...masking,
  ...moderation,
  ...personal,
  ...powers,
  ...profile,
  ...programme,
  ...reading,
  ...report,
  ...escalation,
  ...review,
  ...rules,
  ...rulesDesk,
  ...staff,
  ...searchBox,
  ...screening,
  ...search,
  ...seen,
  ...thread,
  ...uploads,
  ...web,
  ...words,
  ...telling,
  ...transparency,
  ...statements,
};
