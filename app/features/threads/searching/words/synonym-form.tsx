import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PickField, TextAreaField, TextField } from "#app/ui/field.tsx";
import { FormEnd } from "#app/ui/form-card.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { FormTrouble, type Refused } from "./form-trouble.tsx";
import { WORD_LIMITS } from "./word-limits.ts";

export type EditedSynonym = { id: number; words: string; means: string; bothWays: boolean };

type Props = {
  change: EditedSynonym | null;
  /** Words to begin with, from a link. */
  words: string;
  refused: Refused;
};

/** A form for one synonym, a new one or the one to be changed. */
export function SynonymForm({ change, words, refused }: Props) {
  const t = useT();
  const typed = refused?.values ?? {
    words: change?.words ?? words,
    means: change?.means,
    direction: change && !change.bothWays ? "one" : "both",
  };
  const wrong = refused?.fields ?? {};
  return (
    <section aria-labelledby="synonym" className="pl-fields">
      <SectionHead
        id="synonym"
        level={3}
        title={t(change ? "words.changeSynonym" : "words.addSynonym")}
      />
      <FormTrouble
        refused={refused}
        ids={{ words: "words", means: "means", direction: "direction-0" }}
      />
      <Form method="post" className="pl-fields">
        <input type="hidden" name="do" value="synonym" />
        {change ? <input type="hidden" name="id" value={change.id} /> : null}
        <div className="pl-staff__pair">
          <TextField
            id="words"
            name="words"
            label={t("words.fieldWords")}
            error={wrong.words}
            defaultValue={typed.words}
            maxLength={WORD_LIMITS.synonymLength}
            required
            dir="auto"
          />
          <TextField
            id="means"
            name="means"
            label={t("words.fieldMeans")}
            error={wrong.means}
            defaultValue={typed.means}
            maxLength={WORD_LIMITS.synonymLength}
            required
            dir="auto"
          />
        </div>
        <PickField
          name="direction"
          legend={t("words.fieldDirection")}
          error={wrong.direction}
          value={typed.direction}
          required
          options={[
            { value: "both", label: t("words.directionBoth"), hint: t("words.directionBothHint") },
            { value: "one", label: t("words.directionOne"), hint: t("words.directionOneHint") },
          ]}
        />
        <FormEnd>
          {change ? (
            <ButtonLink href="/staff/search/words#synonyms">{t("common.cancel")}</ButtonLink>
          ) : null}
          <Button variant="primary">{t(change ? "common.save" : "words.addSynonym")}</Button>
        </FormEnd>
      </Form>
    </section>
  );
}

/** A form for many synonyms at once, as text. */
export function PasteForm({ refused }: { refused: Refused }) {
  const t = useT();
  const wrong = Object.entries(refused?.fields ?? {}).filter(([name]) => name !== "pasted");
  return (
    <section aria-labelledby="paste" className="pl-fields">
      <SectionHead id="paste" level={3} title={t("words.paste")} />
      <FormTrouble refused={refused} ids={{ pasted: "pasted" }} lines="pasted" />
      <Form method="post" className="pl-fields">
        <input type="hidden" name="do" value="paste" />
        <TextAreaField
          id="pasted"
          name="pasted"
          label={t("words.pasteField")}
          hint={t("words.pasteHint")}
          error={refused?.fields.pasted ?? wrong[0]?.[1]}
          defaultValue={refused?.values.pasted}
          rows={8}
          maxLength={WORD_LIMITS.paste}
          required
          dir="auto"
          spellCheck={false}
        />
        <FormEnd>
          <Button>{t("words.pasteGo")}</Button>
        </FormEnd>
      </Form>
    </section>
  );
}
