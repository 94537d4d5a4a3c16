import type { Page } from "@playwright/test";

/** By how many pixels the page is wider than the window, and what sticks out. */
export function overflowOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= width) return [];
    const wide = [...document.body.querySelectorAll("*")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      return right > width + 1 || left < -1;
    });
    return wide.slice(0, 5).map((element) => `${width}: ${element.outerHTML.slice(0, 120)}`);
  });
}

/** What is wrong with the outline of a page: headings, landmarks, names of the same kind. */
export function outlineFaultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults: string[] = [];
    const seen = (element: Element) => element.checkVisibility();
    const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]
      // What members wrote has headings of its own.
      .filter((heading) => seen(heading) && !heading.closest(".pl-prose"));
    const ones = headings.filter(({ tagName }) => tagName === "H1");
    if (ones.length !== 1) faults.push(`${ones.length} h1`);
    let level = 0;
    for (const heading of headings) {
      const next = Number(heading.tagName[1]);
      if (next > level + 1) faults.push(`h${level} → h${next}: ${heading.textContent}`);
      level = next;
    }
    for (const selector of ["main", "body > .pl-app > header", "body > .pl-app > footer"]) {
      const found = document.querySelectorAll(selector).length;
      if (found !== 1) faults.push(`${found} × ${selector}`);
    }
    const nameOf = (element: Element) =>
      element.getAttribute("aria-label") ??
      document.getElementById(element.getAttribute("aria-labelledby") ?? "")?.textContent ??
      "";
    for (const kind of ["nav", "aside", "[role=search]"]) {
      const all = [...document.querySelectorAll(kind)].filter(seen);
      const names = all.map(nameOf);
      if (kind !== "[role=search]" && names.includes("")) faults.push(`${kind} without a name`);
      if (new Set(names).size !== names.length) faults.push(`${kind} of one name: ${names.join()}`);
    }
    return faults;
  });
}

/** What would be lost with forced colours or moves where motion is reduced; the page emulates both. */
export function forcedFaultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const faults = document
      .getAnimations()
      .map((animation) => `moves: ${String((animation as CSSAnimation).animationName)}`);
    const edged = (element: Element | null): boolean => {
      if (!element) return false;
      const style = getComputedStyle(element);
      return (
        (style.borderBlockEndStyle !== "none" && parseFloat(style.borderBlockEndWidth) > 0) ||
        (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0)
      );
    };
    for (const control of document.querySelectorAll("button, input, select, textarea, .pl-btn")) {
      if (!control.checkVisibility() || control.matches("[type=hidden]")) continue;
      const frame = control.closest(".pl-search__box, .pl-composer, .pl-pick");
      const box = frame?.matches(".pl-pick") ? frame.querySelector(".pl-pick__box") : frame;
      const drawn = [control, control.firstElementChild, box ?? null];
      if (!drawn.some(edged)) faults.push(`no edge: ${control.outerHTML.slice(0, 120)}`);
    }
    return faults;
  });
}
