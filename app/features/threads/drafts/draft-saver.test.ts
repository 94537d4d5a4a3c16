import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createDraftSaver, type SaverStatus, type Sent } from "./draft-saver.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function setUp(answer: (sequence: number) => Sent | null, sequence = 0) {
  let content = "";
  const sent: { content: string; sequence: number; leaving: boolean }[] = [];
  const statuses: SaverStatus[] = [];
  const waiting: (() => void)[] = [];
  let held = false;
  const saver = createDraftSaver({
    read: () => content,
    opened: "",
    send: async (text, own, leaving) => {
      sent.push({ content: text, sequence: own, leaving });
      if (held) await new Promise<void>((resolve) => waiting.push(resolve));
      return answer(own);
    },
    onStatus: (status) => statuses.push(status),
    sequence,
  });
  const type = (text: string) => {
    content = text;
    saver.touched();
  };
  const hold = () => (held = true);
  const release = () => {
    held = false;
    for (const resolve of waiting.splice(0)) resolve();
  };
  return { saver, sent, statuses, type, hold, release };
}

const fine = (sequence: number) => ({ saved: true, stored: sequence });

describe("createDraftSaver", () => {
  it("saves when typing rests for a second, and says so", async () => {
    const { sent, statuses, type } = setUp(fine);
    type("a");
    await vi.advanceTimersByTimeAsync(900);
    type("ab");
    await vi.advanceTimersByTimeAsync(900);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(100);
    expect(sent.map(({ content }) => content)).toEqual(["ab"]);
    expect(statuses).toEqual(["saving", "saved"]);
  });

  it("saves at the latest after five seconds of typing without a rest", async () => {
    const { sent, type } = setUp(fine);
    for (let at = 0; at < 12; at += 1) {
      type("x".repeat(at + 1));
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(sent.length).toBe(1);
  });

  it("sends nothing when nothing changed", async () => {
    const { saver, sent } = setUp(fine);
    saver.touched();
    await vi.advanceTimersByTimeAsync(2_000);
    saver.flush(true);
    expect(sent).toEqual([]);
  });

  it("has one request under way at a time and then saves what came meanwhile", async () => {
    const { sent, type, hold, release } = setUp(fine);
    hold();
    type("a");
    await vi.advanceTimersByTimeAsync(1_000);
    type("ab");
    await vi.advanceTimersByTimeAsync(3_000);
    expect(sent.length).toBe(1);
    release();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.map(({ content }) => content)).toEqual(["a", "ab"]);
    expect(sent[1]!.sequence).toBeGreaterThan(sent[0]!.sequence);
  });

  it("goes above a counter that is ahead of it", async () => {
    const far = Date.now() + 1e9;
    const { sent, statuses, type } = setUp((own) => ({
      saved: own > far,
      stored: Math.max(own, far),
    }));
    type("a");
    await vi.advanceTimersByTimeAsync(1_100);
    expect(sent.length).toBe(2);
    expect(sent[1]!.sequence).toBe(far + 1);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("starts above what is stored", async () => {
    const far = Date.now() + 1e9;
    const { sent, type } = setUp(fine, far);
    type("a");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent[0]!.sequence).toBe(far + 1);
  });

  it("says that it failed and tries again", async () => {
    let works = false;
    const { sent, statuses, type } = setUp((own) => (works ? fine(own) : null));
    type("a");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(statuses.at(-1)).toBe("failed");
    works = true;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(sent.length).toBe(2);
    expect(statuses.at(-1)).toBe("saved");
  });

  it("is silent from sending the form until something is typed again", async () => {
    const { saver, sent, type } = setUp(fine);
    type("a");
    saver.pause();
    await vi.advanceTimersByTimeAsync(3_000);
    saver.flush(true);
    expect(sent).toEqual([]);
    type("ab");
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sent.length).toBe(1);
  });

  it("saves at once when the page goes, also while a request is under way", async () => {
    const { saver, sent, type, hold } = setUp(fine);
    hold();
    type("a");
    await vi.advanceTimersByTimeAsync(1_000);
    type("ab");
    saver.flush(true);
    expect(sent.map(({ content, leaving }) => [content, leaving])).toEqual([
      ["a", false],
      ["ab", true],
    ]);
  });
});
