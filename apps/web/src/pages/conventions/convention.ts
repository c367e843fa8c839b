import type { Schemas } from '../../api/client';
import type { Touched } from '../../api/touched';

export type Convention = Schemas['Convention'];
export type Objective = Convention['objectives'][number];
export type Instalment = Convention['instalments'][number];

/** What a change of a convention makes stale; drafts of reports show it too. */
export const TOUCHED: readonly Touched[] = [
  '/api/v1/conventions',
  '/api/v1/conventions/{id}',
  '/api/v1/reports',
  '/api/v1/reports/{id}',
  '/api/v1/activity/dashboard',
];

/** The lines of a text field that have something in them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
