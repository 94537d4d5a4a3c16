import { InvalidError, type FieldErrors } from "#app/lib/errors.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import { publish } from "#app/events/publish.server.ts";
import { avatarHue } from "#app/ui/avatar-hue.ts";
import type { Db } from "#db/client.server.ts";
import { inTransaction } from "#db/transaction.server.ts";
import { brokenConstraint } from "./broken-constraint.server.ts";
import { checkName } from "./display-name.ts";
import { parseEmail } from "./email-address.ts";
import { checkHandle } from "./handle.ts";
import { passwordProblem } from "./password-rules.ts";
import { hashPassword } from "./password.server.ts";

export type NewMember = {
  name: string;
  handle: string;
  email: string;
  password: string;
  role: MemberRole;
};

function check(input: NewMember) {
  const fields: FieldErrors = {};
  const name = checkName(input.name, null);
  const handle = checkHandle(input.handle, null);
  const address = parseEmail(input.email);
  const problem = passwordProblem(input.password, [input.email, input.handle, input.name]);
  if ("problem" in name) fields.name = name.problem;
  if ("problem" in handle) fields.handle = handle.problem;
  if (!address) fields.email = { key: "account.emailShape" };
  if (problem) fields.password = problem;
  if ("problem" in name || "problem" in handle || !address || problem)
    throw new InvalidError(fields);
  return { ...name, ...handle, address };
}

/**
 * Makes a member on the operator's word: any role and name, with a verified address; gives the id.
 * Throws InvalidError by field.
 */
export async function createMember(db: Db, communityId: number, input: NewMember): Promise<number> {
  const { name, handle, key, address } = check(input);
  const passwordHash = await hashPassword(input.password);
  try {
    return await inTransaction(db, async (tx) => {
      const member = await tx
        .insertInto("member")
        .values({
          community_id: communityId,
          name,
          handle,
          handle_key: key,
          email: address.email,
          email_key: address.key,
          email_verified_at: new Date(),
          password_hash: passwordHash,
          role: input.role,
          hue: avatarHue(key),
        })
        .returning("id")
        .executeTakeFirstOrThrow();
      await publish(tx, {
        communityId,
        actorId: null,
        type: "member.joined",
        payload: { memberId: member.id },
      });
      return member.id;
    });
  } catch (error) {
    const constraint = brokenConstraint(error);
    if (constraint === null) throw error;
    throw new InvalidError(
      constraint === "member_email"
        ? { email: { key: "account.emailInUse" } }
        : { handle: { key: "account.handleTaken" } },
    );
  }
}
