import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { WebStack } from '../stack';

let stack: WebStack;
let maker: Page;
let manager: Page;

const partOf = (material: string, ...lines: string[]) =>
  Buffer.from(
    [
      ...[`; ${material}`, 'M104 S215', 'M140 S60', 'G28', 'M83', 'M109 S215', 'G1 Z0.3 F600'],
      ...Array.from({ length: 40 }, (_, at) => `G1 X${20 + at} Y20 E0.4 F1200`),
      ...lines,
      ...Array.from({ length: 40 }, (_, at) => `G1 X${20 + at} Y40 E0.4 F1200`),
      ...['M104 S0', 'M140 S0', `; filament_type = ${material}`, ''],
    ].join('\n'),
  );

beforeAll(async () => {
  stack = await WebStack.start(100);
  const kind = { material: 'PETG', brand: 'Francofil', colour: 'vert', densityGramsPerCm3: 1.27 };
  const { body } = await stack.admin.post<{ id: string }>('/api/v1/filaments', kind);
  const spool = { filamentId: body.id, label: 'Bobine 2', netGrams: 800 };
  await stack.admin.post(`/api/v1/labs/${stack.labId}/spools`, spool);
  const who = await stack.person('Camille Martin', 'maker');
  maker = await stack.signedIn(who, { width: 390, height: 844 });
  manager = await stack.signedIn(await stack.person('Noé Gestion', 'manager'));
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

const send = async (name: string, buffer: Buffer) => {
  await maker.goto(`${stack.server.url}/submit`);
  await maker.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
  await maker.getByText(/^Prêt à déposer \(/).waitFor();
};

describe('the material of a file', () => {
  it('that the machine has not loaded is chosen by its maker, who sees what the file is for', async () => {
    await send('petg.gcode', partOf('PETG'));
    await maker
      .getByText('Ce fichier est fait pour PETG : aucune machine n’a cette matière en ce moment.')
      .waitFor();
    expect(await axeFindings(maker)).toEqual([]);
    await maker.getByLabel('Matière', { exact: true }).selectOption('PLA');
    await maker.getByText('Ce fichier est fait pour PETG ; vous demandez PLA.').waitFor();
    await maker.getByRole('button', { name: 'Déposer', exact: true }).click();
    await maker.getByText('Le fichier est fait pour PETG ; vous demandez PLA.').waitFor();
    stack.faults.forgive(/\/jobs: 409$/);
    await maker.getByLabel('Imprimer en PLA quand même').check();
    expect(await axeFindings(maker)).toEqual([]);
    await maker.getByRole('button', { name: 'Déposer', exact: true }).click();
    await maker.waitForURL('**/jobs/*');
    await maker.getByText('Choix : PLA, bien que le fichier soit fait pour PETG.').waitFor();
    await maker.getByText('L’impression est terminée.').waitFor();
  });

  it('is chosen later for a job that waits, on its own page', async () => {
    await stack.admin.post(`/api/v1/machines/${stack.machineId}/bed-clear`, {});
    await send('later.gcode', partOf('PETG', '; another'));
    await maker.getByRole('button', { name: 'Déposer', exact: true }).click();
    await maker.waitForURL('**/jobs/*');
    await maker.getByRole('heading', { name: 'En quelle matière ?' }).waitFor();
    expect(await axeFindings(maker)).toEqual([]);
    await maker.getByRole('button', { name: 'Imprimer en PLA' }).click();
    await maker.getByRole('dialog').getByRole('button', { name: 'Imprimer en PLA' }).click();
    await maker.getByText('L’impression est terminée.').waitFor();
  });
});

describe('a file that has the filament changed', () => {
  it('says so before it is submitted; then the wall asks which spool is loaded now', async () => {
    await stack.admin.post(`/api/v1/machines/${stack.machineId}/bed-clear`, {});
    await send('colours.gcode', partOf('PLA', 'M600'));
    await maker.getByText(/^Ce fichier s’arrête 1\sfois/).waitFor();
    await maker.getByRole('button', { name: 'Déposer', exact: true }).click();
    await maker.waitForURL('**/jobs/*');
    await manager.goto(`${stack.server.url}/`);
    await manager.getByText('Le fichier demande de changer le filament.').waitFor();
    const goOn = manager.getByRole('button', { name: 'Continuer', exact: true });
    expect(await goOn.isDisabled()).toBe(true);
    expect(await axeFindings(manager)).toEqual([]);
    await manager
      .getByLabel(/^Quelle bobine est sur la machine maintenant/)
      .selectOption({ label: 'Bobine 2 – PETG vert' });
    await goOn.click();
    await maker.getByText('L’impression est terminée.').waitFor();
    await maker.getByText(/autre bobine après 0,02\sm/).waitFor();
  });
});

describe('the demonstration’s machine', () => {
  it('works again after an emergency stop: it is switched off and on from its page', async () => {
    await manager.goto(`${stack.server.url}/machines/${stack.machineId}`);
    await manager.getByRole('button', { name: 'Arrêt d’urgence' }).first().click();
    await manager.getByRole('button', { name: 'Appuyez encore' }).first().click();
    await manager.getByRole('button', { name: 'Éteindre et rallumer' }).click();
    await stack.machineReady();
    const recorded = await stack.admin.get<{ total: number }>('/api/v1/audit?action=machine.power-cycled');
    expect(recorded.body.total).toBe(1);
  });
});
