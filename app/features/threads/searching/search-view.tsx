import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { SearchBox } from "#app/ui/search-box.tsx";
import type { ThreadRow } from "../thread-view.ts";
import { ThreadList } from "../components/thread-list.tsx";

type Props = { query: string; threads: ThreadRow[] | null };

/** Threads whose titles hold the words; nothing found leads on to asking, with the words. */
export function SearchView({ query, threads }: Props) {
  const t = useT();
  return (
    <div className="pl-wrap pl-page pl-narrow">
      <PageHead
        title={query === "" ? t("community.searchStart") : t("community.searchFor", { query })}
      />
      <SearchBox
        id="search"
        action="/search"
        label={t("common.searchLabel")}
        placeholder={t("community.searchPlaceholder")}
        defaultValue={query}
        large
        submit={t("common.search")}
      />
      {threads === null ? null : threads.length === 0 ? (
        <Empty
          icon="search"
          title={t("community.searchNone", { query })}
          actions={
            <ButtonLink
              variant="primary"
              href={`/ask?${new URLSearchParams({ title: query }).toString()}`}
            >
              {t("common.ask")}
            </ButtonLink>
          }
        >
          {t("community.searchNoneText")}
        </Empty>
      ) : (
        <ThreadList list={{ threads, next: null }} moreHref={() => "/search"} />
      )}
    </div>
  );
}
