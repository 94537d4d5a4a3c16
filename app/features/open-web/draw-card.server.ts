import path from "node:path";
import { Worker } from "node:worker_threads";
import { LRUCache } from "lru-cache";
import { once } from "#app/lib/once.server.ts";
import type { CardPicture, CardReply, CardRequest } from "./card/card-types.d.ts";

/** Beside the build, which it is not part of: a thread starts from a file of its own. */
const WORKER_FILE = path.resolve("app/features/open-web/card/card-worker.mjs");
const KEPT_BYTES = 32 * 1024 * 1024;
/** Cards that may wait to be drawn; one takes about a tenth of a second. */
const MOST_WAITING = 20;
const DRAWN_WITHIN = 10_000;
/** A thread that has nothing to draw gives its memory back. */
const IDLE_FOR = 60_000;

/** Thrown when so many cards wait that another one would come too late. */
export class CardsBusyError extends Error {}

/** Draws cards in a thread of its own, one after the other, and keeps the last ones by their hash. */
class CardDrawer {
  readonly #kept = new LRUCache<string, Uint8Array>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (png) => png.length,
  });
  readonly #underWay = new Map<string, Promise<Uint8Array>>();
  #last: Promise<unknown> = Promise.resolve();
  #worker: Worker | null = null;
  #idle: NodeJS.Timeout | undefined;
  #number = 0;

  kept(hash: string): Uint8Array | undefined {
    return this.#kept.get(hash);
  }

  draw(hash: string, load: () => Promise<CardPicture>): Promise<Uint8Array> {
    const same = this.#underWay.get(hash);
    if (same) return same;
    if (this.#underWay.size >= MOST_WAITING) return Promise.reject(new CardsBusyError());
    const drawn = this.#last
      .then(async () => this.#send(await load()))
      .then((png) => {
        this.#kept.set(hash, png);
        return png;
      })
      .finally(() => this.#underWay.delete(hash));
    this.#underWay.set(hash, drawn);
    this.#last = drawn.catch(() => null);
    return drawn;
  }

  #send(card: CardPicture): Promise<Uint8Array> {
    clearTimeout(this.#idle);
    const worker = (this.#worker ??= this.#start());
    const id = (this.#number += 1);
    return new Promise<Uint8Array>((resolve, reject) => {
      const late = setTimeout(() => fail(new Error("a card took too long to draw")), DRAWN_WITHIN);
      const done = () => {
        clearTimeout(late);
        worker.off("message", onReply).off("error", fail).off("exit", onExit);
        this.#idle = setTimeout(() => this.#stop(), IDLE_FOR).unref();
      };
      const fail = (error: Error) => {
        done();
        this.#stop();
        reject(error);
      };
      const onExit = () => fail(new Error("the thread that draws cards ended"));
      const onReply = (reply: CardReply) => {
        if (reply.id !== id) return;
        done();
        if ("png" in reply) resolve(reply.png);
        else reject(new Error(reply.problem));
      };
      worker.on("message", onReply).on("error", fail).on("exit", onExit);
      worker.postMessage({ id, card } satisfies CardRequest);
    });
  }

  #start(): Worker {
    const worker = new Worker(WORKER_FILE, { resourceLimits: { maxOldGenerationSizeMb: 128 } });
    worker.unref();
    return worker;
  }

  #stop(): void {
    const worker = this.#worker;
    this.#worker = null;
    void worker?.terminate();
  }
}

const drawer = () => once("card-drawer", () => new CardDrawer());

/** A card drawn before, as a PNG; undefined when it has to be drawn. */
export function keptCard(hash: string): Uint8Array | undefined {
  return drawer().kept(hash);
}

/**
 * A card as a PNG of 1200 × 630; the same card asked for twice is drawn once. Rejects with
 * CardsBusyError when too many wait, and with an Error when it can't be drawn.
 */
export function drawCard(hash: string, load: () => Promise<CardPicture>): Promise<Uint8Array> {
  return drawer().draw(hash, load);
}
