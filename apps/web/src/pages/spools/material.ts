import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { formatNumber } from '../../parts/format';

export type Filament = Schemas['Filament'];

/** The weight of most new spools; the list does not contain the original weight of each. */
export const FULL_GRAMS = 1000;

export const filamentName = ({ material, colour, brand }: Filament): string =>
  [material, colour, brand].join(' · ');

/** A movement, with its sign even when it is positive. */
export const signedGrams = (grams: number): string =>
  `${grams > 0 ? '+' : grams < 0 ? '−' : ''}${formatNumber(Math.abs(grams), 1)}`;

/** Colours are free text; common ones get a coloured dot next to the word. */
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

export const movementsQuery = (id: string) => get('/api/v1/spools/{id}/movements', { path: { id } });
