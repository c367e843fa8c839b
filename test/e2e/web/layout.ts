import type { Page } from 'playwright-core';

/** Rounding on each side. */
const ACROSS_PX = 1;
/** A font's box is higher than its letters. */
const UPWARDS_PX = 4;

/** In the browser: words of which an end is cut off by a box that does not scroll. */
const CUT_OFF = `(() => {
  const isShown = (each) => each.checkVisibility({ visibilityProperty: true }) && each.clientWidth !== 1;
  // What is shortened on purpose says the whole text elsewhere, in its title; the rest is not read by its letters.
  const isExempt = (each) => each.closest('[title], svg, option, textarea, [aria-hidden=true]') !== null;
  const boxOf = (each) => {
    for (let box = each; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY, display } = getComputedStyle(box);
      if (display !== 'inline' && (overflowX !== 'visible' || overflowY !== 'visible')) return { box, overflowX, overflowY };
    }
    return null;
  };
  const hides = (overflow) => overflow === 'hidden' || overflow === 'clip';
  const isCut = (text) => {
    const found = boxOf(text.parentElement);
    if (!found) return false;
    const outer = found.box.getBoundingClientRect();
    const words = document.createRange();
    words.selectNodeContents(text);
    return [...words.getClientRects()].some((inner) =>
      (hides(found.overflowX) && (inner.right > outer.right + ${ACROSS_PX} || inner.left < outer.left - ${ACROSS_PX})) ||
      (hides(found.overflowY) && (inner.bottom > outer.bottom + ${UPWARDS_PX} || inner.top < outer.top - ${UPWARDS_PX})));
  };
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faults = [];
  while (texts.nextNode()) {
    const text = texts.currentNode;
    const { parentElement: around } = text;
    const isHidden = !text.data.trim() || !around || !isShown(around) || isExempt(around);
    if (!isHidden && isCut(text)) faults.push('cut off: ' + text.data.trim().slice(0, 60));
  }
  return faults;
})()`;

/** In the browser: a page has a title, one first heading, and no heading skips a level. */
const HEADINGS = `(() => {
  const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')]
    .filter((each) => each.checkVisibility())
    .map((each) => Number(each.tagName[1]));
  const skipped = levels.filter((level, at) => at > 0 && level > levels[at - 1] + 1);
  return [
    ...(document.title.trim() ? [] : ['no title']),
    ...(levels.filter((level) => level === 1).length === 1 ? [] : ['not exactly one h1']),
    ...skipped.map((level) => 'a heading skips to h' + level),
  ];
})()`;

/** What does not fit on the screen, or is cut off. */
export async function faultsOfLayout(page: Page): Promise<string[]> {
  const overflow = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  const wide = overflow > 0 ? [`${overflow} px wider than the screen`] : [];
  return [...wide, ...((await page.evaluate(CUT_OFF)) as string[])];
}

/** What is missing in the outline of a page. */
export const faultsOfOutline = async (page: Page): Promise<string[]> =>
  (await page.evaluate(HEADINGS)) as string[];
