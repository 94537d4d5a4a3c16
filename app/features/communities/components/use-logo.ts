import { useRouteLoaderData } from "@remix-run/react";

/** Address of the community's mark, for what the brand itself says; `undefined` without one. */
export function useLogo(): string | undefined {
  const root = useRouteLoaderData("root") as { community?: { logoUrl: string | null } } | undefined;
  return root?.community?.logoUrl ?? undefined;
}
