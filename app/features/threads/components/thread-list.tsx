import { SmallMarks } from "#app/features/members/components/author-marks.tsx";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ShowMore } from "#app/ui/pager.tsx";
import { ThreadRow, ThreadRows } from "#app/ui/thread-row.tsx";
import { Time } from "#app/ui/time.tsx";
import type { ThreadList as ThreadListView, ThreadRow as Row } from "../thread-view.ts";
import { stateOf } from "./state-look.ts";

type Props = { list: ThreadListView; moreHref: (cursor: string) => string; hideSpace?: boolean };

/** Threads with their state and the line of their answer, and the way to the next page. */
export function ThreadList({ list, moreHref, hideSpace = false }: Props) {
  const t = useT();
  if (list.threads.length === 0) {
    return (
      <Empty
        icon="message"
        title={t("thread.empty")}
        actions={<ButtonLink href="/ask">{t("common.ask")}</ButtonLink>}
      >
        {t("thread.emptyAsk")}
      </Empty>
    );
  }
  return (
    <>
      <ThreadRows label={t("thread.listLabel")}>
        {list.threads.map((row) => (
          <ThreadItem key={row.id} row={row} hideSpace={hideSpace} />
        ))}
      </ThreadRows>
      {list.next ? <ShowMore href={moreHref(list.next)} label={t("thread.showMore")} /> : null}
    </>
  );
}

function ThreadItem({ row, hideSpace }: { row: Row; hideSpace: boolean }) {
  const t = useT();
  const { sameHere, replies } = row.counts;
  const counted = row.kind === "question" || row.kind === "idea";
  return (
    <ThreadRow
      level={2}
      href={row.href}
      title={row.title}
      state={stateOf(t, row.stateKey)}
      line={row.line ?? undefined}
      meta={[
        ...(hideSpace
          ? []
          : [
              <a key="space" href={`/s/${row.space.slug}`} dir="auto">
                {row.space.name}
              </a>,
            ]),
        <span key="author">
          <span dir="auto">{row.author?.name ?? t("common.formerMember")}</span>
          {row.author ? <SmallMarks of={row.author} /> : null}
        </span>,
        <Time key="at" {...row.at} />,
      ]}
      counts={[
        ...(counted
          ? [
              {
                value: formatNumber(t, sameHere),
                label: t(row.kind === "idea" ? "thread.wantThis" : "thread.haveThis"),
                zero: sameHere === 0,
              },
            ]
          : []),
        {
          value: formatNumber(t, replies),
          label: t("thread.repliesShort", { count: replies }),
          zero: replies === 0,
        },
      ]}
      unread={row.unread ? t("follow.unread") : undefined}
      pinned={row.pinned ? t("thread.pinned") : undefined}
    />
  );
}
