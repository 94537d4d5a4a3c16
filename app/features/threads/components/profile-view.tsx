import type { ReactNode } from "react";
import { AuthorMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { formatNumber } from "#app/i18n/format-number.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Split } from "#app/ui/layout.tsx";
import { ShowMore } from "#app/ui/pager.tsx";
import { ProfileHead } from "#app/ui/profile-head.tsx";
import { StatList } from "#app/ui/stat-list.tsx";
import { Tabs } from "#app/ui/tabs.tsx";
import { ThreadRow, ThreadRows } from "#app/ui/thread-row.tsx";
import { Time } from "#app/ui/time.tsx";
import type { Profile } from "../get-profile.server.ts";
import { FollowButton } from "./follow-button.tsx";
import { stateOf } from "./state-look.ts";

type Props = {
  profile: Profile;
  brand: string;
  follows: boolean;
  /** People who say that this member helped them. */
  helped: number;
  /** What they gave, before what they wrote. */
  gave: ReactNode;
  /** What stands in the side column. */
  aside?: ReactNode;
};

/** A member's public page: who they are, what they gave, what they wrote. */
export function ProfileView({ profile, brand, follows, helped, gave, aside }: Props) {
  const t = useT();
  const { member, counts } = profile;
  const main = (
    <div className="pl-stack">
      {gave}
      <div>
        <Written profile={profile} />
      </div>
    </div>
  );
  return (
    <div className="pl-wrap pl-profile">
      <ProfileHead
        avatar={
          <MemberAvatar name={member.name} hue={member.hue} of={member} brand={brand} size={96} />
        }
        name={member.name}
        roles={<AuthorMarks of={member} brand={brand} />}
        meta={[
          <span key="handle" dir="ltr">{`@${member.handle}`}</span>,
          ...(member.title === "" ? [] : [<span key="title">{member.title}</span>]),
          <span key="joined">{t("profile.joined", { when: member.joined.text })}</span>,
        ]}
        bio={member.bio === "" ? undefined : member.bio}
        actions={
          member.mine ? (
            <ButtonLink href="/settings">{t("profile.edit")}</ButtonLink>
          ) : (
            <FollowButton kind="member" subject={member.handle} name={member.name} on={follows} />
          )
        }
      />
      {member.products.length > 0 ? (
        <section aria-labelledby="products-title">
          <h2 className="pl-h-sec" id="products-title">
            {t("profile.products")}
          </h2>
          <ul className="pl-chips">
            {member.products.map((product) => (
              <li key={product} className="pl-chip" dir="auto">
                {product}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <StatList
        items={[
          ...(["accepted", "answers", "helpful", "threads"] as const).map((name) => ({
            value: formatNumber(t, counts[name]),
            label: t(`profile.${name}`, { count: counts[name] }),
          })),
          ...(helped > 0
            ? [{ value: formatNumber(t, helped), label: t("impact.helped", { count: helped }) }]
            : []),
        ]}
      />
      {aside ? <Split main={main} rail={aside} /> : main}
    </div>
  );
}

/** The list of what they wrote. */
function Written({ profile }: { profile: Profile }) {
  const t = useT();
  const { member, tab } = profile;
  const path = `/m/${member.handle}`;
  return (
    <>
      <Tabs
        label={t("profile.tabsLabel", { name: member.name })}
        items={[
          { href: path, label: t("profile.recentAnswers"), current: tab === "answers" },
          {
            href: `${path}?tab=threads`,
            label: t("profile.recentThreads"),
            current: tab === "threads",
          },
        ]}
      />
      <Posts profile={profile} />
      {profile.next ? (
        <ShowMore href={`${path}?tab=${tab}&after=${profile.next}`} label={t("thread.showMore")} />
      ) : null}
    </>
  );
}

function Posts({ profile }: { profile: Profile }) {
  const t = useT();
  if (!profile.open) return <Empty icon="lock" title={t("profile.membersSee")} />;
  if (profile.posts.length === 0) return <Empty icon="message" title={t("profile.none")} />;
  return (
    <ThreadRows label={t("profile.tabsLabel", { name: profile.member.name })}>
      {profile.posts.map((post) => (
        <ThreadRow
          key={post.postId}
          level={2}
          href={post.href}
          title={post.threadTitle}
          state={
            post.accepted
              ? { key: "solved", label: t("profile.acceptedMark") }
              : stateOf(t, post.stateKey)
          }
          line={{ text: post.excerpt }}
          meta={[<Time key="at" {...post.at} />]}
          counts={[
            {
              value: formatNumber(t, post.helpful),
              label: t("profile.helpful", { count: post.helpful }),
              zero: post.helpful === 0,
            },
          ]}
        />
      ))}
    </ThreadRows>
  );
}
