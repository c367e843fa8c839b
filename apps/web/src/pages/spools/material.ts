import { queryOptions } from '@tanstack/react-query';
import { api, content, type Schemas } from '../../api/client';
import { formatNumber } from '../../parts/format';

export type Spool = Schemas['SpoolListDto_Output']['items'][number];
export type Filament = Spool['filament'];

/** Under this, most prints will not end. */
const LOW_GRAMS = 150;
/** What most spools hold when they are new; the list does not say what each held. */
export const FULL_GRAMS = 1000;

export type Stock = 'enough' | 'low' | 'empty';
export const stockOf = ({ gramsLeft }: Pick<Spool, 'gramsLeft'>): Stock => {
  if (gramsLeft <= 0) return 'empty';
  return gramsLeft < LOW_GRAMS ? 'low' : 'enough';
};

export const filamentName = ({ material, colour, brand }: Filament): string =>
  [material, colour, brand].join(' · ');

/** With its sign, also where it is positive: a movement. */
export const signedGrams = (grams: number): string =>
  `${grams > 0 ? '+' : grams < 0 ? '−' : ''}${formatNumber(Math.abs(grams), 1)}`;

/** Colours are free text; the common ones are shown as a dot beside their word. */
const DOTS: Readonly<Record<string, string>> = {
  blanc: '#ffffff',
  white: '#ffffff',
  noir: '#111111',
  black: '#111111',
  gris: '#888888',
  grey: '#888888',
  bleu: '#1c5fd1',
  blue: '#1c5fd1',
  vert: '#1c8a3a',
  green: '#1c8a3a',
  rouge: '#c91f1f',
  red: '#c91f1f',
  jaune: '#f2c500',
  yellow: '#f2c500',
  orange: '#f07c00',
  rose: '#ec6fa5',
  pink: '#ec6fa5',
  violet: '#7a3fc4',
  purple: '#7a3fc4',
  marron: '#7a4a1f',
  brown: '#7a4a1f',
};
export const dotOf = (colour: string): string | undefined => DOTS[colour.toLowerCase().split(/\s/)[0] ?? ''];

export const spoolsQuery = (labId: string) =>
  queryOptions({
    queryKey: ['spools', labId],
    queryFn: async () =>
      (await content(api.GET('/api/v1/labs/{id}/spools', { params: { path: { id: labId } } }))).items,
  });

export const filamentsQuery = queryOptions({
  queryKey: ['filaments'],
  queryFn: async () => (await content(api.GET('/api/v1/filaments'))).items,
});

export const movementsQuery = (spoolId: string) =>
  queryOptions({
    queryKey: ['spool', spoolId, 'movements'],
    queryFn: () => content(api.GET('/api/v1/spools/{id}/movements', { params: { path: { id: spoolId } } })),
  });
