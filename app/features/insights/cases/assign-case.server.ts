import type { Ctx } from "#app/lib/ctx.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { listStaff } from "./list-staff.server.ts";
import { takeUp, type ClusterRef } from "./take-up.server.ts";

/**
 * Says who of the staff looks after a cluster; `null`: nobody.
 * @throws as takeUp; InvalidError when the member is none of the staff
 */
export async function assignCase(
  ctx: Ctx,
  { memberId, ...cluster }: ClusterRef & { memberId: number | null },
): Promise<void> {
  await takeUp(ctx, cluster, async (tx, caseId) => {
    const staff = memberId === null ? [] : await listStaff({ ...ctx, db: tx });
    if (memberId !== null && !staff.some(({ id }) => id === memberId)) {
      throw new InvalidError({ member: { key: "lookedFor.notStaff" } });
    }
    await tx
      .updateTable("search_case")
      .set({ assignee_id: memberId })
      .where("community_id", "=", ctx.community.id)
      .where("id", "=", caseId)
      .execute();
  });
}
