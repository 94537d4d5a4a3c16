import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { Tag } from "#app/ui/pill.tsx";
import { JumpNav, ThreadHead } from "#app/ui/thread-head.tsx";
import { VoteButton, VoteCount } from "#app/ui/vote-button.tsx";
import type { Unread } from "../following/read-thread.server.ts";
import type { ThreadPage } from "../thread-view.ts";
import { ThreadFields } from "../asking/thread-fields.tsx";
import { ActionForm } from "./action-form.tsx";
import { FollowButton } from "./follow-button.tsx";
import { PostActions } from "./post-actions.tsx";
import { PostItem } from "./post-item.tsx";
import type { Scene } from "./scene.ts";
import { stateOf } from "./state-look.ts";

type Props = { page: ThreadPage; scene: Scene; unread: Unread };

/** The question: title, state, text, and what one can do with it. */
export function ThreadOpening({ page, scene, unread }: Props) {
  const t = useT();
  const { thread, opening } = page;
  const { question, counted, guest } = scene;
  const meta = [
    <span key="asked">
      {t(question ? "thread.asked" : "thread.started", { when: thread.at.text })}
    </span>,
    ...(thread.timeline.solved
      ? [
          <span key="solved">
            {t("thread.solvedIn", { duration: thread.timeline.solved.after })}
          </span>,
        ]
      : []),
  ];
  return (
    <div className="pl-q">
      <ThreadHead
        id="q-title"
        title={thread.title}
        state={stateOf(t, thread.stateKey)}
        meta={meta}
      />
      <ThreadNotes page={page} brand={scene.brand} />
      <PostItem
        post={opening}
        scene={scene}
        foot={
          <>
            {counted ? <SameHere page={page} guest={guest} /> : null}
            <FollowButton
              kind="thread"
              subject={String(thread.id)}
              name={thread.title}
              on={thread.viewerFollows}
              small
            />
            <PostActions post={opening} scene={scene} />
            <ThreadMenu page={page} />
          </>
        }
      />
      <ThreadFields fields={thread.fields} />
      {thread.tags.length > 0 ? (
        <ul className="pl-chips" aria-label={t("thread.tags")}>
          {thread.tags.map((tag) => (
            <li key={tag.slug}>
              <Tag label={tag.name} href={`/tag/${encodeURIComponent(tag.slug)}`} />
            </li>
          ))}
        </ul>
      ) : null}
      <JumpNav
        label={t("thread.jumpLabel")}
        items={[
          ...(unread.firstPostId === null
            ? []
            : [
                {
                  href: `?post=${unread.firstPostId}#post-${unread.firstPostId}`,
                  label: t("follow.jumpUnread", { count: unread.count }),
                  icon: "bell" as const,
                },
              ]),
          ...(page.accepted
            ? [{ href: "#accepted", label: t("thread.jumpAccepted"), state: "solved" as const }]
            : []),
          ...(page.official
            ? [{ href: "#official", label: t("thread.jumpOfficial"), state: "official" as const }]
            : []),
          {
            href: "#replies",
            label: t("thread.jumpReplies", { count: thread.counts.replies }),
            icon: "message" as const,
          },
        ]}
        end={t("thread.lastReply", { when: thread.lastActivity.text })}
      />
    </div>
  );
}

