import { Fault } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { type Day, parisDay } from '../kit/paris';
import { DocumentCounter } from './document-counter.entity';

/** FA: factures. PR: prestations, a separate series; not an accounting document. */
export type DocumentKind = 'FA' | 'PR';

export interface DocumentNumber {
  readonly number: string;
  readonly issuedOn: Day;
}

/**
 * Takes the next number of a series, in the transaction that issues the document: if that rolls back, the number
 * is free again. Numbers start again at 1 each year (CGI ann. II art. 242 nonies A allows yearly series).
 * The first statement is a write: on PostgreSQL it locks the series' row until the transaction ends.
 * @throws Fault BILLING.DATE_BEFORE_LAST if the computer's date is before the last document's.
 */
export async function takeNumber({ manager, now }: Unit, kind: DocumentKind): Promise<DocumentNumber> {
  await manager.increment(DocumentCounter, { kind }, 'lastNumber', 1);
  const counter = await manager.findOneByOrFail(DocumentCounter, { kind });
  const issuedOn = parisDay(now);
  const last = counter.lastIssuedOn;
  if (last !== null && issuedOn < last)
    throw new Fault('BILLING.DATE_BEFORE_LAST', { today: issuedOn, last });
  const year = Number(issuedOn.slice(0, 4));
  const lastNumber = year === counter.year ? counter.lastNumber : 1;
  await manager.update(DocumentCounter, { kind }, { year, lastNumber, lastIssuedOn: issuedOn });
  return { number: `${kind}-${year}-${String(lastNumber).padStart(6, '0')}`, issuedOn };
}
