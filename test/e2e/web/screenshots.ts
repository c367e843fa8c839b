import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { filmAPrint } from './animation';
import { LabAtWork } from './lab-at-work';
import { everyPage, sendToLookAt } from './pages';

const HELP = `node … screenshots.ts --to FOLDER [--animation] [--only PAGE,PAGE]

Run by \`npm run screenshots\`, which explains the options, and makes the pictures small.

Exit codes: 0 taken, 1 something failed, 2 bad options.`;

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };
/** How each page is seen; a dark picture has a name of its own. */
const LOOKS = [
  { ...PHONE, colorScheme: 'light', suffix: '390' },
  { ...DESK, colorScheme: 'light', suffix: '1440' },
  { ...DESK, colorScheme: 'dark', suffix: '1440-dark', only: ['wall', 'job', 'machine'] },
] as const;

/** What is seen while the machines print: taken first, in all looks. */
const LIVE: readonly string[] = ['wall', 'submit', 'job', 'machine'];

/** How long a page is looked at first, in milliseconds: a chart of temperatures begins empty. */
const LINGER: Readonly<Record<string, number>> = { machine: 15_000, 'wall-machine': 15_000 };
const SETTLED_MS = 400;

/** Of what is longer than a desk's screen, as much as says what it is for, in pixels. */
const HEIGHT_AT_DESK: Readonly<Record<string, number>> = { wall: 1290 };

/** What a person does on a page first. */
const PREPARED: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  submit: (page) => page.getByRole('checkbox').first().check(),
};

const { values } = parseArgs({
  options: {
    help: { type: 'boolean' },
    to: { type: 'string' },
    animation: { type: 'boolean' },
    only: { type: 'string' },
  },
});

async function shoot(page: Page, url: string, name: string, file: string): Promise<void> {
  const { width = DESK.width, height = DESK.height } = page.viewportSize() ?? {};
  const isDesk = width === DESK.width;
  await page.setViewportSize({ width, height: isDesk ? (HEIGHT_AT_DESK[name] ?? DESK.height) : height });
  await page.goto(url);
  await page.waitForSelector('main h1');
  await page.locator('main').locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
  // Bars and dialogs have come to their place.
  await page.waitForTimeout(LINGER[name] ?? SETTLED_MS);
  await PREPARED[name]?.(page);
  await page.screenshot({ path: file, animations: 'disabled' });
  process.stderr.write(`${file}\n`);
}

/** Every page, or those that were asked for, in each of the looks. */
async function takePictures(lab: LabAtWork, folder: string, wanted: readonly string[]): Promise<void> {
  const { stack } = lab;
  const job = await lab.work();
  const pages = { ...(await everyPage(stack)), job: `/jobs/${job}` };
  const names = Object.keys(pages).filter((name) => wanted.length === 0 || wanted.includes(name));
  await lab.rest();
  await lab.untilHalfDone(job);
  const live = names.filter((name) => LIVE.includes(name));
  const others = names.filter((name) => !LIVE.includes(name));
  for (const part of [live, others]) for (const looks of LOOKS) await takeIn(lab, looks, folder, part, pages);
}

async function takeIn(
  { stack, administrator, file }: LabAtWork,
  { suffix, ...looks }: (typeof LOOKS)[number],
  folder: string,
  names: readonly string[],
  pages: Readonly<Record<string, string>>,
): Promise<void> {
  const only: readonly string[] = 'only' in looks ? looks.only : names;
  const { width, height, colorScheme } = looks;
  const page = await stack.signedIn(administrator, { width, height, colorScheme, locale: 'en-GB' });
  if (names.includes('submit')) await sendToLookAt(page, stack.server.url, file('vase-torsade.gcode'));
  for (const name of names.filter((each) => only.includes(each)))
    await shoot(page, stack.server.url + pages[name], name, join(folder, `${name}-${suffix}.png`));
  await page.context().close();
}

async function main(): Promise<number> {
  if (values.help || !values.to) {
    process.stdout.write(`${HELP}\n`);
    return values.help ? 0 : 2;
  }
  mkdirSync(values.to, { recursive: true });
  const lab = await LabAtWork.open();
  try {
    if (values.animation) {
      await lab.work();
      await lab.rest();
      await filmAPrint(lab, values.to);
    } else await takePictures(lab, values.to, values.only?.split(',') ?? []);
    return 0;
  } finally {
    await lab.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exit(1);
  },
);
