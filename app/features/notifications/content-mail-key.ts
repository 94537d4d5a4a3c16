/** Mails about an answer: told once an answer, however often the fact comes. */
export type ContentMail = {
  kind: "new_answer" | "answer_accepted";
  threadId: number;
  postId: number;
};

/** The dedupe key of such a mail. */
export function contentMailKey({ kind, threadId, postId }: ContentMail): string {
  return `${kind}:${threadId}:${postId}`;
}

/** What a dedupe key's mail is about; `null` for a mail about an account. */
export function readContentMailKey(key: string): ContentMail | null {
  const parts = /^(new_answer|answer_accepted):(\d+):(\d+)$/.exec(key);
  if (!parts) return null;
  return {
    kind: parts[1] as ContentMail["kind"],
    threadId: Number(parts[2]),
    postId: Number(parts[3]),
  };
}
