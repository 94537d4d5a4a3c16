import { parseArgs } from "node:util";
import { createCommunity } from "#app/features/communities/create-community.server.ts";
import { themeSchema } from "#app/features/communities/theme/theme-schema.ts";
import { inTransaction } from "#db/transaction.server.ts";
import type { Command } from "./command.ts";
import { UsageError } from "./usage-error.ts";

export const createCommunityCommand: Command = {
  usage: "create-community --slug SLUG --name NAME --host HOST [--locale en|ar] [--brand #0a5a6b]",
  summary: "makes a community that answers at a host name",
  run: async ({ args, connection, print }) => {
    const { values } = parseArgs({
      args,
      options: {
        slug: { type: "string" },
        name: { type: "string" },
        host: { type: "string" },
        locale: { type: "string", default: "en" },
        brand: { type: "string", default: "#0a5a6b" },
      },
    });
    const { slug, name, host } = values;
    if (!slug || !name || !host) throw new UsageError("--slug, --name and --host are needed.");
    const theme = themeSchema.safeParse({ brand: values.brand });
    if (!theme.success) throw new UsageError("--brand is a colour such as #0a5a6b.");
    await inTransaction(connection.db, (tx) =>
      createCommunity(tx, {
        slug,
        name,
        hosts: [host],
        locale: values.locale,
        theme: theme.data,
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
