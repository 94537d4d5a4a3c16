import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { searchHref, type SearchAsk } from "./search-address.ts";

/** Numbers to show: the ends and those around the page, `null` where some are left out. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((one) => one >= 1 && one <= pages);
  const numbers = [...new Set(shown)].sort((a, b) => a - b);
  return numbers.flatMap((number, index) => {
    const gap = index === 0 ? 1 : number - numbers[index - 1]!;
    // One number takes no more room than the dots in its place.
    return gap > 2 ? [null, number] : gap === 2 ? [number - 1, number] : [number];
  });
}

/** Pages of results by their numbers. */
export function SearchPages({ ask, pages }: { ask: SearchAsk; pages: number }) {
  const t = useT();
  if (pages < 2) return null;
  const href = (page: number) => searchHref({ ...ask, page });
  return (
    <nav className="pl-pages" aria-label={t("search.pages")}>
      {ask.page > 1 ? (
        <a href={href(ask.page - 1)} rel="prev">
          <span className="pl-pages__back">
            <Icon name="chev-r" size={16} flip />
          </span>
          {t("search.previous")}
        </a>
      ) : null}
      {pageNumbers(ask.page, pages).map((number, index) =>
        number === null ? (
          <span key={`gap-${index}`} aria-hidden="true">
            …
          </span>
        ) : (
          <a
            key={number}
            className="pl-pages__n"
            href={href(number)}
            aria-label={t("search.page", { number: formatNumber(t, number) })}
            aria-current={number === ask.page ? "page" : undefined}
          >
            {formatNumber(t, number)}
          </a>
        ),
      )}
      {ask.page < pages ? (
        <a className="pl-pages__end" href={href(ask.page + 1)} rel="next">
          {t("search.next")}
          <Icon name="chev-r" size={16} flip />
        </a>
      ) : null}
    </nav>
  );
}
