import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';

/** As in scripts/lib/programs.mjs. The first one has no parts that draw a window: the same pages cost a quarter less. */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'];
/** The browser fetches nothing from other hosts and shows no questions. */
const QUIET = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** A page of a test lives for seconds: what V8 spends on faster machine code for it hardly comes back. */
const NOT_OPTIMISED = '--js-flags=--no-maglev --no-turbofan';

/** @throws Error with the program to install: without a browser the test fails, it is not skipped. */
function browserProgram(): string {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find(existsSync);
  if (found) return found;
  throw new Error(
    'No Chromium is installed, and these tests use one: apt-get install chromium-headless-shell (Debian), ' +
      'dnf install chromium (Fedora), brew install --cask chromium (macOS)',
  );
}

/** Loaded for the first browser: that takes longer than all else of this library, which most tests use without one. */
const playwright = () => require('playwright-core') as typeof import('playwright-core');

/**
 * A real browser without a window.
 * @param pace `'full'` where times are measured: the pages run as fast as in any browser
 */
export const startBrowser = (pace?: 'full'): Promise<Browser> =>
  playwright().chromium.launch({
    executablePath: browserProgram(),
    // Chromium's own sandbox does not start for root, as in containers.
    args: [
      ...QUIET,
      ...(pace === 'full' ? [] : [NOT_OPTIMISED]),
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
  });

/** A colour on its way to another one is not what people read. */
const AT_REST_MS = 2000;
/**
 * In the browser: the violations, one line for each element, once what moves or changes its colour has ended; what turns for
 * ever is not waited for. axe makes no CSS selectors, and the rest of its result, which can be megabytes, stays in the page.
 * Of what axe can load first, only sounds and films matter to a rule that is on.
 */
const RUN_AXE = `(async () => {
  const moving = () => document.getAnimations().filter(({ playState, effect }) =>
    playState === 'running' && effect.getComputedTiming().endTime !== Infinity);
  const end = performance.now() + ${AT_REST_MS};
  const timeout = () => new Promise((done) => setTimeout(done, Math.max(0, end - performance.now())));
  for (let now = moving(); now.length > 0 && performance.now() < end; now = moving())
    await Promise.race([Promise.allSettled(now.map(({ finished }) => finished)), timeout()]);
  const { violations } = await axe.run(document, {
    resultTypes: ['violations'], selectors: false, preload: { assets: ['media'] },
  });
  return violations.flatMap(({ id, help, nodes }) => nodes.map(({ html }) => id + ': ' + help + ': ' + html));
})()`;
let axeSource: string | undefined;

/** The accessibility errors of a page by axe-core, one line each; `[]` for none. */
export async function axeFindings(page: Page): Promise<string[]> {
  axeSource ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  if (!(await page.evaluate("'axe' in window"))) await page.evaluate(axeSource);
  return (await page.evaluate(RUN_AXE)) as string[];
}
