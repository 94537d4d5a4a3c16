import type { Ctx } from "#app/lib/ctx.ts";
import { NotFoundError } from "#app/lib/errors.ts";

/** The stored safe HTML of a community's guidelines or terms. Throws NotFoundError when it has none. */
export async function getPolicyPage(ctx: Ctx, name: "guidelines" | "terms"): Promise<string> {
  const row = await ctx.db
    .selectFrom("community")
    .select(name === "guidelines" ? "guidelines_html as html" : "terms_html as html")
    .where("id", "=", ctx.community.id)
    .executeTakeFirst();
  if (!row || row.html === "") throw new NotFoundError();
  return row.html;
}
