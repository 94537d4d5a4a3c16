import type { ThreadPage } from "../thread-view.ts";

/** What a post must know of the page it stands on. */
export type Scene = {
  brand: string;
  guest: boolean;
  question: boolean;
  /** "I have this too" or "I want this" stands in for the vote on the opening post. */
  counted: boolean;
  acceptedId: number | null;
  /** There is an answer box that takes quotes. */
  canAnswer: boolean;
};

/** The scene of a thread page. */
export function sceneOf(page: ThreadPage, brand: string, guest: boolean): Scene {
  return {
    brand,
    guest,
    question: page.thread.kind === "question",
    counted: page.thread.kind === "question" || page.thread.kind === "idea",
    acceptedId: page.thread.acceptedPostId,
    canAnswer: page.thread.can.answer,
  };
}
