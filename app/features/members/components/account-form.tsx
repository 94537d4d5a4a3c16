import type { ReactNode } from "react";
import type { MessageKey } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { AdviceNotice, type Advice } from "#app/ui/advice.tsx";
import { FormError } from "#app/ui/form-error.tsx";

/** What a failed form came back with. */
export type Failure = {
  error: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  /** What to think about before it is saved. */
  advice?: Advice;
};

const LABELS: Record<string, MessageKey> = {
  name: "account.name",
  handle: "account.handle",
  email: "account.email",
  login: "account.login",
  password: "account.password",
  currentPassword: "account.currentPassword",
  bio: "account.bio",
  products: "profile.products",
  language: "language.choose",
};

type Props = {
  failure: Failure | null;
  action?: string;
  /** Sent as `intent`, on pages with several forms. */
  intent?: string;
  /** Field ids are this and the field's name. */
  prefix?: string;
  children: ReactNode;
};

/** A form of the account pages: what stopped it at its top, then its fields. Needs no script. */
export function AccountForm({ failure, action, intent, prefix = "", children }: Props) {
  const t = useT();
  const fields = Object.entries(failure?.fields ?? {});
  const errors = fields.map(([name, message]) => {
    const label = LABELS[name];
    return { fieldId: prefix + name, message: label ? `${t(label)}: ${message}` : message };
  });
  const advice = failure?.advice;
  const all = failure && !advice && errors.length === 0 ? [{ message: failure.error }] : errors;
  return (
    <form method="post" action={action} className="pl-fields" noValidate>
      <FormError title={t("common.formProblem", { count: all.length })} errors={all} />
      <AdviceNotice advice={advice} lead={t("screening.adviceSaveLead")} />
      {intent === undefined ? null : <input type="hidden" name="intent" value={intent} />}
      {children}
    </form>
  );
}
