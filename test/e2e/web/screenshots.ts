import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { everyPage, sendToLookAt } from './pages';
import { WebStack } from './stack';

const FOLDER = join(__dirname, '../../../docs/screenshots');
const HELP = `npm run screenshots

Takes a picture of every page, on a phone's size and on a desk's, of a real server with a machine at work:
docs/screenshots/PAGE-390.png and PAGE-1440.png.

Exit codes: 0 taken, 1 something failed, 2 bad options.`;

const SIZES = [
  { width: 390, height: 844 },
  { width: 1440, height: 900 },
] as const;

/** How long a page is looked at first, in milliseconds: a chart of temperatures begins empty. */
const LINGER: Readonly<Record<string, number>> = { machine: 15_000 };

/** What somebody does on a page first. */
const PREPARED: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  submit: (page) => page.getByRole('checkbox').first().check(),
};

async function shoot(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await page.waitForSelector('main h1');
  await page
    .locator('main')
    .locator('[aria-busy=true], .mantine-Loader-root')
    .first()
    .waitFor({ state: 'detached' });
  // Bars and dialogs have come to their place.
  await page.waitForTimeout(LINGER[name] ?? 400);
  await PREPARED[name]?.(page);
  const file = join(FOLDER, `${name}-${page.viewportSize()?.width}.png`);
  await page.screenshot({ path: file, animations: 'disabled' });
  process.stderr.write(`${file}\n`);
}

async function isUnderWay(stack: WebStack, path: string): Promise<boolean> {
  const { body } = await stack.admin.get<{ runs: { linesAcknowledged: number }[] }>(`/api/v1${path}`);
  return (body.runs[0]?.linesAcknowledged ?? 0) > 600;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { help: { type: 'boolean' } } });
  if (values.help) {
    process.stdout.write(`${HELP}\n`);
    return 0;
  }
  mkdirSync(FOLDER, { recursive: true });
  const stack = await WebStack.start(12);
  try {
    const pages = await everyPage(stack);
    const administrator = await stack.person('Ada Réseau', 'administrator');
    await pollUntil('the print to be well under way', () => isUnderWay(stack, pages.job ?? ''), 120_000);
    for (const size of SIZES) {
      const page = await stack.signedIn(administrator, size);
      await sendToLookAt(page, stack.server.url, 'slicers/prusaslicer.gcode');
      for (const [name, path] of Object.entries(pages)) await shoot(page, stack.server.url + path, name);
    }
    return 0;
  } finally {
    await stack.stop();
  }
}

main().then(
  (code) => process.exit(code),
  (error: Error & { code?: string }) => {
    const isOption = error.code?.startsWith('ERR_PARSE_ARGS');
    process.stderr.write(isOption ? `${error.message}\n\n${HELP}\n` : `${error.stack}\n`);
    process.exit(isOption ? 2 : 1);
  },
);
