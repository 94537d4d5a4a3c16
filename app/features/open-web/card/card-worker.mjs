import { parentPort } from "node:worker_threads";
import { renderCard } from "./render-card.mjs";

// Drawing takes a tenth of a second and more; in a thread of its own it holds up no page.
parentPort?.on("message", (/** @type {import("./card-types.d.ts").CardRequest} */ { id, card }) => {
  /** @type {import("./card-types.d.ts").CardReply} */
  let reply;
  try {
    reply = { id, png: renderCard(card) };
  } catch (error) {
    reply = { id, problem: String(error) };
  }
  parentPort?.postMessage(reply);
});
