import { axeFindings } from '@pandafab/testing';
import type { BillingWorld } from '../../../medium/fixtures/billing-world';
import type { Planning } from './planning';

const DAY_MS = 86_400_000;

/** A session that a client pays for: a part of a story that has a lab with a trainer, and books. */
export function tellOfOrder(story: () => Planning & { readonly world: BillingWorld }): void {
  it('put a session on the client order that pays for it, once, with its price', async () => {
    const { page, url, labId, admin, trainerId, world } = story();
    await world.recordSeller();
    await world.publishTariff();
    const prestationId = await world.prestation(await world.organisation(), { title: 'Journée vidéo' });
    const at = (hours: number) => new Date(Math.ceil(Date.now() / DAY_MS) * DAY_MS + hours * 3_600_000);
    const planned = await admin.post<{ items: { id: string; day: string }[] }>('/api/v1/lab-sessions', {
      ...{ labId, trainerId, prestationId, kind: 'workshop', audience: 'client', evenIfClosed: true },
      ...{
        title: 'Filmer une interview',
        from: at(33 * 24).toISOString(),
        until: at(33 * 24 + 3).toISOString(),
      },
    });
    const [session] = planned.body.items;
    await page.goto(`${url}/prestations/${prestationId}`);
    const taught = page.getByRole('region', { name: 'Séances' });
    await taught.getByRole('link', { name: 'Filmer une interview' }).waitFor();
    await taught.getByRole('button', { name: 'Ajouter à la prestation' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Prix HT').fill('cher');
    await dialog.getByRole('button', { name: 'Ajouter à la prestation' }).click();
    await dialog.locator('[aria-invalid=true]').waitFor();
    await dialog.getByLabel('Prix HT').fill('120,50');
    await dialog.getByLabel(/^Quantité/).fill('2');
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Ajouter à la prestation' }).click();
    await taught.getByText(/241,00\s€/).waitFor();
    expect(await taught.getByRole('button', { name: 'Ajouter à la prestation' }).count()).toBe(0);
    const order = await admin.get<{ lines: { label: string; netCents: number }[] }>(
      `/api/v1/prestations/${prestationId}`,
    );
    const day = session?.day.split('-').reverse().join('/');
    expect(order.body.lines).toMatchObject([{ label: `Filmer une interview, ${day}`, netCents: 24_100 }]);
    await page.reload();
    await taught.getByText(/241,00\s€/).waitFor();
    await taught.getByRole('link', { name: 'Filmer une interview' }).click();
    await page.getByRole('link', { name: 'Journée vidéo' }).waitFor();
  });
}
