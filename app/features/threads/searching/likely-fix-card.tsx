import { Form } from "@remix-run/react";
import { useLogo } from "#app/features/communities/components/use-logo.ts";
import { clickedProps } from "#app/features/insights/clicked.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ActLink, Button } from "#app/ui/button.tsx";
import { Avatar } from "#app/ui/avatar.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { joinClasses } from "#app/ui/join-classes.ts";
import { Prose } from "#app/ui/prose.tsx";
import { MarkedText } from "./marked-text.tsx";
import type { LikelyFixView, SearchResultView } from "./search-page-view.ts";

type Props = { result: SearchResultView; fix: LikelyFixView; token: string | null };

/** The first result with its whole answer, where that is likely all somebody looks for. */
export function LikelyFix({ result, fix, token }: Props) {
  const t = useT();
  const look = fix.official ? "pl-answer--official pl-is-official" : "pl-is-solved";
  return (
    <article className={joinClasses("pl-answer pl-best", look)} aria-labelledby="likely-fix">
      <header className="pl-answer__bar">
        <Icon name={fix.official ? "official" : "solved"} />
        <h3 id="likely-fix">{t("search.likely")}</h3>
        {fix.worked > 0 ? (
          <span className="pl-meta">{t("search.worked", { count: fix.worked })}</span>
        ) : null}
      </header>
      <div className="pl-best__b">
        <h4 className="pl-row__t">
          <a href={result.href} data-result dir="auto" {...clickedProps(token, result.id)}>
            <MarkedText parts={result.title} />
          </a>
        </h4>
        {fix.html === null ? (
          <p className="pl-best__x" dir="auto">
            {fix.excerpt}
          </p>
        ) : (
          <Prose html={fix.html} />
        )}
        <Foot result={result} fix={fix} token={token} />
      </div>
    </article>
  );
}

function Foot({ result, fix, token }: Props) {
  const t = useT();
  const logo = useLogo();
  const { name, hue, note, square } = fix.author;
  return (
    <div className="pl-best__f">
      <Avatar
        name={square ?? name}
        hue={hue}
        size={28}
        square={square !== null}
        src={square === null ? undefined : logo}
      />
      <span className="pl-meta">
        <b dir="auto">{name}</b>
        {note === "" ? null : (
          <span className="pl-best__n" dir="auto">
            {note}
          </span>
        )}
      </span>
      <span className="pl-best__a">
        {fix.canReport ? (
          <Form method="post" action={`/t/${result.id}/do/fix`}>
            <Button size="sm" icon="check" name="works" value="yes">
              {t("search.fixed")}
            </Button>
          </Form>
        ) : null}
        <ActLink
          href={fix.whole ? result.href : fix.href}
          label={
            fix.whole
              ? t("search.readAll", { count: result.counts.replies })
              : t("search.readAnswer")
          }
          {...clickedProps(token, result.id)}
        />
      </span>
    </div>
  );
}
