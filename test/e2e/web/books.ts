import type { HttpClient } from '@pandafab/testing';
import { sellerSettings } from '../../medium/fixtures/billing-seller';
import { tariffRates } from '../../medium/fixtures/billing-world';

const CLIENT = {
  name: 'Atelier Fontaine SARL',
  addressLine: '12 rue de la Liberté',
  postcode: '21000',
  city: 'Dijon',
  siren: '987654324',
};
const ADVICE = {
  label: 'Conseil en modélisation',
  quantity: '1.5',
  unit: 'HUR',
  unitPrice: '45.00',
  activity: 'training',
  servedOn: '2026-11-20',
};

async function send(admin: HttpClient, method: 'POST' | 'PUT', path: string, body: unknown): Promise<string> {
  const answer = await admin.request<{ id: string }>(method, `/api/v1${path}`, { body });
  if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.text}`);
  return answer.body?.id;
}

/** Makes a tariff, a seller, and a client's prestation with a line. @returns the prestation's id */
export async function openBooks(admin: HttpClient): Promise<string> {
  await send(admin, 'POST', '/tariffs', { name: 'Tarif 2026', rates: tariffRates });
  await send(admin, 'PUT', '/settings/seller', { ...sellerSettings, inForceFrom: '2026-01-01' });
  const organisationId = await send(admin, 'POST', '/organisations', CLIENT);
  const id = await send(admin, 'POST', '/prestations', { organisationId, title: 'Équerres de montage' });
  await send(admin, 'POST', `/prestations/${id}/lines`, ADVICE);
  return id;
}
