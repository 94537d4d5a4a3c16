import { loadCommunity } from "#app/features/communities/load-community.server.ts";
import { tidyLine } from "#app/features/members/one-line-text.ts";
import { getLog } from "#app/lib/log.server.ts";
import type { Db } from "#db/client.server.ts";
import { readContentMailKey } from "./content-mail-key.ts";
import { readableAnswer } from "./readable-answer.server.ts";
import { sender, smtp } from "./smtp.server.ts";

type MailRef = { communityId: number; mailId: number };

function loadMail(db: Db, ref: MailRef) {
  return db
    .selectFrom("mail")
    .select([
      "dedupe_key",
      "to_address",
      "subject",
      "html",
      "text",
      "created_at",
      "unsubscribe_url",
    ])
    .where("community_id", "=", ref.communityId)
    .where("id", "=", ref.mailId)
    .where("sent_at", "is", null)
    .executeTakeFirst();
}

/** A mail that waited must not bring what was hidden or closed to its reader meanwhile. */
async function mayStillGo(db: Db, communityId: number, key: string): Promise<boolean> {
  const about = readContentMailKey(key);
  if (!about) return true;
  const reader = about.kind === "new_answer" ? "asker" : "author";
  return (await readableAnswer(db, { communityId, ...about }, reader)) !== null;
}

/** By which mail programs offer to end such mails with one click. Source: RFC 2369, RFC 8058. */
function unsubscribeHeaders(url: string | null): Record<string, string> {
  if (url === null) return {};
  return { "List-Unsubscribe": `<${url}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" };
}

/** True when the receiving server refuses this recipient or message for good. */
function isRefused(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === "EENVELOPE" || code === "EMESSAGE") && (responseCode ?? 0) >= 500;
}

/**
 * Job: sends a written mail by SMTP. Without SMTP it stays for the outbox page. At least once: a
 * repeat has the same Message-ID, by which mail programs know it. Once sent, its body is forgotten,
 * as a link in it may be a credential. Throws when the server is away, so that the queue tries again.
 */
export async function sendMail(db: Db, ref: MailRef): Promise<void> {
  const transport = smtp();
  if (!transport) return;
  const [mail, community] = await Promise.all([
    loadMail(db, ref),
    loadCommunity(db, ref.communityId),
  ]);
  if (!mail || !community) return;
  const row = () =>
    db
      .updateTable("mail")
      .set({ sent_at: new Date(), html: "", text: "", unsubscribe_url: null })
      .where("community_id", "=", ref.communityId)
      .where("id", "=", ref.mailId)
      .execute();
  if (!(await mayStillGo(db, ref.communityId, mail.dedupe_key))) {
    await row();
    return;
  }
  const from = sender(community);
  try {
    await transport.sendMail({
      from: { name: tidyLine(from.name), address: from.address },
      to: { name: "", address: mail.to_address },
      subject: tidyLine(mail.subject),
      html: mail.html,
      text: mail.text,
      date: mail.created_at,
      messageId: `<${ref.communityId}.${ref.mailId}.mail@${new URL(community.baseUrl).hostname}>`,
      headers: {
        "Auto-Submitted": "auto-generated",
        "X-Auto-Response-Suppress": "All",
        ...unsubscribeHeaders(mail.unsubscribe_url),
      },
    });
  } catch (error) {
    if (!isRefused(error)) throw error;
    getLog().warn({ community: community.slug, mail: ref.mailId, err: error }, "mail refused");
  }
  await row();
}
