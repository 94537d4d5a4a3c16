import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Split } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ShowMore } from "#app/ui/pager.tsx";
import { Rail, RailSection } from "#app/ui/rail.tsx";
import { ThreadRow, ThreadRows } from "#app/ui/thread-row.tsx";
import { Time } from "#app/ui/time.tsx";
import { formatNumber } from "#app/i18n/format-number.ts";
import type {
  FollowedPlace,
  FollowedThread,
  Following,
} from "../following/get-following.server.ts";
import { FollowButton } from "./follow-button.tsx";
import { stateOf } from "./state-look.ts";

/** What a member follows: threads with what is new in them; beside it spaces, tags and people. */
export function FollowingView({ following }: { following: Following }) {
  const t = useT();
  const { threads, next, places } = following;
  return (
    <div className="pl-wrap pl-page">
      <PageHead title={t("follow.title")} lead={t("follow.lead")} />
      <Split
        main={
          <>
            {threads.length === 0 ? (
              <Empty icon="bell" title={t("follow.none")}>
                {t("follow.noneText")}
              </Empty>
            ) : (
              <ThreadRows label={t("follow.title")}>
                {threads.map((thread) => (
                  <Followed key={thread.id} thread={thread} />
                ))}
              </ThreadRows>
            )}
            {next ? (
              <ShowMore href={`/following?after=${next}`} label={t("thread.showMore")} />
            ) : null}
          </>
        }
        rail={<Places places={places} />}
      />
    </div>
  );
}

function Followed({ thread }: { thread: FollowedThread }) {
  const t = useT();
  const { newPosts } = thread;
  return (
    <ThreadRow
      level={2}
      href={thread.href}
      title={thread.title}
      state={stateOf(t, thread.stateKey)}
      line={thread.line ?? undefined}
      unread={newPosts > 0 ? t("follow.unread") : undefined}
      meta={[
        ...(newPosts > 0 ? [<b key="new">{t("follow.newPosts", { count: newPosts })}</b>] : []),
        <a key="space" href={`/s/${thread.space.slug}`} dir="auto">
          {thread.space.name}
        </a>,
        <Time key="at" {...thread.at} />,
      ]}
      counts={[
        {
          value: formatNumber(t, thread.counts.replies),
          label: t("thread.repliesShort", { count: thread.counts.replies }),
          zero: thread.counts.replies === 0,
        },
      ]}
    />
  );
}

function Places({ places }: { places: FollowedPlace[] }) {
  const t = useT();
  const kinds = ["space", "tag", "member"] as const;
  return (
    <Rail label={t("follow.alsoLabel")}>
      {kinds.map((kind) => {
        const own = places.filter((place) => place.kind === kind);
        if (own.length === 0) return null;
        return (
          <RailSection key={kind} title={t(`follow.kind.${kind}`)}>
            <ul className="pl-follows">
              {own.map((place) => (
                <li key={place.subject}>
                  <a href={place.href} dir="auto">
                    {place.name}
                  </a>
                  <FollowButton kind={kind} subject={place.subject} name={place.name} on small />
                </li>
              ))}
            </ul>
          </RailSection>
        );
      })}
      <p>
        <ButtonLink href="/?list=following" size="sm">
          {t("follow.allNew")}
        </ButtonLink>
      </p>
    </Rail>
  );
}
