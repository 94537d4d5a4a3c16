import { joinClasses } from "./join-classes.ts";

/**
 * A post's stored HTML. Only what our allow-list serializer wrote may come here: it goes into the
 * page as it is.
 */
export function Prose({ html, small }: { html: string; small?: boolean }) {
  return (
    <div
      className={joinClasses("pl-prose", small && "pl-prose--sm")}
      dir="auto"
      // public/reading.js adds a button to code, maybe before the application starts.
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
