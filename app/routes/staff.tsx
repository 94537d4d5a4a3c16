import { redirect } from "@remix-run/node";
import { Outlet, useLoaderData, useLocation } from "@remix-run/react";
import { StaffFrame } from "#app/features/communities/components/staff-frame.tsx";
import { assertCan, can } from "#app/features/members/policy.ts";
import { page } from "#app/http/respond.server.ts";

/** The frame of the staff's pages. Each page asks again what its reader may do. */
export const loader = page((ctx) => {
  assertCan(ctx.actor, "tune_search", null);
  if (new URL(ctx.request.url).pathname === "/staff") {
    throw redirect("/staff/desk");
  }
  return Promise.resolve({
    may: {
      origins: can(ctx.actor, "set_origins", null),
      calls: can(ctx.actor, "reputation.setRules", null),
      clocks: can(ctx.actor, "desk.setClocks", null),
    },
  });
});

export default function Staff() {
  const { may } = useLoaderData<typeof loader>();
  const { pathname } = useLocation();
  return (
    <StaffFrame path={pathname} may={may}>
      <Outlet />
    </StaffFrame>
  );
}
