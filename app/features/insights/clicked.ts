/** Where a click on a result is noted. */
const address = (token: string, threadId: number): string =>
  `/search/clicked?${new URLSearchParams({ s: token, t: String(threadId) }).toString()}`;

/** Firefox knows the attribute and, as it comes, sends nothing. */
function sendsPings(): boolean {
  return "ping" in HTMLAnchorElement.prototype && !navigator.userAgent.includes("Firefox/");
}

/** Notes a click that no link makes, such as the choice of a suggestion by keyboard. */
export function sendClicked(token: string | null, threadId: number): void {
  if (token) navigator.sendBeacon(address(token, threadId));
}

export type ClickedProps = { ping?: string; onClick?: () => void; onAuxClick?: () => void };

/**
 * For a link to a result: has the browser say that it was opened, without waiting for it. Works without
 * scripts where browsers send pings. Nothing for a search that wasn't kept.
 */
export function clickedProps(token: string | null, threadId: number): ClickedProps {
  if (!token) return {};
  const beacon = () => {
    if (!sendsPings()) sendClicked(token, threadId);
  };
  return { ping: address(token, threadId), onClick: beacon, onAuxClick: beacon };
}
