import type { ReactNode } from "react";
import { AuthorMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { useT } from "#app/i18n/use-t.tsx";
import { isStaff } from "#app/lib/roles.ts";
import { Role } from "#app/ui/pill.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { HiddenPost, PostFrame, PostHead } from "#app/ui/post.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { Time } from "#app/ui/time.tsx";
import type { TimeText } from "#app/i18n/format-time.ts";
import type { PostView } from "../thread-view.ts";
import { PostActions } from "./post-actions.tsx";
import { addressIn, type ReplyContext, type Scene } from "./scene.ts";

type Props = {
  post: PostView;
  scene: Scene;
  /** The opening post has its own actions. */
  foot?: ReactNode;
};

/** One post with who wrote it and what one can do with it; only a line when it may not be seen. */
export function PostItem({ post, scene, foot }: Props) {
  const t = useT();
  const { brand } = scene;
  if (post.stub) {
    return (
      <HiddenPost id={`post-${post.id}`}>
        {t(post.state === "deleted" ? "thread.stubDeleted" : "thread.stubHidden", {
          when: post.at.text,
          reason: post.stateReason,
        })}
      </HiddenPost>
    );
  }
  const { author } = post;
  const staff = author !== null && isStaff(author.role);
  const name = author?.name ?? post.source?.author ?? t("common.formerMember");
  return (
    <PostFrame
      id={`post-${post.id}`}
      variant={post.kind === "reply" ? "nested" : "plain"}
      avatar={
        <MemberAvatar
          name={name}
          hue={author?.hue ?? 0}
          of={author}
          brand={brand}
          size={post.kind === "reply" ? 32 : 40}
        />
      }
      head={
        <PostHead
          name={name}
          href={author ? `/m/${author.handle}` : undefined}
          roles={<Roles post={post} scene={scene} />}
          note={staff && author.title !== "" ? author.title : undefined}
          when={<PostTime post={post} scene={scene} />}
        />
      }
      foot={foot ?? <PostActions post={post} scene={scene} />}
    >
      {post.state === "published" ? null : <StateNote post={post} />}
      <Context context={scene.contexts.get(post.id)} />
      <Prose html={post.html} />
      <PostNotes post={post} />
    </PostFrame>
  );
}

/** When it was written, exactly on hover and focus; the post's own address. */
function PostTime({ post, scene }: { post: PostView; scene: Scene }) {
  return (
    <a className="pl-when" href={addressIn(scene, post)} title={post.at.title}>
      <Time iso={post.at.iso} text={post.at.text} />
    </a>
  );
}

/** What a reply answers, where that is not the post right above. */
function Context({ context }: { context: ReplyContext | undefined }) {
  const t = useT();
  if (!context) return null;
  return (
    <p className="pl-meta pl-context">
      <a href={context.href}>
        <Icon name="reply" size={14} flip />
        {context.here
          ? t("reading.inReplyTo", { name: context.name ?? t("common.formerMember") })
          : t("reading.inReplyToEarlier")}
      </a>
    </p>
  );
}

function Roles({ post, scene }: { post: PostView; scene: Scene }) {
  const t = useT();
  const { brand, question } = scene;
  return (
    <>
      {post.author ? <AuthorMarks of={post.author} brand={brand} /> : null}
      {post.byAsker && post.kind !== "opening" ? (
        <Role kind="plain" label={t(question ? "thread.roleAsker" : "thread.roleStarter")} />
      ) : null}
    </>
  );
}

function StateNote({ post }: { post: PostView }) {
  const t = useT();
  const key =
    post.state === "held"
      ? "screening.heldNote"
      : post.state === "hidden"
        ? "thread.stateHidden"
        : "thread.stateDeleted";
  return <p className="pl-safe">{t(key, { reason: post.stateReason })}</p>;
}

/** That it was edited; leads to what changed whoever may see that. */
function Edited({ post, at }: { post: PostView; at: TimeText }) {
  const t = useT();
  const text = t("thread.edited", { when: at.text });
  return (
    <span>
      {post.revision > 1 && post.can.seeRevisions ? (
        <a className="pl-when" href={`/p/${post.id}/history`} title={at.title}>
          <Time iso={at.iso} text={text} />
        </a>
      ) : (
        <Time iso={at.iso} text={text} title={at.title} />
      )}
    </span>
  );
}

function PostNotes({ post }: { post: PostView }) {
  const t = useT();
  const { source, editedAt, worked } = post;
  if (!source && !editedAt && !worked) return null;
  return (
    <p className="pl-meta pl-dots">
      {worked ? (
        <span>{t("fix.worked", { count: worked.count, when: worked.last.text })}</span>
      ) : null}
      {editedAt ? <Edited post={post} at={editedAt} /> : null}
      {source?.author ? (
        <span dir="auto">{t("thread.source", { author: source.author })}</span>
      ) : null}
      {source?.licence ? <span>{t("thread.licence", { licence: source.licence })}</span> : null}
      {source?.url ? (
        <a href={source.url} rel="nofollow ugc noopener">
          {t("thread.sourceLink")}
        </a>
      ) : null}
    </p>
  );
}
