import { type PaperFlaw, paperFlaws } from '@pandafab/domain';
import { Fault, type FaultCode } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Day } from '../kit/paris';
import { type Composed, composePaper } from './compose/compose-paper';
import type { Order } from './compose/order';
import { PaperDocument } from './document.entities';

/** The number of the quote that a new version replaces. */
export async function replacedNumber(
  manager: EntityManager,
  { replacesId }: PaperDocument,
): Promise<string | null> {
  if (replacesId === null) return null;
  return (await manager.findOneBy(PaperDocument, { id: replacesId }))?.number ?? null;
}

export interface Named {
  readonly number: string;
  readonly issuedOn: Day;
  readonly replaces: string | null;
}

/** What a draft shows under this number. @throws Fault the COMPOSE_FAULTS. */
export const composeDraft = (
  order: Order,
  { kind, version, request }: PaperDocument,
  named: Named,
): Composed => composePaper(order, { kind, version, ...named }, request);

/** What keeps the document from being issued, and what staff should know. */
export const flawsOf = (order: Order, { content }: Composed): PaperFlaw[] =>
  paperFlaws(content, order.organisation);

export const faultOfFlaw = ({ code, parameters }: PaperFlaw): Fault =>
  new Fault(`PAPER.${code}` as FaultCode, { ...parameters });

/** @throws Fault PAPER.* the first reason why the document cannot be issued. */
export function demandFlawless(order: Order, composed: Composed): void {
  const [first] = flawsOf(order, composed).filter(({ severity }) => severity === 'refusal');
  if (first) throw faultOfFlaw(first);
}
