import { POWERS } from "#app/lib/powers.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckField, TextField } from "#app/ui/field.tsx";
import type { Rank } from "../ranks.ts";
import { RANK_EXAMPLE } from "./explain-fault.ts";
import { powerWords } from "./power-words.ts";
import "./rules.css";

type Props = { rank: Rank; place: number; last: boolean; errors: Record<string, string> };

/** One rank of the list that is being written; the first stays the first and asks nothing. */
export function RankFields({ rank, place, last, errors }: Props) {
  const t = useT();
  const { key, name, formula, powers } = rank;
  const field = (what: string) => ({
    id: `${what}-${place}`,
    name: `${what}-${place}`,
    error: errors[`${what}-${place}`],
  });
  const title = name
    ? t("rulesDesk.rankPlaceNamed", { place: place + 1, name })
    : t("rulesDesk.rankPlace", { place: place + 1 });
  return (
    <fieldset className="pl-panel pl-fields">
      <legend className="pl-hide">{title}</legend>
      <div className="pl-revs__h">
        <b aria-hidden="true" dir="auto">
          {title}
        </b>
        {place > 0 ? <Arrange {...{ place, last, name: name || String(place + 1) }} /> : null}
      </div>
      <input type="hidden" name={`key-${place}`} value={key} />
      <div className="pl-staff__line">
        <TextField
          {...field("name")}
          label={t("rulesDesk.fieldName")}
          defaultValue={name}
          maxLength={40}
          dir="auto"
        />
      </div>
      {place > 0 ? (
        <TextField
          {...field("formula")}
          label={t("rulesDesk.fieldFormula")}
          hint={formula === "" ? t("rulesDesk.formulaHint", { example: RANK_EXAMPLE }) : undefined}
          defaultValue={formula}
          maxLength={500}
          dir="ltr"
          spellCheck={false}
        />
      ) : null}
      {place === 0 ? <p className="pl-meta">{t("rulesDesk.firstRank")}</p> : null}
      <fieldset className="pl-field">
        <legend className="pl-label">{t("rulesDesk.fieldPowers")}</legend>
        <div className="pl-powers">
          {POWERS.map((power) => (
            <CheckField
              key={power}
              id={`power-${place}-${power}`}
              name={`power-${place}-${power}`}
              label={powerWords(t, power)}
              defaultChecked={powers.includes(power)}
            />
          ))}
        </div>
      </fieldset>
    </fieldset>
  );
}

function Arrange({ place, last, name }: { place: number; last: boolean; name: string }) {
  const t = useT();
  const button = (what: "up" | "down" | "remove") => ({
    name: "do",
    value: `${what}-${place}`,
    size: "sm" as const,
    variant: "quiet" as const,
    iconOnly: t("rulesDesk.ofRank", { what: t(`rulesDesk.${what}`), name }),
  });
  return (
    <div className="pl-btns">
      {place > 1 ? <Button {...button("up")} icon="chev-u" /> : null}
      {last ? null : <Button {...button("down")} icon="chev-d" />}
      <Button {...button("remove")} icon="trash" />
    </div>
  );
}
