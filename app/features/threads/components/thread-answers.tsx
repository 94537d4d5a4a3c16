import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import { SectionHead } from "#app/ui/page-head.tsx";
import { formatNumber } from "#app/i18n/format-number.ts";
import { Pager, ShowMore } from "#app/ui/pager.tsx";
import { AnswerBox } from "#app/ui/post.tsx";
import { Segments } from "#app/ui/tabs.tsx";
import { GapLink } from "#app/ui/thread-head.tsx";
import { pageHref } from "../numbered-page.ts";
import type { PagePlace, PostWithReplies, ThreadPage } from "../thread-view.ts";
import { PostItem } from "./post-item.tsx";
import type { Scene } from "./scene.ts";

type Props = {
  page: ThreadPage;
  scene: Scene;
  /** The reply box, put under the post it answers. */
  replyBox: { rootId: number; form: ReactNode } | null;
};

/** The answers: the accepted one, the official one, then the others with what was replied to them. */
export function ThreadAnswers(props: Props) {
  const { page, scene } = props;
  const t = useT();
  const { brand } = scene;
  const { accepted, official, thread } = page;
  const { solved } = thread.timeline;
  return (
    <>
      <OpeningReplies {...props} />
      {accepted ? (
        <AnswerBox
          id="accepted"
          kind="accepted"
          title={t("thread.acceptedTitle")}
          note={
            solved
              ? t("thread.acceptedNote", { name: thread.acceptedBy ?? brand, when: solved.at.text })
              : undefined
          }
        >
          <Answer post={accepted} {...props} />
        </AnswerBox>
      ) : null}
      {official ? (
        <AnswerBox
          id="official"
          kind="official"
          title={t("thread.officialTitle")}
          note={t("thread.officialNote", { brand, when: official.at.text })}
        >
          <Answer post={official} {...props} />
        </AnswerBox>
      ) : null}
      <OtherAnswers {...props} />
    </>
  );
}

/** What was replied to the question must not keep its answer away from it. */
function OpeningReplies(props: Props) {
  const t = useT();
  const { page, replyBox } = props;
  const { opening, accepted, official } = page;
  const replies = <Replies post={opening} {...props} />;
  if (opening.replies.length === 0 || (!accepted && !official)) return replies;
  return (
    <details className="pl-fold" open={replyBox?.rootId === opening.id}>
      <summary>
        {t("thread.openingReplies", { count: opening.replies.length + opening.moreReplies })}
      </summary>
      {replies}
    </details>
  );
}

function OtherAnswers(props: Props) {
  const { page } = props;
  const t = useT();
  const { thread, accepted, official, sort } = page;
  const boxed = (accepted ? 1 : 0) + (official ? 1 : 0);
  const others = Math.max(0, thread.counts.answers - boxed);
  const kind = thread.kind === "question" ? "question" : "other";
  if (others === 0 && page.answers.length === 0) {
    return boxed > 0 ? <div id="replies" /> : <Waiting {...props} />;
  }
  return (
    <section id="replies" aria-labelledby="replies-title">
      <SectionHead
        id="replies-title"
        title={t(boxed > 0 ? "thread.moreAnswers" : "thread.answersTitle", { kind, count: others })}
        end={
          others > 1 ? (
            <Segments
              label={t("thread.sortLabel")}
              items={[
                {
                  href: "?sort=oldest#replies",
                  label: t("thread.sortOldest"),
                  current: sort === "oldest",
                },
                {
                  href: "?sort=helpful#replies",
                  label: t("thread.sortHelpful"),
                  current: sort === "helpful",
                },
              ]}
            />
          ) : undefined
        }
      />
      {page.hasEarlier && !page.place ? (
        <GapLink href={`?sort=${sort}#replies`} label={t("thread.earlier")} />
      ) : null}
      {page.place && page.place.page > 1 ? <AnswerPager page={page} place={page.place} /> : null}
      {page.answers.map((post) => (
        <Answer key={post.id} post={post} {...props} />
      ))}
      {page.place ? <AnswerPager page={page} place={page.place} last /> : null}
      {page.next && !page.place ? (
        <ShowMore
          href={`?sort=${sort}&after=${page.next}#replies`}
          label={t("thread.showMoreAnswers")}
        />
      ) : null}
    </section>
  );
}

type PagerProps = { page: ThreadPage; place: PagePlace; last?: boolean };

/** Which answers these are, and the way to the others; stands over and under them. */
function AnswerPager({ page, place, last = false }: PagerProps) {
  const t = useT();
  const to = (number: number, label: string) => ({
    href: `${pageHref(page, number)}#replies`,
    label,
  });
  const range = {
    from: formatNumber(t, place.from),
    to: formatNumber(t, place.to),
    total: formatNumber(t, place.total),
  };
  return (
    <Pager
      label={t(last ? "reading.pagerEnd" : "reading.pagerStart")}
      note={t("reading.range", range)}
      first={place.page > 2 ? to(1, t("reading.firstPage")) : undefined}
      previous={place.page > 1 ? to(place.page - 1, t("reading.previousPage")) : undefined}
      next={place.page < place.pages ? to(place.page + 1, t("reading.nextPage")) : undefined}
      last={place.page < place.pages - 1 ? to(place.pages, t("reading.lastPage")) : undefined}
    />
  );
}

function Waiting({ page }: Props) {
  const t = useT();
  const { thread } = page;
  return (
    <section id="replies" aria-labelledby="replies-title">
      <SectionHead
        id="replies-title"
        title={t("thread.answersTitle", {
          kind: thread.kind === "question" ? "question" : "other",
          count: 0,
        })}
      />
      {thread.kind === "question" && !thread.locked && thread.author && !thread.mine ? (
        <p className="pl-muted">
          {t("thread.waiting", { name: thread.author.name, when: thread.at.title })}
        </p>
      ) : null}
    </section>
  );
}

function Answer({ post, ...props }: Props & { post: PostWithReplies }) {
  return (
    <>
      <PostItem post={post} scene={props.scene} />
      <Replies post={post} {...props} />
    </>
  );
}

function Replies({ post, scene, replyBox }: Props & { post: PostWithReplies }) {
  const t = useT();
  return (
    <>
      {post.replies.map((reply) => (
        <PostItem key={reply.id} post={reply} scene={scene} />
      ))}
      {post.moreReplies > 0 ? (
        <GapLink
          href={`?replies=${post.id}#post-${post.id}`}
          label={t("thread.showMoreReplies", { count: post.moreReplies })}
        />
      ) : null}
      {replyBox?.rootId === post.id ? replyBox.form : null}
    </>
  );
}
