import { randomBytes } from "node:crypto";
import { query } from "./database.ts";
import { larkfield } from "./origins.ts";

/**
 * A member of one's own at a demo brand, verified, with the demo password, of a rank that posts links
 * and pictures when no other is given; gives the handle.
 */
export async function newWriter(origin = larkfield(), rank = 1): Promise<string> {
  const handle = `writer${randomBytes(4).toString("hex")}`;
  const rows = await query(
    `insert into member (community_id, handle, handle_key, name, email, email_key,
       email_verified_at, rank, password_hash)
     select h.community_id, $2, $2, $3, $2 || '@example.com', $2 || '@example.com', now(), $4,
       (select m.password_hash from member m where m.community_id = h.community_id
          and m.password_hash is not null order by m.id limit 1)
     from community_host h where h.host = $1 returning 1`,
    [new URL(origin).hostname, handle, `Writer ${handle.slice(6)}`, rank],
  );
  if (rows.length === 0) throw new Error(`there is no community at ${origin}`);
  return handle;
}
