import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { faultsOfWalk } from './keyboard';
import { everyPage, sendToLookAt } from './pages';
import { type Person, WebStack } from './stack';

let stack: WebStack;
let pages: Readonly<Record<string, string>>;
let administrator: Person;

beforeAll(async () => {
  // Slow enough for the print to last as long as these tests.
  stack = await WebStack.start(10);
  pages = await everyPage(stack);
  administrator = await stack.person('Ada Réseau', 'administrator');
});
afterAll(() => stack.stop());

/** What is wrong with a page that has come to rest. */
async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(stack.server.url + path);
  await page.waitForSelector('main h1');
  await page
    .locator('main')
    .locator('[aria-busy=true], .mantine-Loader-root')
    .first()
    .waitFor({ state: 'detached' });
  const overflow = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  const wide = Number(overflow) > 0 ? [`${overflow} px wider than the screen`] : [];
  return [...wide, ...(await axeFindings(page)), ...(await faultsOfWalk(page))];
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

describe.each([
  { width: 360, height: 740, colorScheme: 'light', locale: 'fr-FR' },
  { width: 1440, height: 900, colorScheme: 'dark', locale: 'en-GB' },
] as const)('every page at $width px, $colorScheme, in $locale', (looks) => {
  it('fits, is for everybody, also by keyboard, and keeps to its own rules of what it loads', async () => {
    const page = await stack.signedIn(administrator, looks);
    await sendToLookAt(page, stack.server.url, 'slicers/prusaslicer.gcode');
    const refusals: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') refusals.push(message.text());
    });
    const faults: Record<string, string[]> = {};
    for (const [name, path] of Object.entries(pages)) {
      const found = [...(await faultsOf(page, path)), ...refusals.splice(0)];
      if (found.length) faults[name] = found;
    }
    expect(faults).toEqual({});
    expect(await clippedInMenu(page)).toEqual([]);
    expect(await page.evaluate('Object.keys(localStorage).join()')).not.toMatch(/token|session|secret/i);
  });
});
