import { cp, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import {
  accepts,
  HttpClient,
  PATIENCE_MS,
  pollUntil,
  startBrowser,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';
import type { Browser } from 'playwright-core';
import { portsOf, processesOf, runScript, type Script } from './processes';

const root = join(__dirname, '../..');
/** Redis, server, broker, pages, the machine on TCP, two agents. */
const LISTENERS = 7;
/** The start compiles each file of the service, and a slow computer has other tests beside it. */
const A_START_MS = 900_000;
jest.setTimeout(2 * A_START_MS);

let scratch: TemporaryDirectory;
let copy: string;
let dev: Script;
let browser: Browser;

/** Not in a clone, or not needed to run it. */
const LEFT_OUT = new Set(['.data', '.git', 'coverage', 'dist', 'docs', 'node_modules']);

/** What a clone has after `npm ci`: no build. */
async function cloneInto(folder: string): Promise<void> {
  const wanted = (path: string) => !LEFT_OUT.has(relative(root, path));
  await cp(root, folder, { recursive: true, filter: wanted });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
}

/**
 * Replaces the file as a whole, as many editors do. On a busy computer, Vite can read a file that is emptied first and
 * then written while it is empty; it shows that until the next change.
 */
async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(copy, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  await writeFile(`${path}.new`, text.replace(from, to));
  await rename(`${path}.new`, path);
}

beforeAll(async () => {
  scratch = await temporaryDirectory();
  copy = join(scratch.path, 'clone');
  await cloneInto(copy);
});
afterEach(async () => {
  await browser?.close();
  await dev.stop();
});
afterAll(() => scratch.remove());

it('shows a changed line of the server and of a page without a build; Ctrl-C leaves nothing', async () => {
  const directory = join(scratch.path, 'data');
  dev = await runScript(join(copy, 'scripts/dev.mjs'), directory);
  const url = await pollUntil(
    'the pages',
    () => {
      if (!dev.running()) throw new Error(`It ended:\n${dev.output()}`);
      return dev.output().match(/The wall, once signed in: (\S+)/)?.[1];
    },
    A_START_MS,
  );
  const [, email = '', password = ''] = dev.output().match(/(sacha@demo\.invalid) +(\S+)/) ?? [];
  browser = await startBrowser();
  const page = await browser.newPage({ locale: 'en' });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(url);
  expect(new URL(page.url()).pathname).toBe('/');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: /^Machines/ }).waitFor();
  await page.evaluate('window.notLoadedAgain = true');

  await change('apps/web/src/parts/page.tsx', '<h1>{title}</h1>', '<h1>A changed line: {title}</h1>');
  await page.getByRole('heading', { name: /^A changed line: Machines/ }).waitFor();
  expect(await page.evaluate('window.notLoadedAgain')).toBe(true);

  const client = new HttpClient(url);
  const seen = async () => (await client.get('/')).text;
  await change('apps/server/src/pages/public-pages/texts.ts', 'Sign in', 'Changed sign-in');
  await pollUntil('the changed line', async () => (await seen()).includes('Changed sign-in'));

  const ports = portsOf(processesOf(directory));
  expect(ports.length).toBeGreaterThanOrEqual(LISTENERS);
  expect(await dev.interrupt()).toBe(0);
  expect(processesOf(directory)).toEqual([]);
  expect(await Promise.all(ports.map(accepts))).not.toContain(true);
});
