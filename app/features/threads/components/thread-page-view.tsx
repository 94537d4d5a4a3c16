import type { ReactNode } from "react";
import { useT } from "#app/i18n/use-t.tsx";
import type { ViewerView } from "#app/features/communities/viewer-view.ts";
import { Breadcrumbs } from "#app/ui/breadcrumbs.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Split } from "#app/ui/layout.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { AskingBar } from "../asking/asking-bar.tsx";
import type { DraftView } from "../drafts/get-drafts.server.ts";
import type { IdeaStep } from "../get-idea-log.server.ts";
import type { Unread } from "../following/read-thread.server.ts";
import type { ThreadPage } from "../thread-view.ts";
import { ReplyForm, type Failure } from "./reply-form.tsx";
import { sceneOf } from "./scene.ts";
import { ThreadAnswers } from "./thread-answers.tsx";
import { ThreadOpening } from "./thread-opening.tsx";
import { ThreadRail } from "./thread-rail.tsx";

type Props = {
  page: ThreadPage;
  brand: string;
  viewer: ViewerView;
  failure: Failure;
  /** The post that "Reply" was chosen on. */
  replyTo: number | null;
  idempotencyKey: string;
  /** What became of an idea. */
  ideaLog: IdeaStep[];
  /** What the viewer just said to "Did this fix it?", as the address has it. */
  saidFix: boolean | null;
  /** Markdown of the post that "Quote" was chosen on, or "". */
  quote: string;
  /** The viewer's drafts for this page, by key. */
  drafts: Record<string, DraftView>;
  /** What is new since the viewer's last reading. */
  unread: Unread;
  /** Who may know the answer, for whom may invite them. */
  experts?: ReactNode;
};

/** A thread: the question, what solved it, the other answers, a place to write. */
export function ThreadPageView(props: Props) {
  const { page, brand, viewer } = props;
  const t = useT();
  const { thread } = page;
  const scene = sceneOf(page, brand, viewer === null);
  return (
    <div className="pl-wrap pl-thread">
      <Breadcrumbs
        label={t("common.breadcrumb")}
        items={[
          { href: "/", label: t("common.home") },
          { href: `/s/${thread.space.slug}`, label: thread.space.name },
        ]}
      />
      <Split
        main={
          <>
            <ThreadOpening page={page} scene={scene} unread={props.unread} />
            <ThreadAnswers page={page} scene={scene} replyBox={replyBoxOf(props, t)} />
            <AnswerPlace {...props} />
          </>
        }
        rail={
          <ThreadRail
            page={page}
            brand={brand}
            ideaLog={props.ideaLog}
            saidFix={props.saidFix}
            experts={props.experts}
          />
        }
      />
      <AskingBar
        threadId={thread.id}
        owner={viewer?.handle ?? null}
        answered={(page.accepted ?? page.official) !== null}
      />
    </div>
  );
}

function allPosts(page: ThreadPage) {
  return [page.opening, page.accepted, page.official, ...page.answers]
    .filter((post) => post !== null)
    .flatMap((post) => [post, ...post.replies]);
}

function replyBoxOf(props: Props, t: ReturnType<typeof useT>) {
  const { page, failure, replyTo, idempotencyKey, drafts, viewer } = props;
  const own = failure?.values.intent === "reply" ? failure : null;
  const wanted = own ? Number(own.values.parentId) : replyTo;
  const post = allPosts(page).find(({ id }) => id === wanted);
  // A failed submit keeps its box even when replying ended meanwhile.
  if (!post || (!post.can.reply && !own)) return null;
  return {
    rootId: post.rootId,
    form: (
      <ReplyForm
        id={`reply-${post.rootId}`}
        action={page.thread.href}
        parentId={post.id}
        title={t("thread.replyTo", { name: post.author?.name ?? t("common.formerMember") })}
        submit={t("compose.postReply")}
        idempotencyKey={idempotencyKey}
        failure={own}
        draftKey={`reply:${post.id}`}
        draft={drafts[`reply:${post.id}`] ?? null}
        owner={viewer?.handle ?? null}
        focus
      />
    ),
  };
}

function AnswerPlace({ page, viewer, failure, idempotencyKey, drafts, quote }: Props) {
  const t = useT();
  const { thread } = page;
  const kind = thread.kind === "question" ? "question" : "other";
  const own = failure && failure.values.intent !== "reply" ? failure : null;
  // A failed submit keeps its box even when signing in is what went wrong.
  if (thread.can.answer || own) {
    return (
      <ReplyForm
        id="answer"
        action={thread.href}
        title={t("compose.answerTitle", { kind })}
        submit={t("compose.postAnswer", { kind })}
        idempotencyKey={idempotencyKey}
        failure={own}
        draftKey={`answer:${thread.id}`}
        draft={drafts[`answer:${thread.id}`] ?? null}
        owner={viewer?.handle ?? null}
        begin={quote}
        focus={quote !== ""}
      />
    );
  }
  if (thread.locked || thread.state !== "published") {
    return thread.locked ? <p className="pl-muted">{t("compose.closed")}</p> : null;
  }
  if (viewer) {
    return (
      <Notice state="open">{t(viewer.verified ? "compose.notHere" : "compose.verify")}</Notice>
    );
  }
  const to = new URLSearchParams({ to: `${thread.href}#answer` }).toString();
  return (
    <section className="pl-reply" id="answer" aria-labelledby="answer-title">
      <h2 className="pl-h-sec" id="answer-title">
        {t("compose.answerTitle", { kind })}
      </h2>
      <p className="pl-muted">{t("compose.signInText")}</p>
      <p>
        <ButtonLink variant="primary" href={`/sign-in?${to}`}>
          {t("compose.signIn")}
        </ButtonLink>
      </p>
    </section>
  );
}
