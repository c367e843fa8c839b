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

/**
 * A button that Tab passes by, beside a field that Tab reaches and that tells the same key: the key does what it does.
 * Each such key has a step in a story.
 */
const HAS_KEY_OF_FIELD = `(each) => {
  const key = each.getAttribute('aria-keyshortcuts');
  return each.matches('button[tabindex="-1"]') && key !== null &&
    [...each.parentElement.querySelectorAll('input, textarea')].some(
      (field) => field.tabIndex >= 0 && !field.disabled && field.getAttribute('aria-keyshortcuts') === key);
}`;

/** Numbers the elements that are operable and visible, with a name for people. */
const NUMBER_ALL = `(() => {
  // Numbers of an earlier walk.
  for (const each of document.querySelectorAll('[data-walk]')) delete each.dataset.walk;
  return [...document.querySelectorAll('${OPERABLE}')]
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .filter((each) => !each.closest('[inert]') && !(${HAS_KEY_OF_FIELD})(each))
    .map((each, at) => {
      each.dataset.walk = String(at);
      return (each.getAttribute('aria-label') || each.innerText || each.name || each.outerHTML).trim().slice(0, 60);
    });
})()`;

/** The numbers of the elements that are still on the page. */
const STILL_NUMBERED = `[...document.querySelectorAll('[data-walk]')].map((each) => each.dataset.walk)`;

/**
 * Notes where the focus is, by its number, and whether it can be seen there: before each key moves it on, and when it is
 * asked for. So the keys need not wait for answers.
 */
const NOTE_FOCUS = `(() => {
  const walk = { notes: [] };
  walk.note = () => {
    const here = document.activeElement;
    const { top, bottom, left, right } = here.getBoundingClientRect();
    const isSeen = bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
    // A list of all countries is long: its text is asked for only where it is told.
    walk.notes.push({ at: here.dataset.walk ?? null, unseen: isSeen ? null : here.outerHTML.slice(0, 80) });
  };
  walk.take = () => {
    walk.note();
    return walk.notes.splice(0);
  };
  if (window.walk) window.removeEventListener('keydown', window.walk.note, true);
  window.walk = walk;
  window.addEventListener('keydown', walk.note, true);
})()`;

interface Focused {
  readonly at: string | null;
  /** The element, when it is out of sight. */
  readonly unseen: string | null;
}

const TAB = { key: 'Tab', code: 'Tab', windowsVirtualKeyCode: 9 } as const;

/** Presses Tab this many times, as fast as the page takes it. */
async function pressTabs(page: Page, times: number): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  const press = (type: 'rawKeyDown' | 'keyUp') => browser.send('Input.dispatchKeyEvent', { type, ...TAB });
  await Promise.all(Array.from({ length: times }, () => [press('rawKeyDown'), press('keyUp')]).flat());
  await browser.detach();
}

/** Walks a page by Tab from its top: what is never reached, and where the focus is out of sight. */
export async function faultsOfWalk(page: Page): Promise<string[]> {
  await page.evaluate('document.activeElement?.blur(), window.scrollTo(0, 0)');
  const names = (await page.evaluate(NUMBER_ALL)) as string[];
  await page.evaluate(NOTE_FOCUS);
  const reached = new Set<string>();
  const unseen = new Set<string>();
  // More than there are: a date takes a step for each of its parts, and what comes meanwhile is walked over as well.
  const most = 2 * names.length + 20;
  for (let steps = 0; reached.size < names.length && steps < most; ) {
    const next = Math.min(names.length - reached.size, most - steps);
    await pressTabs(page, next);
    steps += next;
    const [, ...notes] = (await page.evaluate('walk.take()')) as Focused[];
    for (const { at, unseen: element } of notes) {
      if (at === null) continue;
      if (element !== null) unseen.add(`focused out of sight: ${element}`);
      reached.add(at);
    }
  }
  // A message may go away during the walk, with its buttons.
  const stillThere = new Set((await page.evaluate(STILL_NUMBERED)) as string[]);
  const missed = names.filter((_, at) => stillThere.has(String(at)) && !reached.has(String(at)));
  return [...missed.map((name) => `never reached by Tab: ${name}`), ...unseen];
}

/** More Tabs than anybody would press: the page has no way there. */
const MOST_TABS = 150;
/** Between two looks at where the focus is. */
const TABS_AT_ONCE = 25;

interface Key {
  readonly key: string;
  preventDefault(): void;
  stopImmediatePropagation(): void;
}
/** What the function below uses of the browser. */
interface Frame {
  readonly document: { readonly activeElement: unknown };
  addEventListener(kind: 'keydown', listen: (event: Key) => void, isFirst: true): void;
  removeEventListener(kind: 'keydown', listen: (event: Key) => void, isFirst: true): void;
  releaseFocus(): void;
}

/** In the browser: from now on a Tab does nothing once this element has the focus. */
function holdFocus(target: unknown): void {
  const frame = globalThis as unknown as Frame;
  const hold = (event: Key) => {
    if (event.key !== 'Tab' || frame.document.activeElement !== target) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  frame.addEventListener('keydown', hold, true);
  frame.releaseFocus = () => frame.removeEventListener('keydown', hold, true);
}

/** Moves by Tab alone until this has the focus. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  const isThere = () => target.and(page.locator(':focus')).count();
  for (let steps = 0; (await isThere()) === 0; steps += TABS_AT_ONCE) {
    if (steps >= MOST_TABS) throw new Error(`Tab does not lead to ${target}`);
    // Each time: the page may have drawn another element in its place.
    await target.evaluate(holdFocus);
    await pressTabs(page, TABS_AT_ONCE);
    await page.evaluate('releaseFocus()');
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
