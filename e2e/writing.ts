import type { Locator, Page } from "@playwright/test";
import sharp from "sharp";
import { expect, larkfield, query, signIn } from "./fixtures.ts";
import { ask } from "./write-posts.ts";

/** The editor's text; the text box it took the place of is hidden. */
export const textOf = (page: Page, id = "answer-body"): Locator =>
  page.locator(`#${id}[contenteditable=true]`);

/** Opens a thread that was just asked and begins to write an answer; gives the thread's path. */
export async function beginAnswer(page: Page, title: string, as = "marta"): Promise<string> {
  const path = await ask("rob", title, "Tell me **everything**.");
  await signIn(page.context(), as);
  await page.goto(larkfield() + path);
  await begin(page);
  return path;
}

/** Puts the caret into a box; the editor is there afterwards. */
export async function begin(page: Page, id = "answer-body"): Promise<void> {
  await page.locator(`#${id}`).focus();
  await expect(textOf(page, id)).toBeFocused();
}

export async function postAnswer(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Post answer" }).click();
  await expect(page).toHaveURL(/#post-\d+$/);
}

/** The stored HTML of the post that the page's address leads to. */
export async function storedHtml(page: Page): Promise<string> {
  const id = /post-(\d+)/.exec(page.url())![1]!;
  const rows = await query("select html from post where id = $1", [id]);
  return String((rows[0] as { html: string }).html);
}

/** A picture in one colour. */
export async function png(width: number, height: number, colour = "#3b6ea5"): Promise<Buffer> {
  const background = colour;
  return sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();
}

type GivenFile = { name: string; type: string; bytes: Buffer };
type Given = { files?: GivenFile[]; texts?: Record<string, string> };

/** Pastes or drops onto an element, as a browser would. */
export async function give(target: Locator, kind: "paste" | "drop", given: Given): Promise<void> {
  const files = (given.files ?? []).map(({ bytes, ...file }) => ({ ...file, bytes: [...bytes] }));
  await target.evaluate(
    (element, { kind: how, files: all, texts }) => {
      const data = new DataTransfer();
      for (const { name, type, bytes } of all) {
        data.items.add(new File([new Uint8Array(bytes)], name, { type }));
      }
      for (const [type, value] of Object.entries(texts)) data.setData(type, value);
      const shared = { bubbles: true, cancelable: true };
      const { left, top, height } = element.getBoundingClientRect();
      const place = { clientX: left + 20, clientY: top + height / 2 };
      element.dispatchEvent(
        how === "paste"
          ? new ClipboardEvent("paste", { ...shared, clipboardData: data })
          : new DragEvent("drop", { ...shared, ...place, dataTransfer: data }),
      );
    },
    { kind, files, texts: given.texts ?? {} },
  );
}
