import { pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { submit, submitLow } from '../pages';
import { WebStack } from '../stack';

/** From the wall, none of a manager's frequent gestures takes more presses. */
const MOST_PRESSES = 2;

let stack: WebStack;
let page: Page;
let presses = 0;

beforeAll(async () => {
  stack = await WebStack.start(100);
  page = await stack.signedIn(await stack.person('Noé Gestion', 'manager'));
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));
async function openWall(): Promise<void> {
  await page.goto(stack.server.url);
  await page.waitForSelector('.machine-card');
}
beforeEach(async () => {
  await openWall();
  presses = 0;
});
afterEach(() => {
  expect(presses).toBeGreaterThan(0);
  expect(presses).toBeLessThanOrEqual(MOST_PRESSES);
});

const cardIs = (state: string) => page.waitForSelector(`.machine-card[data-state=${state}]`);
async function press(role: 'button' | 'link', name: string | RegExp, within = 'body'): Promise<void> {
  presses++;
  await page.locator(within).getByRole(role, { name }).first().click();
}
const spoolOnMachine = async () => {
  const path = `/api/v1/machines/${stack.machineId}`;
  return (await stack.admin.get<{ spoolId: string | null }>(path)).body.spoolId;
};
async function addSpool(label: string): Promise<string> {
  const kind = { material: 'PETG', brand: 'Francofil', colour: 'rouge', densityGramsPerCm3: 1.27 };
  const filament = await stack.admin.post<{ id: string }>('/api/v1/filaments', kind);
  const spool = { filamentId: filament.body.id, label, netGrams: 750 };
  return (await stack.admin.post<{ id: string }>(`/api/v1/labs/${stack.labId}/spools`, spool)).body.id;
}

describe('a manager at the wall', () => {
  it('says that a bed is clear, and the next print begins', async () => {
    await cardIs('ready');
    await submitLow(stack);
    await cardIs('bed');
    await submit(stack, 'cube20.gcode');
    await page.getByText('1 travail attend son tour.').waitFor();
    await press('button', 'Le plateau est libre');
    await cardIs('printing');
  });

  it('stops a print', async () => {
    await cardIs('printing');
    await press('button', 'Annuler l’impression');
    await press('button', 'Annuler l’impression', 'dialog[open]');
    await cardIs('bed');
  });

  it('sees who waits', async () => {
    await submit(stack, 'cube20.gcode');
    await page.getByText('1 travail attend son tour.').waitFor();
    await press('link', 'Voir la file');
    await page.getByText('Camille Durand').first().waitFor();
  });

  it('sees why a print does not start', async () => {
    await press('link', 'Voir la file');
    await press('link', /cube20/, 'main');
    await page
      .getByText(/plateau/i)
      .first()
      .waitFor();
  });

  it('changes a spool, and takes it back', async () => {
    const before = await spoolOnMachine();
    const spoolId = await addSpool('Bobine 2');
    // An open wall asks for new spools once a minute.
    await openWall();
    await press('button', /^Bobine : .*Changer/);
    await press('button', /PETG rouge/, 'dialog[open]');
    // Under the pointer, the message stays.
    await page.getByText('Bobine de Panda 1 enregistrée.').hover();
    await pollUntil('the spool', async () => (await spoolOnMachine()) === spoolId);
    await page.getByRole('button', { name: 'Annuler', exact: true }).click();
    await pollUntil('the spool of before', async () => (await spoolOnMachine()) === before);
    await page.getByText('C’est annulé.').waitFor();
  });
});
