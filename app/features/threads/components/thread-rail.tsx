import type { ReactNode } from "react";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { useT } from "#app/i18n/use-t.tsx";
import { isStaff } from "#app/lib/roles.ts";
import { People } from "#app/ui/people.tsx";
import { Rail, RailLinks, RailSection } from "#app/ui/rail.tsx";
import { Time } from "#app/ui/time.tsx";
import { Timeline } from "#app/ui/timeline.tsx";
import type { AuthorView, PostView, ThreadPage } from "../thread-view.ts";
import type { IdeaStep } from "../get-idea-log.server.ts";
import { FixCard } from "./fix-card.tsx";
import { IdeaLog } from "./idea-log.tsx";
import { stateOf } from "./state-look.ts";

const SHOWN = 5;

type Props = {
  page: ThreadPage;
  brand: string;
  ideaLog: IdeaStep[];
  saidFix: boolean | null;
  /** Who may know the answer, for whom may invite them. */
  experts?: ReactNode;
};

/** Beside a thread: how it went, whether it helped, what is similar, who is here. */
export function ThreadRail({ page, brand, ideaLog, saidFix, experts }: Props) {
  const t = useT();
  return (
    <Rail label={t("thread.railLabel")}>
      {page.thread.kind === "idea" && ideaLog.length > 0 ? (
        <RailSection title={t("idea.logTitle")}>
          <IdeaLog suggested={page.thread.at} log={ideaLog} />
        </RailSection>
      ) : null}
      {page.thread.kind === "question" ? (
        <RailSection title={t("thread.howItWent")}>
          <Timeline steps={stepsOf(page, brand, t)} />
        </RailSection>
      ) : null}
      {experts}
      <FixCard thread={page.thread} said={saidFix} />
      {page.related.length > 0 ? (
        <RailSection title={t("thread.related")}>
          <RailLinks
            items={page.related.map((related) => ({
              href: related.href,
              title: related.title,
              note: t("thread.relatedNote", { count: related.counts.replies }),
              state: stateOf(t, related.stateKey).key,
            }))}
          />
        </RailSection>
      ) : null}
      <PeopleHere page={page} brand={brand} />
    </Rail>
  );
}

function stepsOf({ thread }: ThreadPage, brand: string, t: ReturnType<typeof useT>) {
  const { asked, firstAnswer, solved, official } = thread.timeline;
  return [
    {
      title: t("thread.stepAsked"),
      note: <Time iso={asked.iso} text={asked.title} />,
      phase: "done" as const,
    },
    firstAnswer
      ? {
          title: t("thread.stepFirst", { duration: firstAnswer.after }),
          note: <Time iso={firstAnswer.at.iso} text={firstAnswer.at.title} />,
          phase: "done" as const,
        }
      : { title: t("thread.stepWaiting"), phase: "now" as const },
    ...(solved
      ? [
          {
            title: t("thread.stepSolved", { duration: solved.after }),
            note: solved.by === null ? undefined : <span dir="auto">{solved.by}</span>,
            phase: "done" as const,
            state: "solved" as const,
          },
        ]
      : firstAnswer
        ? [{ title: t("thread.stepOpen"), phase: "next" as const }]
        : []),
    ...(official
      ? [
          {
            title: t("thread.stepOfficial", { brand }),
            note: <Time iso={official.at.iso} text={official.at.title} />,
            phase: "done" as const,
            state: "official" as const,
          },
        ]
      : []),
  ];
}

type Present = { author: AuthorView; posts: number; asked: boolean; solved: boolean };

function presentOf(page: ThreadPage): Present[] {
  const all: PostView[] = [page.opening, page.accepted, page.official, ...page.answers]
    .filter((post) => post !== null)
    .flatMap((post) => [post, ...post.replies]);
  const present = new Map<string, Present>();
  for (const post of all) {
    if (!post.author || post.stub) continue;
    const known = present.get(post.author.handle);
    present.set(post.author.handle, {
      author: post.author,
      posts: (known?.posts ?? 0) + 1,
      asked: known?.asked === true || post.byAsker,
      solved: known?.solved === true || post.accepted,
    });
  }
  return [...present.values()];
}

function PeopleHere({ page, brand }: { page: ThreadPage; brand: string }) {
  const t = useT();
  const present = presentOf(page);
  if (present.length === 0) return null;
  return (
    <RailSection title={t("thread.people")}>
      <People
        items={present.slice(0, SHOWN).map(({ author, posts, asked, solved }) => ({
          name: author.name,
          href: `/m/${author.handle}`,
          hue: author.hue,
          avatar: (
            <MemberAvatar name={author.name} hue={author.hue} of={author} brand={brand} size={32} />
          ),
          note: isStaff(author.role)
            ? t("thread.peopleStaff", { brand })
            : solved
              ? t("thread.peopleSolved")
              : asked
                ? t("thread.peopleAsked")
                : undefined,

          end: t("thread.posts", { count: posts }),
        }))}
      />
    </RailSection>
  );
}
