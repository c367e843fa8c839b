import { queryOptions } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { ask, get, keyOf } from '../../api/get';
import { Problem, unless } from '../../api/problem';
import { t } from '../../i18n/i18n';
import { parseDecimal } from '../../parts/decimal';

export type Organisation = Schemas['Organisation'];
export type Prestation = Schemas['Prestation'];
export type PrestationDetail = Schemas['PrestationDetail'];
export type Line = Schemas['PrestationLine'];

export const prestationQuery = (id: string) => get('/api/v1/prestations/{id}', { path: { id } });

export const organisationQuery = (id: string) => ({
  ...get('/api/v1/organisations/{id}', { path: { id } }),
  staleTime: 60_000,
});

export type Seller = Schemas['SellerSettings'];

/** Null when the seller's settings are missing. */
export const sellerQuery = queryOptions({
  queryKey: keyOf('/api/v1/settings/seller'),
  queryFn: () => unless('BILLING.SELLER_MISSING', ask('/api/v1/settings/seller')),
});

/** The activities that the seller’s settings can tax; when VAT is split by activity, no other can be invoiced. */
export const activitiesOf = ({ vat, printing }: Seller): { known: string[]; isClosed: boolean } =>
  vat.regime === 'split'
    ? { known: Object.keys(vat.activities), isClosed: true }
    : { known: [printing.activity], isClosed: false };

/**
 * A price in euros as whole cents for a number of units: 0,0834 € is 834 cents for 100 units.
 * @throws Problem that names the field
 */
export function priceOf(text: string): { unitPriceCents: number; basis: number } {
  const euros = parseDecimal(text);
  for (const basis of [1, 10, 100]) {
    const cents = (euros ?? 0) * 100 * basis;
    if (cents > 0 && Math.abs(cents - Math.round(cents)) < 1e-6)
      return { unitPriceCents: Math.round(cents), basis };
  }
  throw new Problem('FORM.PRICE', t('parts.fieldsWrong'), t('parts.fieldsWrongCure'), [
    { path: 'unitPriceCents', message: t('prestations.line.priceWrong') },
  ]);
}
