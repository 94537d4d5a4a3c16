import { sql } from "kysely";
import type { Adapter, DatabaseSession, DatabaseUser, Lucia } from "lucia";
import { hashToken } from "#app/lib/tokens.server.ts";
import type { Power } from "#app/lib/powers.ts";
import type { MemberRole } from "#app/lib/roles.ts";
import type { Db } from "#db/client.server.ts";
import { moderatedSpaces, sanctionsNow, standingOf } from "../standing.server.ts";
import { listedRanks, rankAndPowers } from "./rank-and-powers.server.ts";

export type SessionAttributes = { userAgent: string; network: string };
export type MemberAttributes = {
  handle: string;
  name: string;
  role: MemberRole;
  verified: boolean;
  locale: string | null;
  rank: { index: number; key: string };
  powers: ReadonlySet<Power>;
  moderates: ReadonlySet<number>;
  silenced?: { until: Date | null };
};

/** However often it is used, a session ends this long after signing in. */
const LIFE_DAYS = 180;

function oldest(): Date {
  return new Date(Date.now() - LIFE_DAYS * 24 * 60 * 60 * 1_000);
}

/** Whether the member's term in the programme is over by today's date (UTC). */
const termIsOver = sql<boolean>`exists (
  select from programme_term term
  where term.community_id = m.community_id and term.member_id = m.id
    and term.state = 'active' and term.ends_on <= (now() at time zone 'UTC')::date
)`;

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
        .select([
          "m.id",
          "m.handle",
          "m.name",
          "m.role",
          "m.email_verified_at",
          "m.locale",
          "m.rank",
        ])
        .select(listedRanks(communityId).as("ranks"))
        .select(termIsOver.as("term_over"))
        .select([sanctionsNow("m").as("sanctions"), moderatedSpaces("m").as("spaces")])
        .where("s.id_hash", "=", hashToken(sessionId))
        .where("s.community_id", "=", communityId)
        .where("s.created_at", ">", oldest())
        .executeTakeFirst();
      if (!row) return [null, null];
      const standing = standingOf(row.sanctions);
      // The session stays: it goes on when the suspension is over.
      if (standing.shutOut) return [null, null];
      // Powers end with the term, whether or not the hourly job has run.
      const role = row.role === "super_user" && row.term_over ? "member" : row.role;
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
            role,
            verified: row.email_verified_at !== null,
            locale: row.locale,
            ...rankAndPowers({ ...row, role }),
            moderates: new Set(row.spaces),
            ...(standing.silenced ? { silenced: standing.silenced } : {}),
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
