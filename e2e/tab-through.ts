import type { Page } from "@playwright/test";

const MOST_STOPS = 70;
/** Stops taken between two looks at where we are. */
const STRIDE = 10;

type Walk = { faults: string[]; stops: number; atEnd: boolean };
type Walking = Window & { walk?: Walk };

/** Notes every element the focus comes to, from inside the page: one look a stop would be slow. */
function watchFocus(): void {
  const walk: Walk = { faults: [], stops: 0, atEnd: false };
  (window as Walking).walk = walk;
  let before: Element | null = null;
  const nameOf = (element: Element) => element.outerHTML.slice(0, 140);

  /** An outline or a ring, on the element itself or on the frame that is drawn for it. */
  const isMarked = (element: Element): boolean =>
    [
      element,
      element.nextElementSibling,
      element.closest(".pl-composer, .pl-pick, .pl-row, .pl-search__box"),
    ].some((drawn) => {
      if (!drawn) return false;
      // The link of a row draws its ring around the whole row.
      return [null, "::after"].some((part) => {
        const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(drawn, part);
        return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
      });
    });

  const isSeen = (element: Element): boolean => {
    const box = (
      element.matches(".pl-pick input") ? element.nextElementSibling! : element
    ).getBoundingClientRect();
    return box.width > 0 && box.bottom > 0 && box.top < innerHeight;
  };

  document.addEventListener("focusin", ({ target }) => {
    if (!(target instanceof Element) || walk.atEnd) return;
    walk.stops += 1;
    if (!isMarked(target)) walk.faults.push(`focus can't be seen: ${nameOf(target)}`);
    if (!isSeen(target)) walk.faults.push(`focus is out of sight: ${nameOf(target)}`);
    // A text box that the editor took the place of, focus and all, is hidden.
    if (before?.isConnected && before.checkVisibility()) {
      const order = before.compareDocumentPosition(target);
      if (!(order & Node.DOCUMENT_POSITION_FOLLOWING)) {
        walk.faults.push(`goes back from ${nameOf(before)} to ${nameOf(target)}`);
      }
    }
    before = target;
    const ends = (selector: string) =>
      [...document.querySelectorAll(selector)].findLast((element) => element.checkVisibility());
    // The desk fills the window and has no footer.
    const last =
      ends("footer.pl-foot a") ??
      ends("main :is(a[href], button, summary, input:not([type=hidden]), select, textarea)");
    if (target === last) walk.atEnd = true;
  });
}

/**
 * Presses Tab from the top of a page to the end of its footer and gives what is wrong on the way: a
 * focus one can't see, that goes backwards, is lost, or never gets out. A page of very many stops is
 * walked at its beginning and its end.
 */
export async function tabThrough(page: Page): Promise<string[]> {
  await page.evaluate(watchFocus);
  const look = () =>
    page.evaluate(() => {
      const { faults, stops, atEnd } = (window as Walking).walk!;
      return { faults, stops, atEnd, lost: document.activeElement === document.body };
    });
  let skipped = false;
  let last = 0;
  for (let pressed = 0; pressed < 2 * MOST_STOPS; pressed += STRIDE) {
    for (let stop = 0; stop < STRIDE; stop += 1) await page.keyboard.press("Tab");
    const { faults, stops, atEnd, lost } = await look();
    if (atEnd || faults.length > 0) return faults;
    if (lost || stops === last) return [`lost or trapped after ${stops} stops`];
    last = stops;
    if (stops >= MOST_STOPS && !skipped) {
      skipped = true;
      await page.evaluate(() => {
        if (!document.activeElement?.closest("main")) return;
        const stops = document.querySelectorAll<HTMLElement>("main a, main button");
        [...stops].findLast((element) => element.checkVisibility())?.focus();
      });
    }
  }
  return ["never came to the end of the footer"];
}
