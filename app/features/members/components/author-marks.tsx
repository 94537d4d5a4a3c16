import { useRank } from "#app/features/communities/components/use-rank.ts";
import { useT } from "#app/i18n/use-t.tsx";
import { isStaff } from "#app/lib/roles.ts";
import { Icon } from "#app/ui/icon.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { Role } from "#app/ui/pill.tsx";
import { Lamps, RankMark } from "#app/ui/rank-mark.tsx";
import type { AuthorMark } from "../author-mark.ts";

type Props = {
  of: AuthorMark;
  brand: string;
};

/** Beside a name: the company's word for its own people, a super user's mark, the rank of the others. */
export function AuthorMarks({ of, brand }: Props) {
  const t = useT();
  if (isStaff(of.role)) return <Role kind="staff" label={t("thread.roleStaff", { brand })} />;
  return (
    <>
      {of.role === "super_user" ? <Role kind="super" label={t("thread.roleSuper")} /> : null}
      <OwnRank place={of.rank} />
    </>
  );
}

/**
 * The same in a list: lamps without words, a star for super users; nothing for staff, whose mark is
 * square, nor for the first rank, which says nothing.
 */
export function SmallMarks({ of }: { of: AuthorMark }) {
  const t = useT();
  const rank = useRank(of.rank);
  const superUser = of.role === "super_user";
  if (isStaff(of.role) || (!superUser && of.rank === 0)) return null;
  return (
    <span className="pl-rank pl-rank--sm">
      {superUser ? (
        <>
          <Icon name="star" size={14} />
          <Hidden>{t("thread.roleSuper")} </Hidden>
        </>
      ) : null}
      {rank ? <Lamps {...rank} label={t("seen.rankLabel")} /> : null}
    </span>
  );
}

function OwnRank({ place }: { place: number }) {
  const t = useT();
  const rank = useRank(place);
  return rank ? <RankMark {...rank} label={t("seen.rankLabel")} /> : null;
}
