import { SmallMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { useT } from "#app/i18n/use-t.tsx";
import { People } from "#app/ui/people.tsx";
import { RailSection } from "#app/ui/rail.tsx";
import type { KnowsAbout } from "./people-who-know.server.ts";

type Props = {
  people: KnowsAbout[];
  /** Name of the tag or space. */
  about: string;
  brand: string;
  /** The leaderboard of the tag or space. */
  boardHref: string;
};

/** Who knows about a tag or a space, in the rail of its page; nothing without anybody. */
export function KnowsBlock({ people, about, brand, boardHref }: Props) {
  const t = useT();
  if (people.length === 0) return null;
  return (
    <RailSection
      title={t("seen.knowsAbout", { name: about })}
      id="people-who-know"
      end={<a href={boardHref}>{t("seen.boardLink")}</a>}
    >
      <People
        items={people.map((person) => ({
          name: person.name,
          hue: person.hue,
          href: `/m/${person.handle}`,
          avatar: (
            <MemberAvatar name={person.name} hue={person.hue} of={person} brand={brand} size={32} />
          ),
          note: (
            <>
              {t("seen.answersThere", { count: person.answers })}
              <SmallMarks of={person} />
            </>
          ),
          end: person.accepted > 0 ? t("seen.solved", { count: person.accepted }) : undefined,
        }))}
      />
    </RailSection>
  );
}
