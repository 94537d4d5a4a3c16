import { parseArgs } from "node:util";
import { createMember } from "#app/features/members/create-member.server.ts";
import { InvalidError } from "#app/lib/errors.ts";
import { MEMBER_ROLES, type MemberRole } from "#app/lib/roles.ts";
import { newToken } from "#app/lib/tokens.server.ts";
import type { Command } from "./command.ts";
import { findCommunity } from "./find-community.server.ts";
import { UsageError } from "./usage-error.ts";

export const createMemberCommand: Command = {
  usage:
    "create-member --email ADDRESS --handle HANDLE --name NAME [--role member|super_user|moderator|admin] [--password WORDS] [--community SLUG]",
  summary: "makes a member with a verified address; prints a password when none is given",
  run: async ({ args, connection: { db }, print }) => {
    const { values } = parseArgs({
      args,
      options: {
        email: { type: "string" },
        handle: { type: "string" },
        name: { type: "string" },
        role: { type: "string", default: "member" },
        password: { type: "string" },
        community: { type: "string" },
      },
    });
    const { email, handle, name } = values;
    if (!email || !handle || !name)
      throw new UsageError("--email, --handle and --name are needed.");
    if (!(MEMBER_ROLES as readonly string[]).includes(values.role)) {
      throw new UsageError(`--role is one of ${MEMBER_ROLES.join(", ")}.`);
    }
    const community = await findCommunity(db, values.community);
    const password = values.password ?? newToken().slice(0, 20);
    const role = values.role as MemberRole;
    try {
      await createMember(db, community.id, { email, handle, name, role, password });
    } catch (error) {
      if (!(error instanceof InvalidError)) throw error;
      const wrong = Object.entries(error.fields).map(([field, { key }]) => `--${field} (${key})`);
      throw new UsageError(`Can't be used: ${wrong.join(", ")}`);
    }
    print(
      `Member ${handle} (${role}) of ${community.name} can sign in at ${community.baseUrl}/sign-in`,
    );
    if (!values.password) print(`Password: ${password}`);
    return 0;
  },
};
