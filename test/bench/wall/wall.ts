import { join } from 'node:path';
import type { MachineId } from '@pandafab/shared';
import { type HttpClient, pollUntil, startBrowser } from '@pandafab/testing';
import type { Browser, Page } from 'playwright-core';
import { ParkedMachine } from '../../chaos/machine-park';
import type { Foundations } from '../../city/foundations';
import { type Figure, percentile } from '../fleet/figures';
import { LabVoice } from '../fleet/lab-choir';
import { addMachine, type BenchLab, openLab } from '../fleet/network';
import { multiply } from '../fleet/rebuild';
import { OBSERVERS, shiftOf, slowestInteraction } from './web-vitals';

const PART = 'M83\nG28\nG1 X10 Y10 E0.1 F3000\n';
const PERSON = { email: 'ada@example.org', password: 'a phrase to remember' };

export interface Size {
  readonly machines: number;
  readonly jobs: number;
  readonly rounds: number;
}

export async function wall(foundations: Foundations, directory: string, size: Size): Promise<Figure[]> {
  const lab = await furnish(foundations, size);
  const voice = await LabVoice.join(foundations.brokerUrl, lab.id, lab, lab.machines);
  voice.begin(0);
  const browser = await startBrowser('full');
  try {
    const url = foundations.clients[0]?.baseUrl ?? '';
    const paints = [];
    for (let round = 0; round < size.rounds; round++)
      paints.push(await paint(browser, url, lab, size.machines));
    const page = await open(browser, url, lab.id);
    await machinesShown(page, size.machines);
    const changes = [];
    for (let round = 0; round < size.rounds; round++) changes.push(await change(page, voice, lab, round));
    const shift = await shiftOf(page);
    for (let round = 0; round < size.rounds; round++) await handle(page);
    const interaction = await slowestInteraction(page);
    const real = await pullPlugs(foundations, directory, browser, url, size.rounds);
    return [
      {
        scenario: 'paint',
        name: `${size.machines} machines, ${size.jobs} jobs, median`,
        ...seconds(paints, 0.5),
      },
      { scenario: 'paint', name: 'the slowest', ...seconds(paints, 1), most: 1.5 },
      { scenario: 'change', name: 'median', ...seconds(changes, 0.5) },
      { scenario: 'change', name: 'the slowest', ...seconds(changes, 1), most: 1 },
      { scenario: 'shift', name: 'from opening to the last change', value: shift, unit: '', most: 0.1 },
      { scenario: 'press', name: 'the slowest', value: interaction, unit: 'ms', most: 200 },
      { scenario: 'real', name: 'a plug that is pulled, median', ...seconds(real, 0.5) },
      { scenario: 'real', name: 'the slowest', ...seconds(real, 1), most: 1 },
    ];
  } finally {
    await voice.leave();
    await browser.close();
  }
}

const seconds = (milliseconds: readonly number[], share: number) => ({
  value: percentile(milliseconds, share) / 1000,
  unit: 's',
});

async function furnish(foundations: Foundations, { machines, jobs }: Size): Promise<BenchLab> {
  const client = foundations.clients[0] as HttpClient;
  const lab = await openLab(foundations, 'A large lab');
  for (let at = 0; at < machines; at++) await addMachine(foundations, lab);
  const form = new FormData();
  form.set('labId', lab.id);
  form.set('file', new Blob([PART]), 'part.gcode');
  const made = await client.post<{ jobs: { id: string }[] }>('/api/v1/jobs', form);
  const path = `/api/v1/jobs/${made.body.jobs[0]?.id}`;
  const isQueued = async () => (await client.get<{ state: string }>(path)).body.state === 'queued';
  await pollUntil('the job to be queued', isQueued, 30_000);
  await multiply(foundations.databaseUrl, jobs - 1);
  return lab;
}

/** A person who is signed in, in a browser with an empty cache. */
async function open(browser: Browser, url: string, labId: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'fr-FR' });
  await context.request.post(`${url}/api/v1/auth/login`, { data: PERSON });
  await context.addInitScript(`localStorage.setItem('pandafab-lab', '${labId}')`);
  await context.addInitScript(OBSERVERS);
  const page = await context.newPage();
  await page.goto(url);
  return page;
}

const machinesShown = (page: Page, count: number) =>
  page
    .locator('.machine-card')
    .nth(count - 1)
    .waitFor();

async function paint(browser: Browser, url: string, lab: BenchLab, machines: number): Promise<number> {
  const begun = performance.now();
  const page = await open(browser, url, lab.id);
  const signedIn = performance.now();
  await machinesShown(page, machines);
  // `goto` waits for the load event: the time is measured from the navigation, by the browser's own clock.
  const sinceNavigation = (await page.evaluate('performance.now()')) as number;
  await page.context().close();
  return Math.min(sinceNavigation, signedIn - begun + sinceNavigation);
}

/** The time from the moment when the lab's agent notices the change until the card shows it. */
async function change(page: Page, voice: LabVoice, lab: BenchLab, round: number): Promise<number> {
  const at = (round * 37) % lab.machines.length;
  const machineId = lab.machines[at] as MachineId;
  const name = `Machine ${at + 1}`;
  await new Promise((resolve) => setTimeout(resolve, 300 + ((round * 263) % 700)));
  const begun = performance.now();
  voice.happen(machineId, 'disconnected');
  await cardIs(page, name, 'unconnected');
  return performance.now() - begun;
}

/** What a manager does: chooses a state and all again, opens the search, types, and closes it. */
async function handle(page: Page): Promise<void> {
  const filters = page.locator('.summary fieldset button');
  await filters.nth(1).click();
  await filters.first().click();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.type('mach');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
}

const cardIs = (page: Page, name: string, state: string) =>
  page.locator(`.machine-card[data-state="${state}"] h2 a:text-is("${name}")`).waitFor({ state: 'attached' });

/** A real agent, and a virtual machine whose plug is pulled and put back. */
async function pullPlugs(
  foundations: Foundations,
  directory: string,
  browser: Browser,
  url: string,
  rounds: number,
): Promise<number[]> {
  const machine = new ParkedMachine('bench-1', directory, []);
  await machine.plugIn();
  const lab = await openLab(foundations, 'A small lab');
  await addMachine(foundations, lab, machine.device);
  const identity = { name: 'small', labId: lab.id, agentId: lab.agentId, secret: lab.secret, serverUrl: url };
  const agent = await foundations.startAgent({ ...identity, directory: join(directory, 'agent') });
  try {
    const page = await open(browser, url, lab.id);
    const times = [];
    for (let round = 0; round < rounds; round++) {
      await cardIs(page, 'Machine 1', 'ready');
      await new Promise((resolve) => setTimeout(resolve, 300 + ((round * 263) % 700)));
      const begun = performance.now();
      await machine.unplug();
      await cardIs(page, 'Machine 1', 'unconnected');
      times.push(performance.now() - begun);
      await machine.plugIn();
    }
    return times;
  } finally {
    await agent.stop();
    await machine.unplug();
  }
}
