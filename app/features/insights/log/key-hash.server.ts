import { sql, type RawBuilder } from "kysely";

/** What a query is counted by once its words are gone: half of a SHA-256, hex. */
export function keyHash(key: RawBuilder<unknown>): RawBuilder<string> {
  return sql<string>`left(encode(sha256(convert_to(${key}, 'UTF8')), 'hex'), 32)`;
}
