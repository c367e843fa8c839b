import type { HttpClient } from '@pandafab/testing';
import { sellerSettings } from '../../medium/fixtures/billing-seller';
import { tariffRates } from '../../medium/fixtures/billing-world';
import { make } from './make';

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

/** Makes a tariff, a seller, and a client's prestation with a line. @returns the prestation's id */
export async function openBooks(admin: HttpClient): Promise<string> {
  await make(admin, '/tariffs', { name: 'Tarif 2026', rates: tariffRates });
  await make(admin, '/settings/seller', { ...sellerSettings, inForceFrom: '2026-01-01' }, 'PUT');
  const { id: organisationId } = await make(admin, '/organisations', CLIENT);
  const { id } = await make(admin, '/prestations', { organisationId, title: 'Équerres de montage' });
  await make(admin, `/prestations/${id}/lines`, ADVICE);
  return id;
}
