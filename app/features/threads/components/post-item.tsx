import type { ReactNode } from "react";
import { useLogo } from "#app/features/communities/components/use-logo.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { isStaff } from "#app/lib/roles.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import { Role } from "#app/ui/pill.tsx";
import { HiddenPost, PostFrame, PostHead } from "#app/ui/post.tsx";
import { Prose } from "#app/ui/prose.tsx";
import { Time } from "#app/ui/time.tsx";
import type { PostView } from "../thread-view.ts";
import { PostActions } from "./post-actions.tsx";
import type { Scene } from "./scene.ts";

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
  const logo = useLogo();
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
        <Avatar
          name={staff ? brand : name}
          hue={author?.hue ?? 0}
          size={post.kind === "reply" ? 32 : 40}
          square={staff}
          src={staff ? logo : undefined}
        />
      }
      head={
        <PostHead
          name={name}
          href={author ? `/m/${author.handle}` : undefined}
          roles={<Roles post={post} scene={scene} />}
          note={staff && author.title !== "" ? author.title : undefined}
          when={<Time {...post.at} />}
        />
      }
      foot={foot ?? <PostActions post={post} scene={scene} />}
    >
      {post.state === "published" ? null : <StateNote post={post} />}
      <Prose html={post.html} />
      <PostNotes post={post} />
    </PostFrame>
  );
}

function Roles({ post, scene }: { post: PostView; scene: Scene }) {
  const t = useT();
  const { brand, question } = scene;
  const role = post.author?.role;
  return (
    <>
      {role === "super_user" ? <Role kind="super" label={t("thread.roleSuper")} /> : null}
      {role && isStaff(role) ? (
        <Role kind="staff" label={t("thread.roleStaff", { brand })} />
      ) : null}
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
      ? "thread.stateHeld"
      : post.state === "hidden"
        ? "thread.stateHidden"
        : "thread.stateDeleted";
  return <p className="pl-safe">{t(key, { reason: post.stateReason })}</p>;
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
      {editedAt ? <span>{t("thread.edited", { when: editedAt.text })}</span> : null}
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
