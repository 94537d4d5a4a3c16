import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextAreaField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { ChangedBy } from "./changed-by.tsx";
import { FormTrouble, type Refused } from "./form-trouble.tsx";
import type { RuleRow } from "./get-words-page.server.ts";
import { WORD_LIMITS } from "./word-limits.ts";

const TEXTS = {
  keep: {
    title: "words.names",
    hint: "words.namesHint",
    none: "words.namesNone",
    field: "words.namesField",
    go: "words.namesGo",
  },
  stop: {
    title: "words.stopWords",
    hint: "words.stopWordsHint",
    none: "words.stopWordsNone",
    field: "words.stopWordsField",
    go: "words.stopWordsGo",
  },
} as const;

type Props = { rule: "keep" | "stop"; rows: RuleRow[]; refused: Refused };

/** Product names or stop words: those there are, and a form for more. */
export function WordListSection({ rule, rows, refused }: Props) {
  const t = useT();
  const texts = TEXTS[rule];
  const field = `${rule}-list`;
  const own = refused?.values.rule === rule ? refused : null;
  return (
    <section aria-labelledby={rule} className="pl-fields">
      <SectionHead id={rule} title={t(texts.title)} />
      <p className="pl-muted">{t(texts.hint)}</p>
      {rows.length === 0 ? (
        <p className="pl-muted">{t(texts.none)}</p>
      ) : (
        <ul className="pl-staff__words">
          {rows.map(({ word, change }) => (
            <li key={word}>
              <div>
                <b dir="auto">{word}</b>
                <ChangedBy change={change} />
              </div>
              <Form method="post">
                <input type="hidden" name="do" value="unrule" />
                <Button
                  name="word"
                  value={word}
                  size="sm"
                  variant="quiet"
                  icon="trash"
                  iconOnly={t("words.removeWord", { word })}
                />
              </Form>
            </li>
          ))}
        </ul>
      )}
      <FormTrouble refused={own} ids={{ list: field }} lines={field} />
      <Form method="post" className="pl-fields">
        <input type="hidden" name="do" value="rules" />
        <input type="hidden" name="rule" value={rule} />
        <TextAreaField
          id={field}
          name="list"
          label={t(texts.field)}
          error={own ? Object.values(own.fields)[0] : undefined}
          defaultValue={own?.values.list}
          rows={3}
          maxLength={WORD_LIMITS.paste}
          required
          dir="auto"
          spellCheck={false}
        />
        <FormEnd>
          <Button>{t(texts.go)}</Button>
        </FormEnd>
      </Form>
    </section>
  );
}