function ThreadNotes({ page: { thread }, brand }: { page: ThreadPage; brand: string }) {
  const t = useT();
  const reason = thread.stateReason;
  return (
    <>
      {thread.state === "held" ? (
        <Notice state="open">{t("screening.heldNote", { reason })}</Notice>
      ) : null}
      {thread.state === "hidden" ? (
        <Notice state="danger">{t("thread.hiddenNote", { reason })}</Notice>
      ) : null}
      {thread.state === "deleted" ? (
        <Notice state="danger">{t("thread.deletedNote", { reason })}</Notice>
      ) : null}
      {thread.locked && !thread.duplicateOf ? (
        <Notice state="open">{t("thread.lockedNote", { reason: thread.locked.reason })}</Notice>
      ) : null}
      <DuplicateNote thread={thread} />
      {thread.mergedInto ? (
        <Notice state="idea">
          {t("idea.mergedNote")}{" "}
          <a href={thread.mergedInto.href} dir="auto">
            {thread.mergedInto.title}
          </a>
        </Notice>
      ) : null}
      {thread.splitFrom ? (
        <Notice state="idea">
          {t("powers.splitFrom")}{" "}
          <a href={thread.splitFrom.href} dir="auto">
            {thread.splitFrom.title}
          </a>
        </Notice>
      ) : null}
      {thread.splitInto.map(({ href, title }) => (
        <Notice key={href} state="idea">
          {t("powers.splitInto")}{" "}
          <a href={href} dir="auto">
            {title}
          </a>
        </Notice>
      ))}
      {thread.idea?.note ? (
        <Notice state="idea">{t("thread.ideaNote", { brand, note: thread.idea.note })}</Notice>
      ) : null}
    </>
  );
}

function DuplicateNote({ thread: { duplicateOf } }: Pick<ThreadPage, "thread">) {
  const t = useT();
  if (duplicateOf === null) return null;
  if (duplicateOf === "unseen") return <Notice state="open">{t("powers.duplicateGone")}</Notice>;
  return (
    <Notice state="solved">
      {t("powers.duplicateNote")}{" "}
      <a href={duplicateOf.href} dir="auto">
        {duplicateOf.title}
      </a>
    </Notice>
  );
}

function SameHere({ page: { thread }, guest }: { page: ThreadPage; guest: boolean }) {
  const t = useT();
  const idea = thread.kind === "idea";
  const on = thread.viewerSameHere;
  const look = {
    kind: "same" as const,
    label: t(
      idea ? (on ? "thread.wantOn" : "thread.want") : on ? "thread.sameHereOn" : "thread.sameHere",
    ),
    count: formatNumber(t, thread.counts.sameHere),
    countLabel: t(idea ? "thread.wantCount" : "thread.sameHereCount"),
  };
  if (!thread.can.sameHere && !guest) return <VoteCount {...look} />;
  return (
    <ActionForm action={`/t/${thread.id}/do/same-here`}>
      <VoteButton {...look} name="on" value={on ? "no" : "yes"} pressed={on} data-key="same" />
    </ActionForm>
  );
}

function ThreadMenu({ page: { thread } }: { page: ThreadPage }) {
  const t = useT();
  const { can, id } = thread;
  const verbs = [
    can.undoDuplicate && { verb: "undo-duplicate", label: t("powers.undoDuplicate") },
    can.pin && { verb: "pin", label: t("powers.pin") },
    can.unpin && { verb: "unpin", label: t("powers.unpin") },
    can.unlock && { verb: "unlock", label: t("thread.unlock") },
    can.restore && { verb: "restore", label: t("thread.restoreThread") },
    can.delete && { verb: "delete", label: t("thread.deleteThread") },
  ].filter((item) => item !== false);
  const links = can.askTeam || can.propose || can.lock || can.hide || can.manageIdea || can.tend;
  if (verbs.length === 0 && !links) return null;
  return (
    <Menu id="thread-menu" icon="settings" label={t("thread.more")}>
      {can.askTeam ? <a href={`/t/${id}/do/team`}>{t("queues.askTeam")}</a> : null}
      {can.propose ? <a href={`/t/${id}/do/propose`}>{t("review.proposeTitle")}</a> : null}
      {can.tend ? <a href={`/t/${id}/do/tend`}>{t("powers.tend")}</a> : null}
      {can.manageIdea ? <a href={`/t/${id}/do/idea`}>{t("idea.manage")}</a> : null}
      {can.lock ? <a href={`/t/${id}/do/lock`}>{t("thread.lock")}</a> : null}
      {can.hide ? <a href={`/t/${id}/do/hide`}>{t("thread.hideThread")}</a> : null}
      {verbs.map(({ verb, label }) => (
        <ActionForm key={verb} action={`/t/${id}/do/${verb}`}>
          <button type="submit">{label}</button>
        </ActionForm>
      ))}
    </Menu>
  );
}
