import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { faultsOfWalk } from './keyboard';
import { faultsOfLayout, faultsOfOutline } from './layout';
import { everyPage, sendToLookAt } from './pages';
import type { Person } from './person';
import { WebStack } from './stack';

export interface Looks {
  readonly colorScheme: 'light' | 'dark';
  readonly locale: 'fr-FR' | 'en-GB';
  /** The size in which axe sees the pages; the layout is looked at in both. */
  readonly opensOn: 'phone' | 'desk';
  /** Whether the pages are also walked through with the Tab key. */
  readonly isWalked: boolean;
  /** How a person comes to a page: by its address, for which the browser loads everything, or from another page. */
  readonly arrives: 'by address' | 'from inside';
}

let stack: WebStack;
let pages: Readonly<Record<string, string>>;
let administrator: Person;

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1440, height: 900 };
/** All pages, twice looked at, on a computer that does other work too. */
const ALL_PAGES_MS = 1_800_000;

/**
 * Goes from one page to the next as a link of the app does, without loading the app again. The old page stays until the
 * new one has its code, and brings a heading of its own.
 */
async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate(`(() => {
    for (const old of document.querySelectorAll('h1')) old.dataset.old = 'yes';
    history.pushState(null, '', ${JSON.stringify(path)});
    dispatchEvent(new PopStateEvent('popstate'));
  })()`);
  await page.waitForSelector('main h1:not([data-old])');
}

/** A page that has finished loading. */
async function open(page: Page, path: string, arrives: Looks['arrives']): Promise<void> {
  if (arrives === 'from inside') await follow(page, path);
  else await page.goto(stack.server.url + path);
  await page.waitForSelector('main h1');
  await page.locator('main').locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** Waits until the page is drawn in its new size: until its width is the same for some frames. */
const drawnAgain = (page: Page): Promise<unknown> =>
  page.evaluate(`new Promise((done) => {
    const widths = [];
    const look = () => {
      widths.unshift(document.documentElement.scrollWidth);
      if (widths.length > 3 && widths.slice(0, 4).every((width) => width === widths[0])) return done();
      requestAnimationFrame(look);
    };
    requestAnimationFrame(() => requestAnimationFrame(look));
  })`);

/** The faults of a page in the size in which it was opened, then of its layout in the other one. */
async function faultsOf(page: Page, path: string, looks: Looks): Promise<string[]> {
  const [size, other] = looks.opensOn === 'phone' ? [PHONE, DESK] : [DESK, PHONE];
  await page.setViewportSize(size);
  await open(page, path, looks.arrives);
  const found = [
    ...(await faultsOfOutline(page)),
    ...(await faultsOfLayout(page)),
    ...(await axeFindings(page)),
  ];
  if (looks.isWalked) found.push(...(await faultsOfWalk(page)));
  await page.setViewportSize(other);
  await drawnAgain(page);
  const resized = (await faultsOfLayout(page)).map((fault) => `at ${other.width} px: ${fault}`);
  return [...found, ...resized, ...stack.faults.take()];
}

/** Words of the person's menu of which an end is cut off. */
async function clippedInMenu(page: Page): Promise<string[]> {
  await page.locator('button.person').click();
  await page.getByRole('menu').getByRole('radiogroup').last().waitFor();
  return page.evaluate(`(() => {
    const menu = document.querySelector('[role=menu]').getBoundingClientRect();
    return [...document.querySelectorAll('[role=menu] label, [role=menu] button, [role=menu] a')]
      .filter((each) => {
        const words = document.createRange();
        words.selectNodeContents(each);
        const { left, right } = words.getBoundingClientRect();
        const box = (each.closest('[role=radiogroup]') ?? each).getBoundingClientRect();
        const isIn = ({ left: from, right: to }) => left >= from - 1 && right <= to + 1;
        return !isIn(menu) || !isIn(box) || each.scrollWidth > each.clientWidth + 1;
      })
      .map((each) => each.textContent);
  })()`);
}

/**
 * Looks at every page of the web app as these people would see it.
 * @returns the stack and its administrator, for further tests of the file
 */
export function lookAtEveryPage(
  looksOfAll: readonly Looks[],
): () => { stack: WebStack; administrator: Person } {
  beforeAll(async () => {
    // Slow enough for the print to last as long as these tests.
    stack = await WebStack.start(10);
    pages = await everyPage(stack);
    administrator = await stack.person('Ada Réseau', 'administrator');
  });
  afterAll(() => stack.stop());

  describe.each(looksOfAll)('every page, $colorScheme, in $locale', (looks) => {
    const { colorScheme, locale } = looks;
    it(
      'fits on a phone and at a desk, is accessible, also by keyboard, and fails nowhere',
      async () => {
        const page = await stack.signedIn(administrator, { colorScheme, locale });
        await sendToLookAt(page, stack.server.url, 'slicers/prusaslicer.gcode');
        const faults: Record<string, string[]> = {};
        for (const [name, path] of Object.entries(pages)) {
          const found = await faultsOf(page, path, looks);
          if (found.length) faults[name] = found;
        }
        expect(faults).toEqual({});
        await page.setViewportSize(PHONE);
        expect(await clippedInMenu(page)).toEqual([]);
        expect(await page.evaluate('Object.keys(localStorage).join()')).not.toMatch(/token|session|secret/i);
        await page.context().close();
      },
      ALL_PAGES_MS,
    );
  });

  return () => ({ stack, administrator });
}
