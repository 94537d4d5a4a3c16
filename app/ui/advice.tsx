import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** What a form comes back with when something is to be thought about before it is sent again. */
export type Advice = { token: string; reasons: { text: string; quotes: string[] }[] };

type NoticeProps = { advice: Advice | undefined; lead: string };

/** The reasons at the top of the form, each with the words it is about; nothing without any. */
export function AdviceNotice({ advice, lead }: NoticeProps) {
  const t = useT();
  if (!advice) return null;
  return (
    <div className="pl-notice pl-is-open pl-formerror" role="alert" tabIndex={-1}>
      <Icon name="open" />
      <div>
        <p>
          <b>{t("screening.adviceTitle")}</b> {lead}
        </p>
        <ul>
          {advice.reasons.map(({ text, quotes }) => (
            <li key={text}>
              {text}{" "}
              {quotes.map((quote) => (
                <q key={quote} dir="auto">
                  {quote}
                </q>
              ))}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

type ButtonProps = { advice: Advice | undefined; label: string; disabled?: boolean };

/** Sends the form as it is, behind its own button so that the Enter key doesn't press it. */
export function AdviceButton({ advice, label, disabled }: ButtonProps) {
  if (!advice) return null;
  return (
    <Button name="asItIs" value={advice.token} disabled={disabled}>
      {label}
    </Button>
  );
}
