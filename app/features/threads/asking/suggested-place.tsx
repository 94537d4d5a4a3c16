import { useT } from "#app/i18n/use-t.tsx";
import { Button } from "#app/ui/button.tsx";
import type { Place } from "./choose-place.ts";

type TakeProps = {
  /** False before the page's script runs: then the button sends the form to be shown again. */
  live: boolean;
  onTake: (value: string) => void;
};

/** Takes a suggestion, here or by the server. */
function TakeButton(
  props: TakeProps & { name: string; value: string; label: string; add?: boolean },
) {
  const { live, onTake, name, value, label, add } = props;
  return (
    <Button
      type={live ? "button" : "submit"}
      name={name}
      value={value}
      size="sm"
      icon={add ? "plus" : undefined}
      formNoValidate
      onClick={(event) => {
        event.preventDefault();
        onTake(value);
      }}
    >
      <span dir="auto">{label}</span>
    </Button>
  );
}

/** Where a question seems to belong, to be taken by a button: nothing moves by itself. */
export function SuggestedSpace({ space, ...take }: TakeProps & { space: Place | null }) {
  const t = useT();
  return (
    <div className="pl-suggested">
      <output className="pl-hint">{space ? t("ask.looksLike", { space: space.name }) : ""}</output>
      {space ? (
        <TakeButton
          {...take}
          name="takeSpace"
          value={space.slug}
          label={t("ask.takeSpace", { space: space.name })}
        />
      ) : null}
    </div>
  );
}

/** Tags that similar questions have, each added by a button. */
export function SuggestedTags({ tags, ...take }: TakeProps & { tags: string[] }) {
  const t = useT();
  if (tags.length === 0) return null;
  return (
    <div className="pl-suggested">
      <p className="pl-hint" id="suggested-tags">
        {t("ask.tagsSimilar")}
      </p>
      <ul className="pl-chips" aria-labelledby="suggested-tags">
        {tags.map((tag) => (
          <li key={tag}>
            <TakeButton {...take} name="takeTag" value={tag} label={tag} add />
          </li>
        ))}
      </ul>
    </div>
  );
}
