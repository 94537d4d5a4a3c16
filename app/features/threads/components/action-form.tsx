import { useFetcher } from "@remix-run/react";
import type { ReactNode } from "react";
import { useRunning } from "#app/ui/use-running.ts";

/**
 * A small form of one or few buttons. Without JavaScript it posts and comes back to the post; with it
 * the page stays where it is and only its data is read again.
 */
export function ActionForm({ action, children }: { action: string; children: ReactNode }) {
  const fetcher = useFetcher();
  const running = useRunning();
  return (
    <fetcher.Form method="post" action={action}>
      {running ? <input type="hidden" name="stay" value="1" /> : null}
      {children}
    </fetcher.Form>
  );
}
