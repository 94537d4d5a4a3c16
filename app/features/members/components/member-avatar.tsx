import { useLogo } from "#app/features/communities/components/use-logo.ts";
import { useRank } from "#app/features/communities/components/use-rank.ts";
import { isStaff } from "#app/lib/roles.ts";
import { Avatar } from "#app/ui/avatar.tsx";
import type { AuthorMark } from "../author-mark.ts";

type Props = {
  name: string;
  hue: number;
  /** `null` for somebody who is no member here. */
  of: AuthorMark | null;
  brand: string;
  size?: 32 | 40 | 48 | 96;
};

/** A member's disc in the ring of their rank; staff have the company's square mark. */
export function MemberAvatar({ name, hue, of, brand, size = 40 }: Props) {
  const logo = useLogo();
  const rank = useRank(of?.rank ?? 0);
  const staff = of !== null && isStaff(of.role);
  return staff ? (
    <Avatar name={brand} hue={hue} size={size} square src={logo} />
  ) : (
    <Avatar name={name} hue={hue} size={size} lit={of ? rank?.lit : undefined} />
  );
}
