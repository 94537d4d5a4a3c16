import { useT } from "#app/i18n/use-t.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import type { Refused } from "./form-trouble.tsx";
import type { WordsPage } from "./get-words-page.server.ts";
import { PasteForm, SynonymForm, type EditedSynonym } from "./synonym-form.tsx";
import { SynonymSection } from "./synonym-section.tsx";
import { TrySection } from "./try-section.tsx";
import type { TriedQuery } from "./try-query.server.ts";
import { WordListSection } from "./word-list-section.tsx";

type Props = {
  page: WordsPage;
  tried: TriedQuery | null;
  /** The synonym that "Edit" was chosen on. */
  change: EditedSynonym | null;
  /** Words a link came with. */
  words: string;
  /** Something was just saved; a number when so many synonyms were pasted. */
  saved: number | null;
  refused: Refused;
};

/** The words of the brand: a box to try them, synonyms, product names and stop words. */
export function WordsView({ page, tried, change, words, saved, refused }: Props) {
  const t = useT();
  const of = (what: string) => (refused?.values.do === what ? refused : null);
  return (
    <div className="pl-stack pl-page">
      <PageHead title={t("words.title")} lead={t("words.lead")} />
      {saved === null ? null : (
        <Notice state="solved">
          {saved > 0 ? t("words.pastedNote", { count: saved }) : t("words.savedNote")}
        </Notice>
      )}
      {(of("remove") ?? of("unrule")) ? (
        <Notice state="danger" alert>
          {refused?.error}
        </Notice>
      ) : null}
      <TrySection tried={tried} />
      <SynonymSection page={page} />
      <div className="pl-staff__forms">
        <SynonymForm key={change?.id ?? 0} change={change} words={words} refused={of("synonym")} />
        <PasteForm refused={of("paste")} />
      </div>
      <div className="pl-staff__forms">
        <WordListSection rule="keep" rows={page.names} refused={of("rules")} />
        <WordListSection rule="stop" rows={page.stopWords} refused={of("rules")} />
      </div>
    </div>
  );
}
