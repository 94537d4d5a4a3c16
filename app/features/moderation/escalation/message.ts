/** What a ticket system is sent; documented in docs/escalation.md. */
export type EscalationMessage = {
  version: 1;
  type: "escalation.opened" | "escalation.test";
  id: number;
  /** Ours, for the ticket: it comes back in subjects and messages. */
  reference: string;
  community: { slug: string; name: string };
  case: { id: number; queue: string } | null;
  thread: { id: number; title: string; url: string } | null;
  /** What is found of personal data in it is masked. */
  post: { id: number; url: string; excerpt: string; text: string } | null;
  member: {
    name: string;
    handle: string;
    /** What the member is in the systems that members were imported from. */
    external: { source: string; id: string }[];
  } | null;
  note: string;
  createdAt: string;
  /** Where the outcome is sent. */
  outcomeUrl: string;
};
