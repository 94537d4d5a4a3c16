import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in what the server wrote and while it is taken over, true once the application runs. */
export function useRunning(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
