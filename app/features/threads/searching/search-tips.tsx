import type { MessageKey } from "#app/i18n/translate.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";

const EXAMPLES: { typed: string; says: MessageKey; also?: string }[] = [
  { typed: "“…”", says: "search.tipQuotes" },
  { typed: "-…", says: "search.tipMinus" },
  { typed: "tag:…", says: "search.tipTag" },
  { typed: "space:…", says: "search.tipSpace" },
  { typed: "is:solved", says: "search.tipIs", also: "is:official is:open is:idea" },
  { typed: "from:…", says: "search.tipFrom" },
];
const ESCAPE = "Esc";

/** What else can be typed than words, and which keys there are. */
export function SearchTips() {
  const t = useT();
  return (
    <details className="pl-tips">
      <summary className="pl-act">
        <Icon name="chev-r" size={14} flip />
        {t("search.tips")}
      </summary>
      <dl>
        {EXAMPLES.map(({ typed, says, also }) => (
          <div key={typed}>
            <dt>
              <code dir="ltr">{typed}</code>
            </dt>
            <dd>
              {t(says)}
              {also ? (
                <>
                  {" "}
                  <code dir="ltr">{also}</code>
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      <p>{t("search.tipKeys", { escape: ESCAPE })}</p>
    </details>
  );
}
