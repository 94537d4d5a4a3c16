import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { TextField } from "#app/ui/field.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/pill.tsx";
import { Table } from "#app/ui/table.tsx";
import type { TriedQuery } from "./try-query.server.ts";
import { WORD_LIMITS } from "./word-limits.ts";

const WHY = {
  synonym: "words.whySynonym",
  typo: "words.whyTypo",
  compound: "words.whyCompound",
  joined: "words.whyJoined",
  completion: "words.whyCompletion",
} as const;

/** A box to try a query in: how it is understood, and what it finds first. */
export function TrySection({ tried }: { tried: TriedQuery | null }) {
  const t = useT();
  return (
    <section aria-labelledby="try" className="pl-fields">
      <SectionHead id="try" title={t("words.try")} />
      <Form method="get" action="#try" className="pl-staff__line">
        <TextField
          id="try-query"
          name="try"
          type="search"
          label={t("words.tryQuery")}
          hint={t("words.tryHint")}
          defaultValue={tried?.query}
          maxLength={WORD_LIMITS.queryLength}
          dir="auto"
        />
        <Button>{t("words.tryGo")}</Button>
      </Form>
      {tried ? <Tried tried={tried} /> : null}
    </section>
  );
}

function Tried({ tried }: { tried: TriedQuery }) {
  const t = useT();
  return (
    <div className="pl-panel pl-panel--sunken pl-fields">
      {tried.words.length === 0 ? (
        <p>{t("words.tryNothing")}</p>
      ) : (
        <Table
          caption={t("words.tryWords", { query: tried.query })}
          columns={[{ label: t("words.tryTyped") }, { label: t("words.tryStandsFor") }]}
          rows={tried.words.map((word, index) => ({
            key: String(index),
            cells: [
              <b key="typed" dir="auto">
                {word.text}
              </b>,
              <Understood key="as" word={word} />,
            ],
          }))}
        />
      )}
      {tried.didYouMean ? (
        <p dir="auto">{t("words.tryMeant", { query: tried.didYouMean })}</p>
      ) : null}
      <div>
        <h3 className="pl-h-rail">{t("words.tryResults")}</h3>
        {tried.hits.length === 0 ? (
          <p className="pl-muted">{t("words.tryNoResults")}</p>
        ) : (
          <ol className="pl-staff__hits">
            {tried.hits.map((hit) => (
              <li key={hit.id}>
                <a href={hit.href} dir="auto">
                  {hit.title}
                </a>{" "}
                {hit.pinned ? <Tag label={t("words.pinned")} /> : null}
                {hit.forEverybody ? null : (
                  <span className="pl-meta">{t("words.notForEverybody")}</span>
                )}
              </li>
            ))}
          </ol>
        )}
      </div>
    </div>
  );
}

function Understood({ word }: { word: TriedQuery["words"][number] }) {
  const t = useT();
  if (word.ignored) return <span className="pl-muted">{t("words.tryIgnored")}</span>;
  return (
    <ul className="pl-staff__means">
      {word.kept ? <li className="pl-muted">{t("words.tryKept")}</li> : null}
      {word.alternatives.map(({ why, words }) => (
        <li key={`${why} ${words}`}>
          <b dir="auto">{words}</b> <span className="pl-meta">{t(WHY[why])}</span>
        </li>
      ))}
      {word.alternatives.length === 0 && !word.kept ? (
        <li className="pl-muted">{t("words.tryAsTyped")}</li>
      ) : null}
    </ul>
  );
}
