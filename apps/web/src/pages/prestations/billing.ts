import { queryOptions } from '@tanstack/react-query';
import { api, content, type Schemas } from '../../api/client';
import { Problem } from '../../api/problem';
import { t } from '../../i18n/i18n';
import { parseDecimal } from '../../parts/decimal';

export type Organisation = Schemas['OrganisationListDto_Output']['items'][number];
export type Prestation = Schemas['PrestationListDto_Output']['items'][number];
export type PrestationDetail = Schemas['PrestationDetailDto_Output'];
export type Line = PrestationDetail['lines'][number];

export const UNITS = ['C62', 'HUR', 'DAY', 'GRM', 'KGM'] as const;

export const prestationQuery = (id: string) =>
  queryOptions({
    queryKey: ['prestation', id],
    queryFn: () => content(api.GET('/api/v1/prestations/{id}', { params: { path: { id } } })),
  });

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisation', id],
    queryFn: () => content(api.GET('/api/v1/organisations/{id}', { params: { path: { id } } })),
    staleTime: 60_000,
  });

/** Null where nobody has recorded who sells. */
async function askSeller() {
  try {
    return await content(api.GET('/api/v1/settings/seller'));
  } catch (error) {
    if (error instanceof Problem && error.code === 'BILLING.SELLER_MISSING') return null;
    throw error;
  }
}
export type Seller = NonNullable<Awaited<ReturnType<typeof askSeller>>>;

export const sellerQuery = queryOptions({ queryKey: ['seller'], queryFn: askSeller });

/** What the seller’s settings know how to tax; a line of another activity could not be invoiced where VAT is split. */
export const activitiesOf = ({ vat, printing }: Seller): { known: string[]; isClosed: boolean } =>
  vat.regime === 'split'
    ? { known: Object.keys(vat.activities), isClosed: true }
    : { known: [printing.activity], isClosed: false };

/**
 * A price in euros as whole cents for so many units: 0,0834 € is 834 cents for 100.
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
