import { useFetcher } from "@remix-run/react";
import { useSyncExternalStore, type ReactNode } from "react";

const never = () => () => {};

/**
 * A small form of one or few buttons. Without JavaScript it posts and comes back to the post; with it
 * the page stays where it is and only its data is read again.
 */
export function ActionForm({ action, children }: { action: string; children: ReactNode }) {
  const fetcher = useFetcher();
  const running = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  return (
    <fetcher.Form method="post" action={action}>
      {running ? <input type="hidden" name="stay" value="1" /> : null}
      {children}
    </fetcher.Form>
  );
}
