import type { Locator, Page } from 'playwright-core';

/** What can be pressed, opened or typed into. Of radio buttons, one of a group is reached, and arrows lead to the others. */
const OPERABLE = [
  'a[href]',
  'button:not(:disabled)',
  'input:not(:disabled):not([type=radio]):not([type=hidden])',
  'select:not(:disabled)',
  'textarea:not(:disabled)',
  'summary',
  '[tabindex="0"]',
].join();

/** Numbers the elements that are operable and visible, with a name for people. */
const NUMBER_ALL = `[...document.querySelectorAll('${OPERABLE}')]
  .filter((each) => each.checkVisibility({ visibilityProperty: true }) && !each.closest('[inert]'))
  .map((each, at) => {
    each.dataset.walk = String(at);
    return (each.getAttribute('aria-label') || each.innerText || each.name || each.outerHTML).trim().slice(0, 60);
  })`;

/** Where the focus is: the number, and whether it can be seen there. */
const FOCUSED = `(() => {
  const here = document.activeElement;
  const { top, bottom, left, right } = here.getBoundingClientRect();
  const isSeen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return { at: here.dataset.walk ?? null, isSeen, name: here.outerHTML.slice(0, 80) };
})()`;

interface Focused {
  readonly at: string | null;
  readonly isSeen: boolean;
  readonly name: string;
}

/** Walks a page by Tab from its top: what is never reached, and where the focus is out of sight. */
export async function faultsOfWalk(page: Page): Promise<string[]> {
  await page.evaluate('document.activeElement?.blur(), window.scrollTo(0, 0)');
  const names = (await page.evaluate(NUMBER_ALL)) as string[];
  const reached = new Set<string>();
  const unseen: string[] = [];
  // More than there are: a date takes a step for each of its parts, and what comes meanwhile is walked over as well.
  for (let step = 0; reached.size < names.length && step < 2 * names.length + 20; step++) {
    await page.keyboard.press('Tab');
    const { at, isSeen, name } = (await page.evaluate(FOCUSED)) as Focused;
    if (at === null) continue;
    if (!isSeen) unseen.push(`focused out of sight: ${name}`);
    reached.add(at);
  }
  const missed = names.filter((_, at) => !reached.has(String(at)));
  return [...missed.map((name) => `never reached by Tab: ${name}`), ...new Set(unseen)];
}

/** More Tabs than anybody would press: the page has no way there. */
const MOST_TABS = 150;

/** Moves by Tab alone until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const focused = target.and(page.locator(':focus'));
  for (let step = 0; (await focused.count()) === 0; step++) {
    if (step === MOST_TABS) throw new Error(`Tab does not lead to ${target}`);
    await page.keyboard.press('Tab');
  }
}

/** Goes there by Tab, and presses it as a person without a mouse does. */
export async function pressByKeyboard(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Goes to a field by Tab, and types. */
export async function typeByKeyboard(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}
