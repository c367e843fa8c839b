import type { Schemas } from '../../api/client';
import type { Touched } from '../../api/touched';

export type Report = Schemas['Report'];
export type Content = Report['content'];
export type Figure = Content['overview'][number];
export type ReportObjective = Content['objectives'][number];

export const TOUCHED: readonly Touched[] = [
  '/api/v1/reports',
  '/api/v1/reports/{id}',
  '/api/v1/reports/{id}/differences',
];
