import { Form } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { TextField } from "#app/ui/field.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { Table } from "#app/ui/table.tsx";
import { ChangedBy } from "./changed-by.tsx";
import type { SynonymRow, WordsPage } from "./get-words-page.server.ts";

const PATH = "/staff/search/words";
const PART_SIZE = 50;

function address(query: Record<string, string>): string {
  const given = Object.entries(query).filter(([, value]) => value !== "");
  return `${PATH}?${new URLSearchParams(given).toString()}#synonyms`;
}

/** The synonyms there are, with what finds nothing, a filter and pages. */
export function SynonymSection({ page }: { page: WordsPage }) {
  const t = useT();
  const { counts, asked } = page;
  const filtered = asked.idle || asked.find !== "";
  return (
    <section aria-labelledby="synonyms" className="pl-fields">
      <SectionHead id="synonyms" title={t("words.synonyms")} />
      <p className="pl-muted">{t("words.synonymsHint")}</p>
      {counts.idle > 0 && !asked.idle ? (
        <Notice state="issue" action={<a href={address({ idle: "1" })}>{t("words.idleShow")}</a>}>
          {t("words.idleNote", { count: counts.idle })}
        </Notice>
      ) : null}
      {counts.all > PART_SIZE || filtered ? (
        <Form method="get" action="#synonyms" className="pl-staff__line">
          <TextField
            id="find"
            name="find"
            type="search"
            label={t("words.filterLabel")}
            defaultValue={asked.find}
            dir="auto"
          />
          <Button>{t("words.filterGo")}</Button>
          {filtered ? (
            <ButtonLink href={`${PATH}#synonyms`} variant="quiet">
              {t("words.filterAll")}
            </ButtonLink>
          ) : null}
        </Form>
      ) : null}
      {counts.all === 0 ? (
        <Empty level={3} title={t("words.synonymsNone")}>
          {t("words.synonymsNoneText")}
        </Empty>
      ) : page.synonyms.length === 0 ? (
        <p className="pl-muted">{t("words.filterNone")}</p>
      ) : (
        <SynonymTable rows={page.synonyms} />
      )}
      <Parts page={page} />
    </section>
  );
}

function SynonymTable({ rows }: { rows: SynonymRow[] }) {
  const t = useT();
  return (
    <Table
      caption={t("words.synonyms")}
      hideCaption
      columns={[
        { label: t("words.columnWords") },
        { label: t("words.columnDirection"), wideOnly: true },
        { label: t("words.columnMeans") },
        { label: t("words.columnChanged"), wideOnly: true },
        { label: t("words.columnActions") },
      ]}
      rows={rows.map((row) => ({
        key: String(row.id),
        cells: [
          <b key="words" dir="auto">
            {row.words}
          </b>,
          t(row.bothWays ? "words.bothWays" : "words.oneWay"),
          <span key="means">
            <span dir="auto">{row.means}</span>{" "}
            {row.idle ? <span className="pl-word pl-is-issue">{t("words.idle")}</span> : null}
          </span>,
          <ChangedBy key="change" change={row.change} />,
          <Form key="acts" method="post" className="pl-btns">
            <input type="hidden" name="do" value="remove" />
            <input type="hidden" name="id" value={row.id} />
            <ButtonLink href={`${PATH}?edit=${row.id}#synonym`} size="sm">
              {t("words.edit")} <Hidden>{`${row.words}, ${row.means}`}</Hidden>
            </ButtonLink>
            <Button
              size="sm"
              variant="quiet"
              icon="trash"
              iconOnly={t("words.removePair", { words: row.words, means: row.means })}
            />
          </Form>,
        ],
      }))}
    />
  );
}

function Parts({ page }: { page: WordsPage }) {
  const t = useT();
  const { part, counts, asked } = page;
  if (part.of === 1) return null;
  const to = (number: number) =>
    address({ find: asked.find, idle: asked.idle ? "1" : "", part: String(number) });
  const from = (part.number - 1) * PART_SIZE + 1;
  return (
    <Pager
      label={t("words.pager")}
      note={t("words.part", {
        from,
        to: from + page.synonyms.length - 1,
        all: counts.matching,
      })}
      previous={
        part.number > 1 ? { href: to(part.number - 1), label: t("words.previous") } : undefined
      }
      next={
        part.number < part.of ? { href: to(part.number + 1), label: t("words.next") } : undefined
      }
    />
  );
}
