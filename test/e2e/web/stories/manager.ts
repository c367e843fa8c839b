import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { ChainWorld } from '../../../medium/fixtures/chain-world';
import { readyMachine, type ScriptedAgent } from '../../../medium/fixtures/scripted-agent';
import { HangingFront } from '../hanging-front';
import { submit } from '../pages';
import { WebStack } from '../stack';

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
afterEach(() => {
  // The front cuts connections, or keeps requests without an answer, as a broken network does.
  stack.faults.forgive(/net::ERR_/);
  expect(stack.faults.take()).toEqual([]);
});

const cardIs = (state: string) => page.waitForSelector(`.machine-card[data-state=${state}]`);
const press = (name: string) => page.getByRole('button', { name }).click();

/** The machine's own page, in a second tab, once it shows the present lines. */
async function openConsole(): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(`${front.url}/machines/${stack.machineId}`);
  await consoleSays(tab, /^En direct/);
  return tab;
}
const consoleSays = (tab: Page, words: RegExp) => tab.getByText(words).waitFor();

describe('a lab manager at the wall', () => {
  it('reads on the machine’s page the lines of the machine while it prints', async () => {
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

  it('says that the connection is lost instead of showing old states as present ones', async () => {
    front.cut();
    await page.getByText('Connexion perdue').waitFor();
    await page.waitForSelector('.machine-card[data-lost] .lost-mark');
    front.answerAll();
    await page.getByText('Connexion perdue').waitFor({ state: 'detached' });
    expect(await page.locator('.machine-card[data-lost]').count()).toBe(0);
  });
});

describe('a lab manager who changed something by mistake', () => {
  const message = (words: string) => page.locator('.toast', { hasText: words });
  /** Waits for a message, and puts the pointer on it: otherwise it goes away, on a slow computer too early. */
  const hold = (words: string) => message(words).hover();
  const undone = () => page.getByText('C’est annulé.').first().waitFor();

  it('puts the former spool back on a machine', async () => {
    const { body } = await stack.admin.get<{ items: { id: string }[] }>('/api/v1/filaments');
    const spool = { filamentId: body.items[0]?.id, label: 'Bobine 9', netGrams: 500 };
    await stack.admin.post(`/api/v1/labs/${stack.labId}/spools`, spool);
    const loaded = async () =>
      (await stack.admin.get<{ spoolId: string }>(`/api/v1/machines/${stack.machineId}`)).body.spoolId;
    await page.goto(`${front.url}/machines/${stack.machineId}`);
    await page.getByLabel('Bobine chargée').selectOption({ label: 'Bobine 9 : PLA bleu, reste 500 g' });
    await press('Charger');
    await hold('Bobine 9 est chargée sur Panda 1.');
    expect(await loaded()).not.toBe(stack.spoolId);
    await message('Bobine 9').getByRole('button', { name: 'Annuler' }).click();
    await undone();
    expect(await loaded()).toBe(stack.spoolId);
  });

  it('records the proof of residence again that was withdrawn', async () => {
    const ana = await stack.person('Ana Petit', 'maker');
    await stack.admin.patch(`/api/v1/members/${ana.memberId}`, { homeLabId: stack.labId });
    await stack.verifyResidency(ana);
    const proof = async () =>
      (await stack.admin.get<{ residency: { validUntil: string } | null }>(`/api/v1/members/${ana.memberId}`))
        .body.residency?.validUntil;
    const before = await proof();
    await page.goto(`${front.url}/members?member=${ana.memberId}`);
    await press('Retirer la vérification');
    await page.getByRole('dialog').getByRole('button', { name: 'Retirer la vérification' }).click();
    await hold('Vérification du domicile retirée pour Ana Petit.');
    expect(await proof()).toBeUndefined();
    await message('Ana Petit').getByRole('button', { name: 'Annuler' }).click();
    await undone();
    expect(await proof()).toBe(before);
  });
});

describe('a lab manager at the page of a machine', () => {
  let agent: ScriptedAgent | undefined;
  afterAll(() => agent?.leave());

  it('sees the temperatures of all its heaters: of two nozzles and a chamber, or none', async () => {
    const world = await ChainWorld.of(stack.server);
    const lab = await world.makeLab();
    const joined = await world.joinAgent(lab);
    agent = joined;
    const tell = (readings: readonly { name: string; actual: number; target: number }[]) =>
      joined.reportMachines(joined.epoch, [readyMachine(lab.machineId, { readings: [...readings] })]);
    await tell([
      { name: 'nozzle', actual: 209.6, target: 210 },
      { name: 'nozzle 0', actual: 209.6, target: 210 },
      { name: 'nozzle 1', actual: 24.8, target: 0 },
      { name: 'chamber', actual: 38, target: 40 },
    ]);
    const tab = await page.context().newPage();
    await tab.goto(`${front.url}/machines/${lab.machineId}`);
    await tab.locator('.heats', { hasText: 'Enceinte' }).waitFor();
    const shown = await tab.locator('.heats > div').allInnerTexts();
    expect(shown.map((each) => each.replace(/\s+/g, ' '))).toEqual([
      'Buse active 210 °C → 210 °C',
      'Buse 1 210 °C → 210 °C',
      'Buse 2 25 °C',
      'Enceinte 38 °C → 40 °C',
    ]);
    await tab.getByText(/Buse 2\s: 25/).waitFor();
    expect(await axeFindings(tab)).toEqual([]);

    await tell([]);
    await tab.locator('.heats').waitFor({ state: 'detached' });
    await tab.reload();
    await tab.getByText('Aucune température n’est connue.').waitFor();
    await tab.close();
  });
});

async function isHalted(): Promise<boolean> {
  const path = `/api/v1/machines/${stack.machineId}`;
  const { body } = await stack.admin.get<{ live: { state: string } }>(path);
  return body.live.state === 'halted';
}
