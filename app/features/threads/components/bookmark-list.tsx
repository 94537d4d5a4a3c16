import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ShowMore } from "#app/ui/pager.tsx";
import { StateWord } from "#app/ui/pill.tsx";
import { Time } from "#app/ui/time.tsx";
import type { BookmarkItem } from "../bookmarks/list-bookmarks.server.ts";
import { stateOf } from "./state-look.ts";

/** Posts that a member wants to find again. */
export function BookmarkList({ items, next }: { items: BookmarkItem[]; next: string | null }) {
  const t = useT();
  if (items.length === 0) {
    return (
      <Empty icon="star" title={t("bookmark.none")}>
        {t("bookmark.noneText")}
      </Empty>
    );
  }
  return (
    <>
      <ul className="pl-stack" aria-label={t("bookmark.tab")}>
        {items.map((item) => (
          <li key={item.postId} className="pl-card pl-card--pad">
            <Bookmark item={item} />
          </li>
        ))}
      </ul>
      {next ? (
        <ShowMore href={`/settings/bookmarks?after=${next}`} label={t("thread.showMore")} />
      ) : null}
    </>
  );
}

function Bookmark({ item }: { item: BookmarkItem }) {
  const t = useT();
  const state = stateOf(t, item.stateKey);
  return (
    <>
      <p className="pl-meta pl-dots">
        <span>
          <StateWord state={state.key} label={state.label} />
        </span>
        <span dir="auto">{item.author ?? t("common.formerMember")}</span>
        <span>
          <Time {...item.at} />
        </span>
      </p>
      <h2 className="pl-h-sec" dir="auto">
        <a href={item.href}>{item.threadTitle}</a>
      </h2>
      <p dir="auto">{item.excerpt}</p>
      <form method="post" action="/settings/bookmarks">
        <input type="hidden" name="post" value={item.postId} />
        <Button
          variant="quiet"
          size="sm"
          aria-label={t("bookmark.removeName", { title: item.threadTitle })}
        >
          {t("bookmark.remove")}
        </Button>
      </form>
    </>
  );
}
