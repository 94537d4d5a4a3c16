import { account } from "./ar/account.ts";
import { ask } from "./ar/ask.ts";
import { automod } from "./ar/automod.ts";
import { badges } from "./ar/badges.ts";
import { classifier } from "./ar/classifier.ts";
import { checks } from "./ar/checks.ts";
import { clocks } from "./ar/clocks.ts";
import { common } from "./ar/common.ts";
import { community } from "./ar/community.ts";
import { queues } from "./ar/queues.ts";
import { replies } from "./ar/replies.ts";
import { desk } from "./ar/desk.ts";
import { editor } from "./ar/editor.ts";
import { errors } from "./ar/errors.ts";
import { fairness } from "./ar/fairness.ts";
import { impact } from "./ar/impact.ts";
import { guidelines } from "./ar/guidelines.ts";
import { language } from "./ar/language.ts";
import { lookedFor } from "./ar/looked-for.ts";
import { mail } from "./ar/mail.ts";
import { masking } from "./ar/masking.ts";
import { moderation } from "./ar/moderation.ts";
import { personal } from "./ar/personal.ts";
import { powers } from "./ar/powers.ts";
import { profile } from "./ar/profile.ts";
import { programme } from "./ar/programme.ts";
import { reading } from "./ar/reading.ts";
import { staff } from "./ar/staff.ts";
import { searchBox } from "./ar/search-box.ts";
import { report } from "./ar/report.ts";
import { escalation } from "./ar/escalation.ts";
import { review } from "./ar/review.ts";
import { rules } from "./ar/rules.ts";
import { rulesDesk } from "./ar/rules-desk.ts";
import { screening } from "./ar/screening.ts";
import { search } from "./ar/search.ts";
import { seen } from "./ar/seen.ts";
import { thread } from "./ar/thread.ts";
import { uploads } from "./ar/uploads.ts";
import { web } from "./ar/web.ts";
import { words } from "./ar/words.ts";
import { telling } from "./ar/telling.ts";
import { transparency } from "./ar/transparency.ts";
import { statements } from "./ar/statements.ts";
import type { Messages } from "./en.ts";

/**
 * The Arabic catalogue. Its voice: buttons and headings are verbal nouns (`طرح سؤال`), sentences speak
 * to the reader in the singular, and people are named by nouns rather than by verbs that would state
 * their gender. Durations stand alone after a colon, since Intl writes them in the nominative.
 */
export const ar: Messages = {
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
