import type { Touched } from '../../api/touched';

/** What a change of an account makes stale. */
export const touchesOf = (id: string): readonly Touched[] => [
  ['/api/v1/member-accounts/{id}', { id }],
  ['/api/v1/member-accounts/{id}/entries', { id }],
  '/api/v1/member-accounts',
];
