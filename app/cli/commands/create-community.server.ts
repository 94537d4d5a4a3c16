import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { createCommunity } from "#app/features/communities/create-community.server.ts";
import { themeSchema } from "#app/features/communities/theme/theme-schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

const MAX_LOGO = 50_000;

function readLogo(file: string): string {
  if (!existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  const svg = readFileSync(file, "utf8");
  if (!/<svg[\s>]/.test(svg) || svg.length > MAX_LOGO) {
    throw new UsageError("--logo is an SVG file of at most 50,000 characters.");
  }
  return svg;
}

export const createCommunityCommand: Command = {
  usage:
    "create-community --slug SLUG --name NAME --host HOST [--locale en|de|ar] [--locale-open] [--brand #0a5a6b] [--logo FILE.svg]",
  summary: "makes a community that answers at a host name",
  run: async ({ args, cwd, connection, print }) => {
    const { values } = parseArgs({
      args,
      options: {
        slug: { type: "string" },
        name: { type: "string" },
        host: { type: "string" },
        locale: { type: "string", default: "en" },
        "locale-open": { type: "boolean", default: false },
        brand: { type: "string", default: "#0a5a6b" },
        logo: { type: "string" },
      },
    });
    const { slug, name, host } = values;
    if (!slug || !name || !host) throw new UsageError("--slug, --name and --host are needed.");
    const theme = themeSchema.safeParse({ brand: values.brand });
    if (!theme.success) throw new UsageError("--brand is a colour such as #0a5a6b.");
    const logo = values.logo ? readLogo(path.resolve(cwd, values.logo)) : undefined;
    await inTransaction(connection.db, (tx) =>
      createCommunity(tx, {
        slug,
        name,
        hosts: [host],
        locale: values.locale,
        localeOpen: values["locale-open"],
        theme: theme.data,
        logoSvg: logo,
        spaces: [{ slug: "general", name: "General", description: "", icon: "message" }],
      }),
    ).catch((error: { code?: string }) => {
      if (error.code === "23505")
        throw new UsageError("That slug or host belongs to a community already.");
      if (error.code === "23514")
        throw new UsageError("--slug takes small letters, digits and hyphens.");
      throw error;
    });
    print(
      `Community "${name}" answers at ${host}. Next: create-member --community ${slug} --role admin …`,
    );
    return 0;
  },
};
