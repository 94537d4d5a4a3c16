/** A thread of the test community: what a customer asked, and what solved it. */
export type TestThread = {
  key: string;
  title: string;
  text: string;
  solution?: string;
  tags?: string[];
  space?: "general" | "mobile" | "billing";
  author?: string;
  kind?: "question" | "discussion" | "idea" | "announcement";
  helpful?: number;
};
