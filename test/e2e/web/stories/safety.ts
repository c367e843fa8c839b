import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { Lab } from '../../../../apps/server/src/network/labs/lab.entity';
import { UnitOfWork } from '../../../../apps/server/src/platform/persistence/unit-of-work';
import { WebStack } from '../stack';

let stack: WebStack;
let page: Page;

beforeAll(async () => {
  stack = await WebStack.start(100);
  page = await stack.signedIn(await stack.person('Noé Gestion', 'manager'));
});
afterAll(async () => {
  stack.signalAgent('SIGCONT');
  await stack.stop();
});
afterEach(() => expect(stack.faults.take()).toEqual([]));

const press = (name: string) => page.getByRole('button', { name }).first().click();
const stateOf = async () => {
  const { body } = await stack.admin.get<{ live: { state: string } | null }>(
    `/api/v1/machines/${stack.machineId}`,
  );
  return body.live?.state;
};

describe('the wall, when something is not as it should be', () => {
  it('says within seconds that an emergency stop has not arrived, and lets it be withdrawn', async () => {
    await page.waitForSelector('.machine-card[data-state=ready]');
    stack.signalAgent('SIGSTOP');
    await press('Arrêt d’urgence');
    await press('Appuyez encore');
    await page.getByText(/^L’arrêt d’urgence de .* n’est pas arrivé\.$/).waitFor();
    await page.waitForSelector('.machine-card[data-state=stop]');
    expect(await axeFindings(page)).toEqual([]);
    await press('Retirer l’arrêt');
    await page.waitForSelector('.machine-card[data-state=stop]', { state: 'detached' });
  });

  it('says why a lab’s queue is held, and lets it continue once a person has looked', async () => {
    stack.signalAgent('SIGCONT');
    const hold = { heldSince: Date.now(), heldBecause: 'LAB.SERVER_RESTORED' } as const;
    await stack.server.app.get(UnitOfWork).run(async (unit) => {
      await unit.manager.update(Lab, { id: stack.labId }, hold);
      unit.touch(stack.labId);
    });
    await page.getByText('La file de ce lab est suspendue').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await press('Relancer la file');
    await page.getByText('Avez-vous vérifié toutes les machines ?').waitFor();
    await page.getByRole('dialog').getByRole('button', { name: 'Relancer la file' }).click();
    await page.getByText('La file de ce lab est suspendue').waitFor({ state: 'detached' });
    await pollUntil('a machine as before', async () => (await stateOf()) !== undefined);
  });
});
