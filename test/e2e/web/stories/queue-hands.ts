import { pollUntil } from '@pandafab/testing';
import { faultsOfWalk } from '../keyboard';
import type { Person } from '../person';
import { DESK, PHONE, QueueAtWork } from '../queue-at-work';
import type { WebStack } from '../stack';

export interface QueueWorld {
  readonly stack: WebStack;
  readonly manager: Person;
  readonly other: Person;
}

const PEOPLE = { alpha: 'Ana Petit', bravo: 'Ben Roux', charlie: 'Cléo Blanc', delta: 'Dan Noir' } as const;
const NO_RULES = { firstJobs: null, longerThanHours: null, costOverCents: null, materials: [] };

/** What managers do with a queue: a part of a story that has a lab, a machine and two managers. */
export function tellOfQueue(world: () => QueueWorld): void {
  let queue: QueueAtWork;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    queue = new QueueAtWork(world().stack);
    // It goes to the machine, whose bed is not cleared afterwards: the others wait.
    const first = await queue.submitAs('Zoé', 'first');
    await pollUntil('the first print', async () => (await queue.job(first)).state !== 'queued');
    for (const [name, who] of Object.entries(PEOPLE))
      ids[name] = await queue.submitAs(who, name, name === 'delta' ? { quantity: '2' } : {});
    await pollUntil('the hours', async () => {
      const waiting = await queue.waiting();
      return waiting.length === 5 && waiting.every(({ expected }) => expected !== null);
    });
    queue.page = await world().stack.signedIn(world().manager);
  });

  it('move a job by drag, and take the move back', async () => {
    const { page } = queue;
    await queue.open('/queue');
    await queue.orderIs('alpha', 'bravo', 'charlie', 'delta', 'delta');
    const [from, to] = [
      await queue.button('charlie', 'Déplacer').boundingBox(),
      await queue.row('alpha').boundingBox(),
    ];
    if (!from || !to) throw new Error('the rows are not shown');
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y - 30, { steps: 3 });
    await page.mouse.move(from.x + 20, to.y + 4, { steps: 5 });
    await page.locator('.queue-row[data-drop=above]').waitFor();
    await page.mouse.up();
    const message = page.locator('.toast', { hasText: 'charlie.gcode est à la place 1.' });
    // The pointer keeps it there: otherwise it goes away, on a slow computer too early.
    await message.hover();
    await queue.orderIs('charlie', 'alpha', 'bravo', 'delta', 'delta');
    await message.getByRole('button', { name: 'Annuler' }).click();
    await queue.orderIs('alpha', 'bravo', 'charlie', 'delta', 'delta');
  });

  it('move a job by keyboard, at once or by taking it; it is said', async () => {
    const { keyboard } = queue.page;
    const said = (words: string) => queue.page.locator('[aria-live=assertive]', { hasText: words }).waitFor();
    await queue.button('alpha', 'Déplacer').focus();
    await keyboard.press('Alt+ArrowDown');
    // Two keys before the page has drawn anything, as on a slow computer.
    await queue.page.evaluate(`for (const press of ['first', 'second'])
      document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'ArrowDown', altKey: true, bubbles: true }));`);
    await keyboard.press('Alt+ArrowUp');
    await queue.orderIs('bravo', 'charlie', 'alpha', 'delta', 'delta');
    await keyboard.press('Space');
    await said('alpha.gcode est pris, place 3 sur 5.');
    await keyboard.press('ArrowUp');
    await keyboard.press('Escape');
    await said('alpha.gcode reste à la place 3 sur 5.');
    await keyboard.press('Space');
    await keyboard.press('Home');
    await said('alpha.gcode : place 1 sur 5.');
    await keyboard.press('Space');
    await queue.orderIs('alpha', 'bravo', 'charlie', 'delta', 'delta');
  });

  it('decide on a phone: a hold, a priority, a date, a machine', async () => {
    const { machineId } = world().stack;
    await queue.page.setViewportSize(PHONE);
    await queue.button('bravo', 'Descendre').click();
    await queue.shows('alpha', 'charlie', 'bravo', 'delta', 'delta');
    await queue.choose('bravo', 'Suspendre');
    await queue.dialog.getByLabel('Raison (facultatif)').fill('Buse à changer');
    await queue.send('Suspendre');
    await queue.marked('bravo', 'Suspendu : Buse à changer');
    await queue.choose('charlie', 'Changer la priorité');
    await queue.dialog.getByLabel('Très haute').check();
    await queue.dialog.getByLabel('Raison').fill('Pour la fête du quartier');
    await queue.send('Enregistrer');
    await queue.marked('charlie', 'Priorité très haute');
    await queue.orderIs('charlie', 'alpha', 'bravo', 'delta', 'delta');
    await queue.choose('alpha', 'Fixer l’échéance');
    await queue.dialog.getByLabel('Prêt pour le').fill('2035-05-04T12:00');
    await queue.send('Enregistrer');
    await queue.marked('alpha', /^Promis/);
    await queue.choose('alpha', 'Choisir la machine');
    await queue.dialog.getByLabel('Seulement sur').selectOption('Panda 1');
    await queue.send('Enregistrer');
    await queue.marked('alpha', 'Seulement sur Panda 1');
    await queue.choose('bravo', 'Mettre en premier');
    await queue.dialog.getByLabel('En premier sur').selectOption('Panda 1');
    await queue.send('Enregistrer');
    await queue.marked('bravo', 'En premier sur Panda 1');
    await queue.choose('bravo', 'Relancer');
    await queue.send('Relancer');
    await queue.page.getByText('bravo.gcode est relancé.').waitFor();
    expect(await queue.job(ids.bravo ?? '')).toMatchObject({ queue: { held: null, nextOn: machineId } });
    expect(await queue.job(ids.charlie ?? '')).toMatchObject({ queue: { priority: 2 } });
    expect(await queue.job(ids.alpha ?? '')).toMatchObject({
      onlyMachineId: machineId,
      queue: { dueIsFirm: true },
    });
    expect(await queue.faults(PHONE)).toEqual([]);
    expect(await queue.faults(DESK)).toEqual([]);
    expect(await faultsOfWalk(queue.page)).toEqual([]);
    await queue.open(`/machines/${machineId}`);
    const next = queue.page.getByRole('region', { name: 'À suivre' });
    await next.getByRole('listitem').first().getByText('mis en premier ici').waitFor();
  });

  it('see each other: who was faster is named, and the typed words stay', async () => {
    const { stack, other } = world();
    const mine = queue.page;
    const section = mine.getByRole('region', { name: 'Décider de la place' });
    await mine.setViewportSize(DESK);
    await queue.open(`/jobs/${ids.charlie}`);
    await section.getByRole('button', { name: 'Suspendre' }).click();
    await queue.dialog.getByLabel('Raison (facultatif)').fill('Attendre la nouvelle buse');

    queue.page = await stack.signedIn(other, PHONE);
    await queue.open('/queue');
    await queue.choose('charlie', 'Changer la priorité');
    await queue.dialog.getByLabel('Haute', { exact: true }).check();
    await queue.dialog.getByLabel('Raison').fill('Moins urgent');
    await queue.send('Enregistrer');
    await queue.marked('charlie', 'Priorité haute');
    await queue.page.context().close();

    queue.page = mine;
    await queue.send('Suspendre');
    await queue.dialog.getByText('Lou Autre a modifié le travail depuis que vous l’avez ouvert.').waitFor();
    await queue.send('Lire de nouveau');
    await queue.dialog.getByText('Le travail est à jour.').waitFor();
    await queue.dialog.getByText('Priorité haute').waitFor();
    const reason = await queue.dialog.getByLabel('Raison (facultatif)').inputValue();
    expect(reason).toBe('Attendre la nouvelle buse');
    await queue.send('Suspendre');
    await section.getByText('Suspendu : Attendre la nouvelle buse').waitFor();
    stack.faults.forgive(/: 409$/);
    expect(await queue.faults(PHONE)).toEqual([]);
  });

  it('split a batch over two machines', async () => {
    const { stack } = world();
    const { id } = await stack.addMachine('Panda 2');
    await queue.page.setViewportSize(DESK);
    await queue.open('/queue');
    await queue.choose('delta', 'Répartir les exemplaires');
    await queue.dialog.getByText('2 exemplaires attendent.').waitFor();
    await queue.send('Répartir les exemplaires');
    await queue.page.locator('.queue-mark', { hasText: 'Seulement sur Panda 2' }).waitFor();
    const copies = (await queue.waiting()).filter(({ fileName }) => fileName === 'delta.gcode');
    expect(copies.map(({ onlyMachineId }) => onlyMachineId).sort()).toEqual([id, stack.machineId].sort());
  });

  it('approve and refuse, by the rules that they set', async () => {
    const { stack } = world();
    const { page } = queue;
    await page.setViewportSize(PHONE);
    await queue.open('/settings/approval');
    await page.getByRole('link', { name: 'Fontaine d’Ouche' }).click();
    await page.getByLabel('Premiers travaux de chaque membre').fill('3');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Les règles d’accord sont enregistrées.').waitFor();
    const yes = await queue.submitAs('Eva Long', 'echo');
    const no = await queue.submitAs('Fay Court', 'foxtrot');
    await queue.open('/queue');
    await page.getByText('2 travaux attendent un accord.').waitFor();
    await page.getByRole('button', { name: 'Voir ces travaux' }).click();
    await queue.shows('echo', 'foxtrot');
    expect(await queue.faults(PHONE)).toEqual([]);
    const why = page.getByRole('combobox', { name: 'Raison' });
    await why.selectOption({ label: 'Matière' });
    await page.getByText('Aucun travail n’attend votre accord pour cette raison.').waitFor();
    await why.selectOption({ label: 'Toutes les raisons' });
    await queue.button('echo', 'Accepter').click();
    await queue.shows('foxtrot');
    // The next one has the focus: several are approved quickly.
    await page.locator('[aria-label="Accepter foxtrot.gcode"]:focus').waitFor();
    await queue.button('foxtrot', 'Refuser').click();
    await queue.dialog.getByLabel('Pourquoi ?').fill('Mettez un socle plus large.');
    await queue.send('Refuser');
    await page.getByText('Aucun travail n’attend d’accord.').waitFor();
    expect(await queue.job(yes)).toMatchObject({ state: 'queued', queue: { approval: { state: 'given' } } });
    expect(await queue.job(no)).toMatchObject({ state: 'refused' });
    await queue.open(`/jobs/${no}`);
    await page.getByText('Travail refusé').waitFor();
    await page
      .getByText(/Mettez un socle plus large/)
      .first()
      .waitFor();
    await stack.admin.request('PUT', `/api/v1/labs/${stack.labId}/approval-rules`, { body: NO_RULES });
  });
}
