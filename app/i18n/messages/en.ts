import { account } from "./en/account.ts";
import { ask } from "./en/ask.ts";
import { automod } from "./en/automod.ts";
import { badges } from "./en/badges.ts";
import { classifier } from "./en/classifier.ts";
import { checks } from "./en/checks.ts";
import { clocks } from "./en/clocks.ts";
import { common } from "./en/common.ts";
import { community } from "./en/community.ts";
import { queues } from "./en/queues.ts";
import { replies } from "./en/replies.ts";
import { desk } from "./en/desk.ts";
import { editor } from "./en/editor.ts";
import { errors } from "./en/errors.ts";
import { fairness } from "./en/fairness.ts";
import { impact } from "./en/impact.ts";
import { guidelines } from "./en/guidelines.ts";
import { language } from "./en/language.ts";
import { lookedFor } from "./en/looked-for.ts";
import { mail } from "./en/mail.ts";
import { masking } from "./en/masking.ts";
import { moderation } from "./en/moderation.ts";
import { personal } from "./en/personal.ts";
import { powers } from "./en/powers.ts";
import { profile } from "./en/profile.ts";
import { programme } from "./en/programme.ts";
import { reading } from "./en/reading.ts";
import { staff } from "./en/staff.ts";
import { searchBox } from "./en/search-box.ts";
import { report } from "./en/report.ts";
import { escalation } from "./en/escalation.ts";
import { review } from "./en/review.ts";
import { rules } from "./en/rules.ts";
import { rulesDesk } from "./en/rules-desk.ts";
import { screening } from "./en/screening.ts";
import { search } from "./en/search.ts";
import { seen } from "./en/seen.ts";
import { thread } from "./en/thread.ts";
import { uploads } from "./en/uploads.ts";
import { web } from "./en/web.ts";
import { words } from "./en/words.ts";
import { telling } from "./en/telling.ts";
import { transparency } from "./en/transparency.ts";
import { statements } from "./en/statements.ts";

/** The English catalogue: the one that says which keys there are. ICU MessageFormat. */
export const en = {
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

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
