import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { HangingFront } from './hanging-front';
import { submit } from './pages';
import { WebStack } from './stack';

let stack: WebStack;
let front: HangingFront;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start(100);
  front = await HangingFront.start(stack.server.url);
  page = await stack.signedIn(await stack.person('Noé Gestion', 'manager'), { at: front.url });
});
afterAll(async () => {
  await front.stop();
  await stack.stop();
});

const cardIs = (state: string) => page.waitForSelector(`.machine-card[data-state=${state}]`);
const press = (name: string) => page.getByRole('button', { name }).click();

/** The machine's own page, in a tab beside the wall, once it shows what is said on the line now. */
async function openConsole(): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(`${front.url}/machines/${stack.machineId}`);
  await consoleSays(tab, /^En direct/);
  return tab;
}
const consoleSays = (tab: Page, words: RegExp) => tab.getByText(words).waitFor();

describe('a lab manager at the wall', () => {
  it('reads on the machine’s page what is said on its line while it prints', async () => {
    await cardIs('ready');
    const tab = await openConsole();
    const job = await submit(stack, 'cube20.gcode');
    await tab.locator('.console', { hasText: /\d > N\d+ G1 X/ }).waitFor();
    expect(await axeFindings(tab)).toEqual([]);
    front.cut();
    await consoleSays(tab, /^Plus en direct depuis/);
    front.answerAll();
    await consoleSays(tab, /^En direct/);
    await tab.close();
    await stack.admin.post(`/api/v1/jobs/${job}/cancel`, {});
    await cardIs('bed');
    await press('Le plateau est libre');
  });

  it('pauses and resumes a print, and says that the bed is clear', async () => {
    await cardIs('ready');
    await submit(stack, 'cube20.gcode');
    await cardIs('printing');
    await press('Mettre en pause');
    await cardIs('paused');
    expect(await axeFindings(page)).toEqual([]);
    await press('Reprendre');
    await cardIs('printing');
    await cardIs('bed');
    await press('Le plateau est libre');
    await cardIs('ready');
  });

  it('stops a machine with two presses while every other request hangs', async () => {
    await cardIs('ready');
    await submit(stack, 'cube20.gcode');
    await cardIs('printing');
    front.hangAllBut('/emergency-stop');
    await press('Mettre en pause');
    await press('Arrêt d’urgence');
    await press('Appuyez encore');
    await pollUntil('the machine to be stopped', isHalted);
    expect(front.held).toBeGreaterThan(0);
  });

  it('says that the connection is lost instead of showing how things were as if they were now', async () => {
    front.cut();
    await page.getByText('Connexion perdue').waitFor();
    await page.waitForSelector('.machine-card[data-lost] .lost-mark');
    front.answerAll();
    await page.getByText('Connexion perdue').waitFor({ state: 'detached' });
    expect(await page.locator('.machine-card[data-lost]').count()).toBe(0);
  });
});

async function isHalted(): Promise<boolean> {
  const path = `/api/v1/machines/${stack.machineId}`;
  const { body } = await stack.admin.get<{ live: { connection: string } }>(path);
  return body.live.connection === 'halted';
}
