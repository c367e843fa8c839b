import { axeFindings, pollUntil } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { Account } from '../../../../apps/server/src/people/accounts/account.entity';
import { notify } from '../../../../apps/server/src/people/notices/notify';
import { UnitOfWork } from '../../../../apps/server/src/platform/persistence/unit-of-work';
import { jobDone, jobRefused } from '../../../../apps/server/src/production/notices/job-notices';
import type { Person } from '../person';
import { WebStack } from '../stack';

let stack: WebStack;

beforeAll(async () => {
  stack = await WebStack.start('off');
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

const PHONE = { width: 390, height: 844 };
const bellOf = (page: Page) => page.getByRole('banner').getByRole('link', { name: /avis/i });
const jobId = '01a20d8a-8d61-7bac-b1f5-c480d5ba57b1';

/** A part is done and another is refused, without a machine that makes them. */
const tell = ({ email }: Person) =>
  stack.server.app.get(UnitOfWork).run(async (unit) => {
    const { id } = await unit.manager.findOneByOrFail(Account, { email });
    const done = { jobId, fileName: 'anneau.gcode' };
    const refused = { jobId, fileName: 'vase.gcode', cause: { code: 'FILE.EMPTY', details: {} } };
    await notify(unit, jobDone, { to: [id], subject: 'batch-done', details: done });
    await notify(unit, jobRefused, { to: [id], subject: 'batch-refused', details: refused });
  });

describe('a member who is told what happens', () => {
  it.each([
    ['a phone', PHONE, 'Camille Petit'],
    ['a desk', {}, 'Dora Roux'],
  ])('sees the count live, reads, and chooses what to be told, on %s', async (_what, looks, name) => {
    const person = await stack.person(name, 'maker');
    const page = await stack.signedIn(person, looks);
    await bellOf(page).click();
    await page
      .getByText(/Aucun avis|Vous avez tout lu|anneau/)
      .first()
      .waitFor();
    await page
      .getByRole('link', { name: /PandaFab|Machines/ })
      .first()
      .click();
    await tell(person);
    await page.getByRole('link', { name: '2 avis non lus' }).waitFor();
    await bellOf(page).focus();
    await page.keyboard.press('Enter');
    await page.getByText('Refusé : vase.gcode').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const row = page.getByRole('listitem').filter({ hasText: 'vase.gcode' }).first();
    await row.getByRole('button', { name: /Marquer comme lu/ }).click();
    await page.getByRole('link', { name: '1 avis non lu' }).waitFor();
    await page.getByText('Non lus').click();
    await page.getByText('vase.gcode').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Tout marquer comme lu' }).click();
    await page.getByText('Vous avez tout lu.').waitFor();
    await page.getByRole('link', { name: 'Choisir mes avis' }).click();
    const done = page.getByRole('switch', { name: 'Ma pièce est terminée – Courriel' });
    const wasOn = await done.isChecked();
    await done.focus();
    await page.keyboard.press('Space');
    const isSaved = async () => (await done.isEnabled()) && (await done.isChecked()) === !wasOn;
    await pollUntil('the choice to be saved', isSaved);
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    await done.waitFor();
    expect(await done.isChecked()).toBe(!wasOn);
  });
});
