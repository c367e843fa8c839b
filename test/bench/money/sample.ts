import type { PaperContent } from '@pandafab/domain';
import { PAPERS } from '../../medium/papers/fixtures/papers';

/** An invoice with five lines at three rates. */
export const SAMPLE: PaperContent = PAPERS['three rates'];

export const invoiceNumber = (at: number): string => `FA-2026-${String(at).padStart(6, '0')}`;
