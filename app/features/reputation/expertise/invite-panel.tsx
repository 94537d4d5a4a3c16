import type { ComponentType, ReactNode } from "react";
import { SmallMarks } from "#app/features/members/components/author-marks.tsx";
import { MemberAvatar } from "#app/features/members/components/member-avatar.tsx";
import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import { Hidden } from "#app/ui/layout.tsx";
import { People } from "#app/ui/people.tsx";
import { RailSection } from "#app/ui/rail.tsx";
import type { InvitePanel } from "./get-invite-panel.server.ts";
import type { SuggestedExpert } from "./suggest-experts.server.ts";

/** A form of one button that stays on the page where it can. */
type SmallForm = ComponentType<{ action: string; children: ReactNode }>;
type Props = { panel: InvitePanel; threadId: number; brand: string; form: SmallForm };

/** Beside an open question, for its asker and staff: who may know the answer, and a way to ask them. */
export function InvitePanelView({ panel, threadId, brand, form: SmallForm }: Props) {
  const t = useT();
  const { suggested, invited } = panel;
  if (suggested.length + invited.length === 0) return null;
  return (
    <RailSection title={t("seen.inviteTitle")} id="invite">
      {suggested.length > 0 ? <p className="pl-meta">{t("seen.inviteText")}</p> : null}
      <People
        items={[
          ...suggested.map((expert) => ({
            ...lineOf(expert, brand),
            wrap: true,
            note: (
              <>
                <Why expert={expert} />
                <SmallMarks of={expert} />
              </>
            ),
            end: (
              <SmallForm action={`/t/${threadId}/do/invite`}>
                <input type="hidden" name="member" value={expert.memberId} />
                <Button size="sm">
                  {t("seen.invite")}
                  <Hidden> {expert.name}</Hidden>
                </Button>
              </SmallForm>
            ),
          })),
          ...invited.map((member) => ({
            ...lineOf(member, brand),
            note: t("seen.invited"),
          })),
        ]}
      />
    </RailSection>
  );
}

function lineOf(member: InvitePanel["invited"][number], brand: string) {
  const { name, hue, handle } = member;
  return {
    name,
    hue,
    href: `/m/${handle}`,
    avatar: <MemberAvatar name={name} hue={hue} of={member} brand={brand} size={32} />,
  };
}

function Why({ expert }: { expert: SuggestedExpert }) {
  const t = useT();
  const { tags, answers, accepted, similar } = expert;
  if (tags.length > 0) {
    const named = new Intl.ListFormat(t.locale, { type: "conjunction" }).format(tags.slice(0, 2));
    return (
      <>
        {t("seen.whyTags", { tags: named, answers })}
        {accepted > 0 ? ` · ${t("seen.whyAccepted", { count: accepted })}` : null}
      </>
    );
  }
  return (
    <>
      {similar > 0
        ? t("seen.whySimilar", { count: similar })
        : t("seen.whySpace", { count: answers })}
    </>
  );
}
