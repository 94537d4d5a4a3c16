import type { Generated } from "kysely";
import type { MaybeStamp, Stamp } from "./column-types.ts";

/** An address that can't sign up. */
export type BlockedAddressTable = {
  community_id: number;
  id: Generated<number>;
  /** HMAC-SHA-256, hex. */
  address_hash: string;
  /** Whose it was. */
  member_id: number | null;
  created_at: Stamp;
};

/** An address that staff took from an account, kept for a time so that it can be given back. */
export type SealedAddressTable = {
  community_id: number;
  member_id: number;
  sealed: string;
  verified_at: MaybeStamp;
  created_at: Stamp;
};

export type VerbTables = {
  blocked_address: BlockedAddressTable;
  sealed_address: SealedAddressTable;
};
