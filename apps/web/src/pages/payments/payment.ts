import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';

export type Payment = Schemas['Payment'];
export type PaymentDetail = Schemas['PaymentDetail'];
export type Means = Payment['means'];
export type OpenPaper = Pick<Schemas['Document'], 'id' | 'number' | 'dueOn'> & { readonly openCents: number };

/** What each step of a payment makes stale. */
export const TOUCHED = [
  ...(['/api/v1/payments', '/api/v1/documents', '/api/v1/organisations', '/api/v1/reminders/due'] as const),
] as const;

export const paymentQuery = (id: string) => get('/api/v1/payments/{id}', { path: { id } });

/** The means of payment as they are in force today, with those that staff can choose. */
export const useMeans = () => useQuery({ ...get('/api/v1/settings/payment-means'), staleTime: 60_000 });

const MOST = 200;

/** The invoices and deposits of a client of which something is open, the longest due first. */
export function useOpenPapers(organisationId: string | undefined) {
  return useQuery({
    ...get('/api/v1/documents', {
      query: { ...(organisationId && { organisationId }), open: 'true' as const, limit: MOST, sort: 'dueOn' },
    }),
    enabled: organisationId !== undefined && organisationId !== '',
    // Nothing is kept: an amount that was open before would be proposed.
    ...{ staleTime: 0, gcTime: 0 },
    select: ({ items }): OpenPaper[] =>
      items.flatMap(({ id, number, dueOn, openCents }) =>
        openCents !== null && openCents > 0 ? [{ id, number, dueOn, openCents }] : [],
      ),
  });
}
