import { AuthorMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Icon } from "#app/ui/icon.tsx";
import type { IconName } from "#app/ui/icon-name.ts";
import { joinClasses } from "#app/ui/join-classes.ts";
import { Notice } from "#app/ui/notice.tsx";
import { PostFrame, PostHead } from "#app/ui/post.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { Time } from "#app/ui/time.tsx";
import { AnswerFold } from "./answer-fold.tsx";
import { AssignFold } from "./assign-fold.tsx";
import { DecideBar } from "./decide-bar.tsx";
import { failureOf, type DeskFailure } from "./desk-failure.ts";
import type { CasePost, LogLine, OpenCase } from "./desk-page.ts";
import { QUEUE_LOOK } from "./queue-look.ts";
import { StaffNotes } from "./staff-notes.tsx";

type Props = { open: OpenCase; answerKey: string; brand: string; failure: DeskFailure | null };

const LOG_ICON: Record<LogLine["kind"], IconName> = {
  found: "search",
  report: "flag",
  decision: "rule",
  appeal: "history",
  claim: "user",
};

/** The case that is open: why it is here, the post in its thread, what happened, what to do. */
export function CasePane({ open, answerKey, brand, failure }: Props) {
  const t = useT();
  const { thread, posts } = open;
  const own = posts.findIndex((post) => post.own);
  return (
    <section className="pl-pane pl-pane--case" id="case" aria-labelledby="case-title">
      <header className="pl-pane__h pl-pane__h--tall">
        <div>
          {thread ? (
            <p className="pl-meta">
              <span dir="auto">{thread.space}</span> · {t("desk.posts", { count: thread.posts })}
            </p>
          ) : null}
          <h2 className="pl-h-sec" id="case-title" dir="auto">
            {thread?.title ?? open.member?.name ?? ""}
          </h2>
        </div>
        {thread ? (
          <ButtonLink href={thread.href} size="sm" icon="external">
            {t("desk.openThread")}
          </ButtonLink>
        ) : null}
      </header>
      <div className="pl-pane__b">
        {open.claim && !open.claim.own ? (
          <Notice state="open">{t("desk.takenBy", { name: open.claim.name })}</Notice>
        ) : null}
        <Why open={open} />
        <AssignFold open={open} />
        {open.appeal ? <Appeal appeal={open.appeal} /> : null}
        {posts.map((post, index) => (
          <div key={post.id}>
            {index === own && open.skipped > 0 ? (
              <p className="pl-gap">
                <a href={thread?.href}>{t("desk.between", { count: open.skipped })}</a>
              </p>
            ) : null}
            <Post post={post} brand={brand} />
          </div>
        ))}
        <Log lines={open.log} />
        {thread && !open.appeal ? (
          <AnswerFold open={open} answerKey={answerKey} failure={failureOf(failure, "answer")} />
        ) : null}
        {thread ? (
          <StaffNotes
            id="thread-note"
            title={t("desk.threadNotes")}
            notes={thread.notes}
            fields={{ intent: "thread-note", thread: thread.id }}
            failure={failureOf(failure, "thread-note")}
          />
        ) : null}
      </div>
      <DecideBar open={open} failure={failureOf(failure, "decide", "appeal")} />
    </section>
  );
}

function Why({ open }: { open: OpenCase }) {
  const t = useT();
  const { icon, label } = QUEUE_LOOK[open.queue];
  const [first, ...more] = open.why;
  return (
    <div className="pl-desk__why pl-is-issue">
      <Icon name={icon} />
      <p dir="auto">
        <b>{first ?? t(label)}</b> {more.join(" ")}
      </p>
    </div>
  );
}

function Appeal({ appeal }: { appeal: NonNullable<OpenCase["appeal"]> }) {
  const t = useT();
  return (
    <section className="pl-panel" aria-labelledby="appeal-title">
      <h3 className="pl-h-rail" id="appeal-title">
        {t("desk.appealTitle")}
      </h3>
      <p className="pl-muted" dir="auto">
        {appeal.decision}
      </p>
      <p dir="auto">{appeal.text}</p>
    </section>
  );
}

function Post({ post, brand }: { post: CasePost; brand: string }) {
  const t = useT();
  const name = post.name === "" ? t("common.formerMember") : post.name;
  return (
    <div className={joinClasses("pl-desk__post", post.own && "is-own pl-is-issue")}>
      <PostFrame
        id={`post-${post.id}`}
        avatar={<MemberAvatar name={name} hue={post.hue} of={post.mark} brand={brand} size={32} />}
        head={
          <PostHead
            name={name}
            href={post.handle ? `/m/${post.handle}` : undefined}
            roles={post.mark ? <AuthorMarks of={post.mark} brand={brand} /> : null}
            when={<Time {...post.at} />}
          />
        }
      >
        {post.state === "published" ? null : (
          <p className="pl-meta">{t(`desk.state.${post.state}`)}</p>
        )}
        <Prose html={post.html} small />
      </PostFrame>
    </div>
  );
}

function Log({ lines }: { lines: LogLine[] }) {
  const t = useT();
  if (lines.length === 0) return null;
  return (
    <ol className="pl-desk__log" aria-label={t("desk.log")}>
      {lines.map((line, index) => (
        <li key={index}>
          <Icon name={LOG_ICON[line.kind]} size={16} />
          <span dir="auto">{line.text}</span>
          <Time {...line.at} />
        </li>
      ))}
    </ol>
  );
}
