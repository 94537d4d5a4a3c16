import { useT } from "#app/i18n/use-t.tsx";
import { Act, Button } from "#app/ui/button.tsx";
import type { FollowKind } from "#db/schema-threads.ts";
import { ActionForm } from "./action-form.tsx";

type Props = {
  kind: FollowKind;
  /** A thread's id, a space's or tag's slug, a handle. */
  subject: string;
  /** Read in the button's name. */
  name: string;
  on: boolean;
  /** Under a post, among its other actions. */
  small?: boolean;
};

/** Follows something, or no longer; says which of the two it will do, so that a repeat is harmless. */
export function FollowButton({ kind, subject, name, on, small }: Props) {
  const t = useT();
  const label = t(on ? "follow.following" : "follow.follow");
  const look = {
    name: "on",
    value: on ? "no" : "yes",
    "aria-pressed": on,
    "aria-label": t("follow.name", { name }),
    "data-key": kind === "member" ? undefined : "follow",
  };
  return (
    <ActionForm action="/follow">
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="subject" value={subject} />
      {small ? (
        <Act {...look} icon={on ? "check" : "bell"} label={label} />
      ) : (
        <Button {...look} icon={on ? "check" : "bell"}>
          {label}
        </Button>
      )}
    </ActionForm>
  );
}
