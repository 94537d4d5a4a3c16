const ID = "announcer";

/**
 * The place that screen readers listen to. Empty, and none of React's business: `announce` and
 * public/reading.js write into it, also before the application runs.
 */
export function Announcer() {
  return (
    <output
      id={ID}
      className="pl-hide"
      suppressHydrationWarning
      dangerouslySetInnerHTML={{ __html: "" }}
    />
  );
}

/** Has a screen reader say `text` when it comes to it; the same text twice is said twice. */
export function announce(text: string): void {
  const place = document.getElementById(ID);
  if (!place) return;
  place.textContent = "";
  requestAnimationFrame(() => {
    place.textContent = text;
  });
}
