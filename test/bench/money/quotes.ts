import { folded } from '@pandafab/shared';
import type { Direct } from '../search/direct';
import { clientOf } from './clients';
import { SAMPLE } from './sample';

/** An order, and who wrote its documents. */
export interface Known {
  readonly id: string;
  readonly createdBy: string;
}

const STATES = ['accepted', 'refused', 'expired', 'sent', 'draft'] as const;
const CREATED_AT = Date.UTC(2022, 0, 5, 9);
const BETWEEN_MS = 25_200_000;

/** Quotes in all of their states: lists show them beside the invoices, and they are not in the chain. */
export async function fillQuotes(direct: Direct, known: Known, count: number): Promise<void> {
  const content = JSON.stringify(SAMPLE);
  await direct.fill('documents', count, (at) => {
    const state = STATES[at % STATES.length] ?? 'draft';
    const { id: organisationId, name } = clientOf(at);
    const number = state === 'draft' ? null : `DE-2026-${String(at).padStart(6, '0')}`;
    const reference = `PR-${at % 9_973}`;
    return {
      ...{ id: `01900000-0000-7000-8997-${at.toString(16).padStart(12, '0')}`, kind: 'quote', state, number },
      ...{ version: 1, prestationId: known.id, organisationId, request: '{}', clientName: name, reference },
      ...{
        content: number && content,
        title: 'Vidéo',
        foldedWords: folded(`${number ?? ''} ${name} ${reference}`),
      },
      ...{ issuedOn: number && '2026-01-05', validUntil: number && '2099-01-05', salt: '' },
      ...{ netCents: number && at, vatCents: number && 0, grossCents: number && at },
      ...{ createdBy: known.createdBy, createdAt: CREATED_AT + at * BETWEEN_MS },
    };
  });
}
