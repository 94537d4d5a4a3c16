import { account } from "./en/account.ts";
import { ask } from "./en/ask.ts";
import { badges } from "./en/badges.ts";
import { common } from "./en/common.ts";
import { community } from "./en/community.ts";
import { editor } from "./en/editor.ts";
import { errors } from "./en/errors.ts";
import { fairness } from "./en/fairness.ts";
import { language } from "./en/language.ts";
import { mail } from "./en/mail.ts";
import { personal } from "./en/personal.ts";
import { profile } from "./en/profile.ts";
import { reading } from "./en/reading.ts";
import { thread } from "./en/thread.ts";
import { uploads } from "./en/uploads.ts";
import { web } from "./en/web.ts";

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
  ...language,
  ...mail,
  ...personal,
  ...profile,
  ...reading,
  ...thread,
  ...uploads,
  ...web,
};

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
