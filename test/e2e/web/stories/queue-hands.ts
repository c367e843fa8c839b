import { axeFindings, type HttpClient, pollUntil } from '@pandafab/testing';
import type { Locator, Page } from 'playwright-core';
import { smallPart } from '../../../medium/fixtures/chain-world';
import { faultsOfWalk } from '../keyboard';
import { faultsOfLayout, faultsOfOutline } from '../layout';
import type { Person, WebStack } from '../stack';

const PHONE = { width: 390, height: 844 };
const DESK = { width: 1440, height: 900 };

export interface QueueWorld {
  readonly stack: WebStack;
  readonly manager: Person;
  readonly other: Person;
}

/** What a manager does with the queue: part of a story that has a lab, a machine and two managers. */
export function tellOfQueue(world: () => QueueWorld): void {
  let page: Page;
  const makers = new Map<string, HttpClient>();

  /** A person submits a part under a name; the person is made at first. */
  async function submitAs(who: string, file: string, fields: Record<string, string> = {}): Promise<string> {
    const { stack } = world();
    const known = makers.get(who) ?? (await stack.server.accountWith('maker')).client;
    if (!makers.has(who)) {
      const me = await known.get<{ member: { id: string } }>('/api/v1/me');
      await stack.admin.patch(`/api/v1/members/${me.body.member.id}`, { displayName: who });
    }
    makers.set(who, known);
    const form = new FormData();
    for (const [name, value] of Object.entries({ labId: stack.labId, ...fields })) form.set(name, value);
    form.set('file', new Blob([smallPart(`queue ${file}`)]), file);
    const { body, text } = await known.post<{ jobs: { id: string }[] }>('/api/v1/jobs', form);
    const [job] = body.jobs ?? [];
    if (!job) throw new Error(text);
    return job.id;
  }
  const queue = async (): Promise<string[]> => {
    const { stack } = world();
    const path = `/api/v1/jobs?labId=${stack.labId}&state=queued&order=queue`;
    const { body } = await stack.admin.get<{ items: { fileName: string; expected: object | null }[] }>(path);
    return body.items.map(({ fileName }) => fileName.replace('.gcode', ''));
  };
  const job = async (id: string) => {
    const { body } = await world().stack.admin.get<{ state: string; onlyMachineId: string; queue: object }>(
      `/api/v1/jobs/${id}`,
    );
    return body;
  };
  const orderIs = (...names: string[]) =>
    pollUntil(`the queue ${names}`, async () => (await queue()).join() === names.join());
  const row = (name: string): Locator => page.locator('.queue-row', { hasText: `${name}.gcode` });
  const shows = (...names: string[]) =>
    pollUntil(`the rows ${names}`, async () => {
      const shown = await page.locator('.queue-name').allInnerTexts();
      return shown.map((each) => each.replace('.gcode', '')).join() === names.join();
    });
  const handle = (name: string) => row(name).getByRole('button', { name: `Déplacer ${name}.gcode` });
  const dialog = () => page.getByRole('dialog');
  const choose = async (name: string, hand: string) => {
    await row(name)
      .getByRole('button', { name: `Modifier ${name}.gcode` })
      .click();
    await dialog()
      .getByRole('button', { name: new RegExp(`^${hand}`) })
      .click();
  };
  const send = (name: string) => dialog().getByRole('button', { name, exact: true }).click();
  const toast = (words: string) => page.locator('.toasts', { hasText: words });
  const marked = (name: string, words: string | RegExp) =>
    row(name).locator('.queue-mark', { hasText: words }).waitFor();
  const open = async (path: string) => {
    await page.goto(world().stack.server.url + path);
    await page.waitForSelector('main h1');
  };
  const faults = async (size: typeof PHONE) => {
    await page.setViewportSize(size);
    return [...(await faultsOfOutline(page)), ...(await faultsOfLayout(page)), ...(await axeFindings(page))];
  };
  const look = async (name: string) => {
    if (!process.env.PANDAFAB_LOOK) return;
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      await page.waitForTimeout(300);
      await page.screenshot({
        path: `${process.env.PANDAFAB_LOOK}/${name}-${size.width}.png`,
        animations: 'disabled',
        fullPage: !(await dialog().count()),
      });
    }
  };

  const ids: Record<string, string> = {};

  beforeAll(async () => {
    const { stack, manager } = world();
    // It goes to the machine, whose bed is not cleared afterwards: the others wait.
    const first = await submitAs('Zoé', 'first.gcode');
    await pollUntil(
      'the first print',
      async () => (await job(first)).state !== 'queued' && (await job(first)).state !== 'analysing',
    );
    for (const [who, name] of [
      ['Ana Petit', 'alpha'],
      ['Ben Roux', 'bravo'],
      ['Cléo Blanc', 'charlie'],
      ['Dan Noir', 'delta'],
    ] as const) {
      ids[name] = await submitAs(who, `${name}.gcode`, name === 'delta' ? { quantity: '2' } : {});
      await pollUntil(name, async () => (await queue()).includes(name));
    }
    await pollUntil('the forecast', async () => {
      const path = `/api/v1/jobs?labId=${stack.labId}&state=queued&order=queue`;
      const { body } = await stack.admin.get<{ items: { expected: object | null }[] }>(path);
      return body.items.every(({ expected }) => expected !== null);
    });
    page = await stack.signedIn(manager);
  });

  it('is moved by drag, and the move is taken back', async () => {
    await open('/queue');
    await shows('alpha', 'bravo', 'charlie', 'delta', 'delta');
    await look('queue');
    await page.setViewportSize(DESK);
    const [from, to] = [await handle('charlie').boundingBox(), await row('alpha').boundingBox()];
    if (!from || !to) throw new Error('the rows are not shown');
    await page.mouse.move(from.x + 20, from.y + 20);
    await page.mouse.down();
    await page.mouse.move(from.x + 20, from.y - 30, { steps: 3 });
    await page.mouse.move(from.x + 20, to.y + 4, { steps: 5 });
    await page.locator('.queue-row[data-drop=above]').waitFor();
    await page.mouse.up();
    await toast('charlie.gcode est à la place 1.').hover();
    await shows('charlie', 'alpha', 'bravo', 'delta', 'delta');
    await orderIs('charlie', 'alpha', 'bravo', 'delta', 'delta');
    await toast('charlie.gcode').getByRole('button', { name: 'Annuler' }).click();
    await orderIs('alpha', 'bravo', 'charlie', 'delta', 'delta');
    await shows('alpha', 'bravo', 'charlie', 'delta', 'delta');
  });

  it('is moved by keyboard: at once, or taken and put down, and it is said', async () => {
    const said = (words: string) => page.locator('[aria-live=assertive]', { hasText: words }).waitFor();
    await handle('alpha').focus();
    await page.keyboard.press('Alt+ArrowDown');
    await page.keyboard.press('Alt+ArrowDown');
    await orderIs('bravo', 'charlie', 'alpha', 'delta', 'delta');
    await shows('bravo', 'charlie', 'alpha', 'delta', 'delta');
    await page.keyboard.press('Space');
    await said('alpha.gcode est pris, place 3 sur 5.');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Escape');
    await said('alpha.gcode reste à la place 3 sur 5.');
    await page.keyboard.press('Space');
    await page.keyboard.press('Home');
    await said('alpha.gcode : place 1 sur 5.');
    await page.keyboard.press('Space');
    await orderIs('alpha', 'bravo', 'charlie', 'delta', 'delta');
    await shows('alpha', 'bravo', 'charlie', 'delta', 'delta');
  });

  it('is decided about on a phone: a hold, a priority, a date, a machine', async () => {
    await page.setViewportSize(PHONE);
    await row('bravo').getByRole('button', { name: 'Descendre bravo.gcode' }).click();
    await shows('alpha', 'charlie', 'bravo', 'delta', 'delta');
    await row('bravo').getByRole('button', { name: 'Modifier bravo.gcode' }).click();
    await look('hands');
    await page.setViewportSize(PHONE);
    await dialog()
      .getByRole('button', { name: /^Suspendre/ })
      .click();
    await dialog().getByLabel('Raison (facultatif)').fill('Buse à changer');
    await send('Suspendre');
    await marked('bravo', 'Suspendu : Buse à changer');
    await choose('charlie', 'Changer la priorité');
    await dialog().getByLabel('Très haute').check();
    await dialog().getByLabel('Raison').fill('Pour la fête du quartier');
    await look('priority');
    await page.setViewportSize(PHONE);
    await send('Enregistrer');
    await marked('charlie', 'Priorité très haute');
    await shows('charlie', 'alpha', 'bravo', 'delta', 'delta');
    await choose('alpha', 'Fixer l’échéance');
    await dialog().getByLabel('Prêt pour le').fill('2035-05-04T12:00');
    await send('Enregistrer');
    await marked('alpha', /^Promis pour/);
    await choose('alpha', 'Choisir la machine');
    await dialog().getByLabel('Seulement sur').selectOption('Panda 1');
    await send('Enregistrer');
    await marked('alpha', 'Seulement sur Panda 1');
    await choose('bravo', 'Mettre en premier');
    await dialog().getByLabel('En premier sur').selectOption('Panda 1');
    await send('Enregistrer');
    await marked('bravo', 'En premier sur Panda 1');
    await choose('bravo', 'Relancer');
    await send('Relancer');
    await pollUntil('the release', async () => (await job(ids.bravo ?? '')).queue);
    await look('marks');
    expect(await job(ids.bravo ?? '')).toMatchObject({
      queue: { held: null, nextOn: world().stack.machineId },
    });
    expect(await job(ids.charlie ?? '')).toMatchObject({ queue: { priority: 2 } });
    expect(await job(ids.alpha ?? '')).toMatchObject({
      onlyMachineId: world().stack.machineId,
      queue: { dueIsFirm: true },
    });
    expect(await faults(PHONE)).toEqual([]);
    expect(await faults(DESK)).toEqual([]);
    expect(await faultsOfWalk(page)).toEqual([]);
    await open(`/machines/${world().stack.machineId}`);
    const next = page.getByRole('region', { name: 'À suivre' });
    await next.getByRole('listitem').first().getByText('mis en premier ici').waitFor();
    await look('machine');
  });

  it('is shared by two managers: who was faster is named, and the typed words stay', async () => {
    const { stack, other } = world();
    await page.setViewportSize(DESK);
    await open(`/jobs/${ids.charlie}`);
    const section = page.getByRole('region', { name: 'Décider de la place' });
    await section.getByRole('button', { name: 'Suspendre' }).click();
    await dialog().getByLabel('Raison (facultatif)').fill('Attendre la nouvelle buse');
    const mine = page;
    page = await stack.signedIn(other, PHONE);
    await open('/queue');
    await choose('charlie', 'Changer la priorité');
    await dialog().getByLabel('Haute', { exact: true }).check();
    await dialog().getByLabel('Raison').fill('Moins urgent');
    await send('Enregistrer');
    await marked('charlie', 'Priorité haute');
    await page.context().close();
    page = mine;
    await send('Suspendre');
    await dialog().getByText('Lou Autre a modifié le travail depuis que vous l’avez ouvert.').waitFor();
    await look('conflict');
    await page.setViewportSize(DESK);
    await send('Lire de nouveau');
    await dialog().getByText('Le travail est à jour.').waitFor();
    await dialog().getByText('Priorité haute').waitFor();
    expect(await dialog().getByLabel('Raison (facultatif)').inputValue()).toBe('Attendre la nouvelle buse');
    await send('Suspendre');
    await section.getByText('Suspendu : Attendre la nouvelle buse').waitFor();
    await look('job');
    stack.faults.forgive(/: 409$/);
    expect(await faults(PHONE)).toEqual([]);
  });

  it('splits a batch over two machines', async () => {
    const { stack } = world();
    const { id } = await stack.addMachine('Panda 2');
    await page.setViewportSize(DESK);
    await open('/queue');
    await row('delta').first().getByRole('button', { name: 'Modifier delta.gcode' }).click();
    await dialog()
      .getByRole('button', { name: /^Répartir les exemplaires/ })
      .click();
    await dialog().getByText('2 exemplaires attendent.').waitFor();
    await look('spread');
    await send('Répartir les exemplaires');
    await page.locator('.queue-mark', { hasText: 'Seulement sur Panda 2' }).waitFor();
    const path = `/api/v1/jobs?labId=${stack.labId}&state=queued`;
    const { body } = await stack.admin.get<{ items: { onlyMachineId: string; fileName: string }[] }>(path);
    const copies = body.items.filter(({ fileName }) => fileName === 'delta.gcode');
    expect(copies.map(({ onlyMachineId }) => onlyMachineId).sort()).toEqual([id, stack.machineId].sort());
  });

  it('asks for approval by rules, and a manager says yes to one job and no to another', async () => {
    const { stack } = world();
    await page.setViewportSize(PHONE);
    await open('/settings/approval');
    await page.getByRole('link', { name: 'Fontaine d’Ouche' }).click();
    await page.getByLabel('Premiers travaux de chaque membre').fill('3');
    await page.getByRole('button', { name: 'Enregistrer' }).click();
    await page.getByText('Les règles d’accord sont enregistrées.').waitFor();
    await look('rules');
    expect(await faults(PHONE)).toEqual([]);
    const yes = await submitAs('Eva Long', 'echo.gcode');
    const no = await submitAs('Fay Court', 'foxtrot.gcode');
    await open('/queue');
    await page.getByText('2 travaux attendent un accord.').waitFor();
    await page.getByRole('button', { name: 'Voir ces travaux' }).click();
    await shows('echo', 'foxtrot');
    await look('approvals');
    expect(await faults(PHONE)).toEqual([]);
    await page.getByRole('combobox', { name: 'Raison' }).selectOption({ label: 'Matière' });
    await page.getByText('Aucun travail n’attend votre accord pour cette raison.').waitFor();
    await page.getByRole('combobox', { name: 'Raison' }).selectOption({ label: 'Toutes les raisons' });
    await page.getByRole('button', { name: 'Accepter echo.gcode' }).click();
    await shows('foxtrot');
    expect(await page.evaluate('document.activeElement.getAttribute("aria-label")')).toBe(
      'Accepter foxtrot.gcode',
    );
    await page.getByRole('button', { name: 'Refuser foxtrot.gcode' }).click();
    await dialog().getByLabel('Pourquoi ?').fill('Mettez un socle plus large.');
    await send('Refuser');
    await page.getByText('Aucun travail n’attend d’accord.').waitFor();
    expect(await job(yes)).toMatchObject({ state: 'queued', queue: { approval: { state: 'given' } } });
    expect(await job(no)).toMatchObject({ state: 'refused' });
    await open(`/jobs/${no}`);
    await page.getByText('Travail refusé').waitFor();
    await page
      .getByText(/Mettez un socle plus large/)
      .first()
      .waitFor();
    await stack.admin.request('PUT', `/api/v1/labs/${stack.labId}/approval-rules`, {
      body: { firstJobs: null, longerThanHours: null, costOverCents: null, materials: [] },
    });
  });
}
