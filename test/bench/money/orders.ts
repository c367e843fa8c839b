import type { HttpClient } from '@pandafab/testing';
import { expectStatus, type Foundations } from '../../city/foundations';
import { sellerSettings } from '../../medium/fixtures/billing-seller';

/** A client order with the drafts that are issued at once. */
export interface Order {
  readonly id: string;
  readonly drafts: readonly string[];
}

const line = (unitPrice: string, activity: string) => ({
  ...{
    kind: 'typed',
    label: 'Pièce imprimée',
    quantity: '7.25',
    unitPrice,
    activity,
    servedOn: '2026-01-05',
  },
});
const LINES = [
  ...[line('19.99', 'printing'), line('0.335', 'printing'), line('250', 'training')],
  ...[line('83.4', 'printing'), line('12.5', 'training')],
];

const put = (client: HttpClient, path: string, body: unknown) =>
  client.request('PUT', `/api/v1${path}`, { body });

/** Client orders of five lines at two rates, each with drafts of small deposits. */
export async function makeOrders(
  foundations: Foundations,
  orders: number,
  draftsEach: number,
): Promise<Order[]> {
  const [client] = foundations.clients;
  if (!client) throw new Error('no client');
  await expectStatus(put(client, '/settings/seller', { ...sellerSettings, inForceFrom: '2026-01-01' }), 200);
  const address = { addressLine: '2 rue du Client', postcode: '69001', city: 'Lyon', countryCode: 'FR' };
  const organisation = { name: 'Client SARL', kind: 'client', ...address, siren: '552100554' };
  const { id: organisationId } = await foundations.make<{ id: string }>('/organisations', organisation);
  const made: Order[] = [];
  for (let at = 1; at <= orders; at++) {
    const order = { organisationId, title: `Commande ${at}` };
    const { id } = await foundations.make<{ id: string }>('/prestations', order);
    await expectStatus(put(client, `/prestations/${id}/lines`, { version: 0, lines: LINES }), 200);
    const drafts: string[] = [];
    for (let draft = 0; draft < draftsEach; draft++) drafts.push(await makeDraft(foundations, id));
    made.push({ id, drafts });
  }
  return made;
}

async function makeDraft(foundations: Foundations, prestationId: string): Promise<string> {
  const body = { kind: 'deposit', request: { part: { percent: '5' } } };
  const { id } = await foundations.make<{ id: string }>(`/prestations/${prestationId}/documents`, body);
  return id;
}
