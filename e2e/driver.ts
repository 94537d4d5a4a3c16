import { expect, type Locator, type Page } from "@playwright/test";

/** How a person works with a page. */
export type Driver = {
  page: Page;
  fill: (label: string, text: string) => Promise<void>;
  choose: (label: string, option: string) => Promise<void>;
  press: (button: string | RegExp, within?: Locator) => Promise<void>;
  follow: (link: Locator) => Promise<void>;
};

/**
 * The control that a label names; a section around it may have the same name. The editor is one too,
 * once it took the place of the text box it began as.
 */
export function field(page: Page, label: string | RegExp): Locator {
  const controls = page.locator("input, textarea, select, [contenteditable=true]");
  return page.getByLabel(label, { exact: true }).and(controls);
}

/**
 * Writes into a control as people do, in the place of what stands there. Key by key: what is put in at
 * once lands as bare signs in an editor that opens meanwhile, or beside the text that an editor has not
 * yet heard is selected.
 */
export async function writeAnew(page: Page, label: string | RegExp, text: string): Promise<void> {
  await field(page, label).click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Somebody with a pointer. */
export function pointer(page: Page): Driver {
  return {
    page,
    fill: (label, text) => writeAnew(page, label, text),
    choose: async (label, option) => {
      await field(page, label).selectOption({ label: option });
    },
    press: (button, within) =>
      (within ?? page.locator("main")).getByRole("button", { name: button }).click(),
    follow: (link) => link.click(),
  };
}

const MOST_STOPS = 250;

/** Presses Tab until `target` has the focus, and checks that one can see it there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toHaveCount(1);
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) {
      expect(await showsFocus(target), `focus can be seen on ${String(target)}`).toBe(true);
      return;
    }
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key never reached ${String(target)}`);
}

/** True when the element or the frame drawn for it has an outline or a ring now. */
function showsFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => {
    const drawn = [
      element,
      element.nextElementSibling,
      element.closest(".pl-composer, .pl-pick, .pl-row, .pl-search__box"),
    ];
    return drawn.some((candidate) => {
      if (!candidate) return false;
      const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(candidate);
      return (outlineStyle !== "none" && parseFloat(outlineWidth) > 0) || boxShadow !== "none";
    });
  });
}

/** Somebody with nothing but a keyboard. */
export function keyboard(page: Page): Driver {
  return {
    page,
    fill: async (label, text) => {
      await tabTo(page, field(page, label));
      await page.keyboard.press("ControlOrMeta+a");
      await page.keyboard.type(text);
    },
    choose: async (label, option) => {
      const select = field(page, label);
      await tabTo(page, select);
      await page.keyboard.type(option);
      await expect(select.locator("option:checked")).toHaveText(option);
    },
    press: async (button, within) => {
      await tabTo(page, (within ?? page.locator("main")).getByRole("button", { name: button }));
      await page.keyboard.press("Enter");
    },
    follow: async (link) => {
      await tabTo(page, link);
      await page.keyboard.press("Enter");
    },
  };
}
