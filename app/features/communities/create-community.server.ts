import { createHash } from "node:crypto";
import type { MemberRole, Role } from "#app/lib/roles.ts";
import type { Tx } from "#db/client.server.ts";
import { compileTheme } from "./theme/compile-theme.ts";
import type { Theme } from "./theme/theme-schema.ts";

export type NewCommunity = {
  slug: string;
  name: string;
  tagline?: string;
  /** The first is the one links use. */
  hosts: string[];
  locale: string;
  /** Leaves the language of the pages to each guest's browser. */
  localeOpen?: boolean;
  timeZone?: string;
  theme: Theme;
  /** Its square mark: an SVG document with a background of its own. */
  logoSvg?: string;
  guidelines?: { markdown: string; html: string };
  terms?: { markdown: string; html: string };
  spaces: {
    slug: string;
    name: string;
    description: string;
    icon: string;
    readRole?: Role;
    postRole?: MemberRole;
  }[];
};

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}

/** Makes a community with its hosts, theme and spaces; gives its id. Throws what the database refuses. */
export async function createCommunity(tx: Tx, input: NewCommunity): Promise<number> {
  const css = compileTheme(input.theme);
  const { id } = await tx
    .insertInto("community")
    .values({
      slug: input.slug,
      name: input.name,
      tagline: input.tagline ?? "",
      locale: input.locale,
      locale_open: input.localeOpen ?? false,
      time_zone: input.timeZone ?? "UTC",
      logo_svg: input.logoSvg ?? "",
      logo_hash: input.logoSvg ? hashOf(input.logoSvg) : "",
      theme: JSON.stringify(input.theme),
      theme_css: css,
      theme_hash: hashOf(css),
      guidelines: input.guidelines?.markdown ?? "",
      guidelines_html: input.guidelines?.html ?? "",
      terms: input.terms?.markdown ?? "",
      terms_html: input.terms?.html ?? "",
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await tx
    .insertInto("community_host")
    .values(
      input.hosts.map((host, index) => ({
        host: host.toLowerCase(),
        community_id: id,
        is_primary: index === 0,
      })),
    )
    .execute();
  await tx
    .insertInto("space")
    .values(
      input.spaces.map((space, position) => ({
        community_id: id,
        slug: space.slug,
        name: space.name,
        description: space.description,
        icon: space.icon,
        position,
        read_role: space.readRole ?? "guest",
        post_role: space.postRole ?? "member",
      })),
    )
    .execute();
  return id;
}
