import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from "lucia";
import { hashToken } from "#app/lib/tokens.server.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import type { Db } from "#db/client.server.ts";

export type SessionAttributes = { userAgent: string; network: string };
export type MemberAttributes = {
  handle: string;
  name: string;
  role: MemberRole;
  verified: boolean;
  locale: string | null;
};

/** However often it is used, a session ends this long after signing in. */
const LIFE_DAYS = 180;

function oldest(): Date {
  return new Date(Date.now() - LIFE_DAYS * 24 * 60 * 60 * 1_000);
}

declare module "lucia" {
  interface Register {
    Lucia: Lucia<SessionAttributes, MemberAttributes>;
    UserId: number;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: MemberAttributes;
  }
}

/**
 * Lucia's storage in our tables, for one community. Only the SHA-256 of a session id is kept, so
 * that nobody can sign in with what a copy of the database holds; ids of listed sessions are
 * therefore hashes.
 */
export function sessionAdapter(db: Db, communityId: number): Adapter {
  return {
    async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
      const row = await db
        .selectFrom("member_session as s")
        .innerJoin("member as m", (join) =>
          join.onRef("m.community_id", "=", "s.community_id").onRef("m.id", "=", "s.member_id"),
        )
        .select(["s.expires_at", "s.user_agent", "s.network"])
        .select(["m.id", "m.handle", "m.name", "m.role", "m.email_verified_at", "m.locale"])
        .where("s.id_hash", "=", hashToken(sessionId))
        .where("s.community_id", "=", communityId)
        .where("s.created_at", ">", oldest())
        .executeTakeFirst();
      if (!row) return [null, null];
      return [
        {
          // Lucia goes on with this id, so it must be the one presented.
          id: sessionId,
          userId: row.id,
          expiresAt: row.expires_at,
          attributes: { userAgent: row.user_agent, network: row.network },
        },
        {
          id: row.id,
          attributes: {
            handle: row.handle,
            name: row.name,
            role: row.role,
            verified: row.email_verified_at !== null,
            locale: row.locale,
          },
        },
      ];
    },

    async getUserSessions(memberId) {
      const rows = await db
        .selectFrom("member_session")
        .select(["id_hash", "expires_at", "user_agent", "network"])
        .where("community_id", "=", communityId)
        .where("member_id", "=", memberId)
        .execute();
      return rows.map((row) => ({
        id: row.id_hash,
        userId: memberId,
        expiresAt: row.expires_at,
        attributes: { userAgent: row.user_agent, network: row.network },
      }));
    },

    async setSession(session) {
      await db
        .insertInto("member_session")
        .values({
          id_hash: hashToken(session.id),
          community_id: communityId,
          member_id: session.userId,
          expires_at: session.expiresAt,
          user_agent: session.attributes.userAgent,
          network: session.attributes.network,
        })
        .execute();
    },

    async updateSessionExpiration(sessionId, expiresAt) {
      await db
        .updateTable("member_session")
        .set({ expires_at: expiresAt })
        .where("id_hash", "=", hashToken(sessionId))
        .where("community_id", "=", communityId)
        .execute();
    },

    async deleteSession(sessionId) {
      await db
        .deleteFrom("member_session")
        .where("id_hash", "=", hashToken(sessionId))
        .where("community_id", "=", communityId)
        .execute();
    },

    async deleteUserSessions(memberId) {
      await db
        .deleteFrom("member_session")
        .where("community_id", "=", communityId)
        .where("member_id", "=", memberId)
        .execute();
    },

    async deleteExpiredSessions() {
      await db.deleteFrom("member_session").where("expires_at", "<", new Date()).execute();
    },
  };
}
