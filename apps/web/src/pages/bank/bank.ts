import type { Schemas } from '../../api/client';
import { get } from '../../api/get';

export type Line = Schemas['BankLine'];
export type Proposal = Schemas['BankProposal'];
export type Preview = Schemas['BankPreview'];
export type Mapping = Schemas['CsvMapping'];

export const STATES = ['open', 'booked', 'ignored', 'out'] as const;

/** Computed again for each request: kept until something on the page changes it. */
export const proposalsQuery = { ...get('/api/v1/bank/proposals'), staleTime: 60_000 };

/** What each step with a line makes stale. */
export const TOUCHED = [
  '/api/v1/bank/lines',
  '/api/v1/bank/proposals',
  '/api/v1/bank/statements',
  '/api/v1/bank/payable-documents',
  '/api/v1/payments',
  '/api/v1/documents',
  '/api/v1/organisations',
] as const;
