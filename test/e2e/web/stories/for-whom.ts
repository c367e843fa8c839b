import { axeFindings } from '@pandafab/testing';
import type { Page } from 'playwright-core';
import { openBooks } from '../books';
import { fixture } from '../pages';
import type { Person } from '../person';
import { WebStack } from '../stack';

let stack: WebStack;
let ana: Person;
let prestationId: string;
let groupId: string;

beforeAll(async () => {
  stack = await WebStack.start(100);
  prestationId = await openBooks(stack.admin);
  ana = await stack.person('Ana Petit', 'maker');
  await stack.admin.patch(`/api/v1/members/${ana.memberId}`, { homeLabId: stack.labId });
  const group = { name: 'CM1 de Mme Roux', labId: stack.labId };
  groupId = (await stack.admin.post<{ id: string }>('/api/v1/groups', group)).body.id;
});
afterAll(() => stack.stop());
afterEach(() => expect(stack.faults.take()).toEqual([]));

interface JobView {
  readonly memberId: string;
  readonly groupId: string | null;
  readonly prestationId: string | null;
}

async function sendFile(page: Page): Promise<void> {
  await page.goto(`${stack.server.url}/submit`);
  await page.locator('input[type=file]').setInputFiles(fixture('cube20.gcode'));
  await page.getByText(/^Prêt à déposer \(/).waitFor();
}
/** Submits what was sent, and reads the job that the page leads to. */
async function submitted(page: Page): Promise<JobView> {
  await page.getByRole('button', { name: 'Déposer', exact: true }).click();
  await page.waitForURL(/\/jobs\/[\w-]+$/);
  const id = page.url().split('/').at(-1);
  return (await stack.admin.get<JobView>(`/api/v1/jobs/${id}`)).body;
}
const choose = (page: Page, label: string, option: string | { value: string }) =>
  page.getByLabel(label).selectOption(option);

describe('a manager, on the page where files are submitted', () => {
  it('submits for a member whom the lab knows, a group of the lab, and a client’s prestation', async () => {
    const page = await stack.signedIn(await stack.person('Max Gérant', 'manager'));
    await sendFile(page);
    await choose(page, 'Pour qui', 'Pour un autre membre');
    // No job is made for the person themselves as long as no member was chosen.
    await page.getByRole('button', { name: 'Déposer', exact: true }).click();
    await page.getByText('Indiquez pour qui').waitFor();
    await page.getByLabel('Chercher un membre').fill('petit');
    await choose(page, 'Quel membre', 'Ana Petit');
    expect(await axeFindings(page)).toEqual([]);
    expect(await submitted(page)).toMatchObject({
      memberId: ana.memberId,
      groupId: null,
      prestationId: null,
    });
    await sendFile(page);
    await choose(page, 'Pour qui', 'Pour un groupe');
    await choose(page, 'Quel groupe', 'CM1 de Mme Roux');
    expect(await submitted(page)).toMatchObject({ groupId, prestationId: null });
    await sendFile(page);
    await choose(page, 'Pour qui', 'Pour une prestation');
    await choose(page, 'Quelle prestation', { value: prestationId });
    await page.getByText('L’impression est facturée au client').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await submitted(page)).toMatchObject({ groupId: null, prestationId });
  });
});

describe('a maker', () => {
  it('submits for themselves without being asked, and for a group that they lead', async () => {
    const page = await stack.signedIn(ana);
    await sendFile(page);
    expect(await page.getByLabel('Pour qui').count()).toBe(0);
    await stack.admin.request('PUT', `/api/v1/groups/${groupId}/people/${ana.memberId}`, {
      body: { leads: true },
    });
    await sendFile(page);
    expect(await page.getByLabel('Pour qui').locator('option').allTextContents()).toEqual([
      'Pour moi',
      'Pour un groupe',
    ]);
    await choose(page, 'Pour qui', 'Pour un groupe');
    await choose(page, 'Quel groupe', 'CM1 de Mme Roux');
    expect(await submitted(page)).toMatchObject({ memberId: ana.memberId, groupId });
  });
});
