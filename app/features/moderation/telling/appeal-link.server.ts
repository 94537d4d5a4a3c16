import { appealToken } from "../appeal-decision.server.ts";

/** The path under which a decision is appealed, signed in or not. */
export function appealPath(communityId: number, decisionId: number): string {
  return `/appeal/${decisionId}-${appealToken(communityId, decisionId)}`;
}

/** The last part of such a path → the decision and its token; `null` for anything else. */
export function readAppealPart(part: string): { decisionId: number; token: string } | null {
  const found = /^([1-9]\d{0,14})-([\w-]{20,100})$/.exec(part);
  return found ? { decisionId: Number(found[1]), token: found[2]! } : null;
}
