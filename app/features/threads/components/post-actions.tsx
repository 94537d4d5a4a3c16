import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { Act, ActLink } from "#app/ui/button.tsx";
import { Menu } from "#app/ui/menu.tsx";
import { VoteButton, VoteCount } from "#app/ui/vote-button.tsx";
import type { PostView } from "../thread-view.ts";
import { ActionForm } from "./action-form.tsx";
import { QuoteAction } from "./quote-action.tsx";
import { addressIn, type Scene } from "./scene.ts";

/** What one can do with a post: vote, reply, link, and the rest in a menu. */
export function PostActions({ post, scene }: { post: PostView; scene: Scene }) {
  const t = useT();
  return (
    <>
      {scene.counted && post.kind === "opening" ? null : (
        <HelpfulVote post={post} guest={scene.guest} />
      )}
      {post.can.accept ? (
        <ActionForm action={`/p/${post.id}/accept`}>
          {scene.acceptedId === null ? null : (
            <input type="hidden" name="replaces" value={scene.acceptedId} />
          )}
          <Act icon="check" label={t("thread.accept")} />
        </ActionForm>
      ) : null}
      {post.can.reply ? (
        <ActLink
          icon="reply"
          flip
          href={`?reply=${post.id}#reply-${post.rootId}`}
          label={t("thread.reply")}
          data-key="reply"
          aria-label={t("thread.replyTo", { name: post.author?.name ?? t("common.formerMember") })}
        />
      ) : null}
      {scene.canAnswer ? (
        <QuoteAction postId={post.id} author={post.author?.name ?? t("common.formerMember")} />
      ) : null}
      <ActLink
        icon="link"
        href={addressIn(scene, post)}
        label={t("reading.share")}
        aria-label={t("reading.shareOf", { name: post.author?.name ?? t("common.formerMember") })}
        data-share={`/p/${post.id}`}
        compact
      />
      {scene.guest ? null : (
        <ActionForm action={`/p/${post.id}/bookmark`}>
          <Act
            icon="star"
            name="on"
            value={post.viewerBookmarked ? "no" : "yes"}
            aria-pressed={post.viewerBookmarked}
            data-key="bookmark"
            label={t("bookmark.bookmark")}
            compact
          />
        </ActionForm>
      )}
      {post.revision > 1 && post.can.seeRevisions ? (
        <ActLink
          icon="history"
          href={`/p/${post.id}/history`}
          label={t("thread.history")}
          compact
        />
      ) : null}
      <PostMenu post={post} />
    </>
  );
}

function HelpfulVote({ post, guest }: { post: PostView; guest: boolean }) {
  const t = useT();
  const look = {
    label: t("thread.helpful"),
    count: formatNumber(t, post.helpful),
    countLabel: t("thread.votes"),
  };
  if (!post.can.vote && !guest) return <VoteCount {...look} />;
  return (
    <ActionForm action={`/p/${post.id}/helpful`}>
      <VoteButton
        {...look}
        name="on"
        value={post.viewerVoted ? "no" : "yes"}
        pressed={post.viewerVoted}
        data-key="helpful"
      />
    </ActionForm>
  );
}

function PostMenu({ post }: { post: PostView }) {
  const t = useT();
  const { can } = post;
  const verbs = [
    can.unaccept && { verb: "unaccept", label: t("thread.unaccept") },
    can.markOfficial && {
      verb: post.official ? "unmark-official" : "mark-official",
      label: t(post.official ? "thread.unmarkOfficial" : "thread.markOfficial"),
    },
    can.delete && { verb: "delete", label: t("thread.delete") },
    can.restore && { verb: "restore", label: t("thread.restore") },
    can.unhide && { verb: "unhide", label: t("thread.unhide") },
  ].filter((item) => item !== false);
  const votes = can.hide ? null : post.hideVotes;
  if (verbs.length === 0 && !can.edit && !can.hide && !votes && post.mine) return null;
  return (
    <span className="pl-acts__end">
      <Menu id={`menu-${post.id}`} label={t("thread.more")}>
        {can.edit ? (
          <a href={`/p/${post.id}/edit`} data-key={post.mine ? "edit" : undefined}>
            {t("thread.edit")}
          </a>
        ) : null}
        {can.hide ? <a href={`/p/${post.id}/hide`}>{t("thread.hide")}</a> : null}
        {post.mine ? null : (
          <a href={`/p/${post.id}/report`} rel="nofollow">
            {t("report.action")}
          </a>
        )}
        {votes?.mine ? (
          <span className="pl-meta">
            {t("powers.votedHide", { count: votes.count, needed: votes.needed })}
          </span>
        ) : null}
        {votes && !votes.mine ? (
          <a href={`/p/${post.id}/vote-hide`}>
            {t("powers.voteHide", { count: votes.count, needed: votes.needed })}
          </a>
        ) : null}
        {verbs.map(({ verb, label }) => (
          <ActionForm key={verb} action={`/p/${post.id}/${verb}`}>
            <button type="submit">{label}</button>
          </ActionForm>
        ))}
      </Menu>
    </span>
  );
}
