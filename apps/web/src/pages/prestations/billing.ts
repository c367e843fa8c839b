import type { Schemas } from '../../api/client';
import { get } from '../../api/get';

export type Organisation = Schemas['Organisation'];
export type Prestation = Schemas['Prestation'];
export type PrestationDetail = Schemas['PrestationDetail'];
export type Listed = Schemas['ListedPrestation'];
export type Line = Schemas['PrestationLine'];
export type Paper = Schemas['Document'];
export type State = Prestation['state'];

export const prestationQuery = (id: string) => get('/api/v1/prestations/{id}', { path: { id } });

/** The documents of a prestation, latest first. */
export const papersQuery = (id: string) => get('/api/v1/prestations/{id}/documents', { path: { id } });

export const organisationQuery = (id: string) => ({
  ...get('/api/v1/organisations/{id}', { path: { id } }),
  staleTime: 60_000,
});

/** The people who can be responsible for a prestation. */
export const responsiblesQuery = { ...get('/api/v1/prestations/responsibles'), staleTime: 60_000 };

export type Seller = Schemas['SellerSettings'];

/** The activities that the seller’s settings tax, the one of prints first. */
export const activitiesOf = (seller: Seller | null): readonly string[] => {
  if (!seller) return [];
  const { vat, printing } = seller;
  const named = 'activities' in vat ? Object.keys(vat.activities ?? {}) : [];
  return [...new Set([printing.activity, ...named])];
};

/** What each change of a prestation or of its documents makes stale. */
export const TOUCHED = ['/api/v1/prestations', '/api/v1/documents'] as const;
