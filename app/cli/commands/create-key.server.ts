import { parseArgs } from "node:util";
import { MEMBER_ROLES, type MemberRole } from "#app/lib/roles.ts";
import { hashToken, newToken } from "#app/lib/tokens.server.ts";
import type { Command } from "./command.ts";
import { findCommunity } from "./find-community.server.ts";
import { UsageError } from "./usage-error.ts";

export const createKeyCommand: Command = {
  usage: "create-key --name NAME [--role member|super_user|moderator|admin] [--community SLUG]",
  summary: "makes an API key and prints it once; only its hash is kept",
  run: async ({ args, connection: { db }, print }) => {
    const { values } = parseArgs({
      args,
      options: {
        name: { type: "string" },
        role: { type: "string", default: "member" },
        community: { type: "string" },
      },
    });
    if (!values.name) throw new UsageError("--name is needed: what will use the key?");
    if (!(MEMBER_ROLES as readonly string[]).includes(values.role)) {
      throw new UsageError(`--role is one of ${MEMBER_ROLES.join(", ")}.`);
    }
    const community = await findCommunity(db, values.community);
    const key = `pl_${newToken()}`;
    await db
      .insertInto("api_key")
      .values({
        community_id: community.id,
        key_hash: hashToken(key),
        name: values.name,
        role: values.role as MemberRole,
      })
      .execute();
    print(key);
    return 0;
  },
};
