import { account } from "./en/account.ts";
import { ask } from "./en/ask.ts";
import { badges } from "./en/badges.ts";
import { common } from "./en/common.ts";
import { community } from "./en/community.ts";
import { editor } from "./en/editor.ts";
import { errors } from "./en/errors.ts";
import { fairness } from "./en/fairness.ts";
import { impact } from "./en/impact.ts";
import { guidelines } from "./en/guidelines.ts";
import { language } from "./en/language.ts";
import { lookedFor } from "./en/looked-for.ts";
import { mail } from "./en/mail.ts";
import { personal } from "./en/personal.ts";
import { powers } from "./en/powers.ts";
import { profile } from "./en/profile.ts";
import { programme } from "./en/programme.ts";
import { reading } from "./en/reading.ts";
import { staff } from "./en/staff.ts";
import { searchBox } from "./en/search-box.ts";
import { rules } from "./en/rules.ts";
import { rulesDesk } from "./en/rules-desk.ts";
import { search } from "./en/search.ts";
import { seen } from "./en/seen.ts";
import { thread } from "./en/thread.ts";
import { uploads } from "./en/uploads.ts";
import { web } from "./en/web.ts";
import { words } from "./en/words.ts";

/** The English catalogue: the one that says which keys there are. ICU MessageFormat. */
export const en = {
  ...account,
  ...ask,
  ...badges,
  ...common,
  ...community,
  ...editor,
  ...errors,
  ...fairness,
  ...impact,
  ...guidelines,
  ...language,
  ...lookedFor,
  ...mail,
  ...personal,
  ...powers,
  ...profile,
  ...programme,
  ...reading,
  ...rules,
  ...rulesDesk,
  ...staff,
  ...searchBox,
  ...search,
  ...seen,
  ...thread,
  ...uploads,
  ...web,
  ...words,
};

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
