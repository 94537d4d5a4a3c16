import { account } from "./en/account.ts";
import { common } from "./en/common.ts";
import { community } from "./en/community.ts";
import { editor } from "./en/editor.ts";
import { errors } from "./en/errors.ts";
import { mail } from "./en/mail.ts";
import { personal } from "./en/personal.ts";
import { profile } from "./en/profile.ts";
import { thread } from "./en/thread.ts";
import { web } from "./en/web.ts";

/** The English catalogue: the one that says which keys there are. ICU MessageFormat. */
export const en = {
  ...account,
  ...common,
  ...community,
  ...editor,
  ...errors,
  ...mail,
  ...personal,
  ...profile,
  ...thread,
  ...web,
};

export type MessageKey = keyof typeof en;
export type Messages = Record<MessageKey, string>;
