import { useT } from "#app/i18n/use-t.tsx";

/** What the keys do in the list, for eyes: screen readers say it in their own words. */
export function KeyHints({ enter, remove }: { enter: string; remove?: string }) {
  const t = useT();
  return (
    <>
      <span aria-hidden="true">
        <kbd className="pl-kbd">↑</kbd>
        <kbd className="pl-kbd">↓</kbd> {t("searchBox.move")}
      </span>
      <span aria-hidden="true">
        <kbd className="pl-kbd">{t("searchBox.enterKey")}</kbd> {enter}
      </span>
      {remove ? (
        <span aria-hidden="true">
          <kbd className="pl-kbd">{t("searchBox.deleteKey")}</kbd> {remove}
        </span>
      ) : null}
    </>
  );
}
