import { useFetcher } from "@remix-run/react";
import { useT } from "#app/i18n/use-t.tsx";
import { Icon } from "#app/ui/icon.tsx";
import { useRunning } from "#app/ui/use-running.ts";

type Props = {
  theme: "light" | "dark" | null;
  /** Path and query of the page it stands on. */
  to: string;
};

/** Light, dark, or as the system; works without JavaScript and comes back to the same place. */
export function ThemeChoice({ theme, to }: Props) {
  const t = useT();
  const fetcher = useFetcher();
  const running = useRunning();
  const choices = [
    { value: "system", label: t("reading.themeSystem"), icon: null, on: theme === null },
    { value: "light", label: t("reading.themeLight"), icon: "sun", on: theme === "light" },
    { value: "dark", label: t("reading.themeDark"), icon: "moon", on: theme === "dark" },
  ] as const;
  return (
    <fetcher.Form method="post" action="/display" id="theme" tabIndex={-1}>
      {running ? <input type="hidden" name="stay" value="1" /> : null}
      <input type="hidden" name="to" value={`${to}#theme`} />
      <fieldset className="pl-seg">
        <legend className="pl-hide">{t("reading.theme")}</legend>
        {choices.map(({ value, label, icon, on }) => (
          <button key={value} type="submit" name="theme" value={value} aria-pressed={on}>
            {icon ? <Icon name={icon} size={16} /> : null}
            {label}
          </button>
        ))}
      </fieldset>
    </fetcher.Form>
  );
}
