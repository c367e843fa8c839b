import { nextQuoteState } from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { parisDay } from '../kit/paris';
import { recordAgreement } from '../prestations/order-steps';
import type { Prestation } from '../prestations/prestation.entities';
import type { Issued } from './compose/order';
import { Acceptance, PaperDocument } from './document.entities';
import { stateOn } from './document-view';

export type Decided = Omit<Acceptance, 'documentId' | 'recordedAt'>;

/**
 * Records a client's decision about a quote of a prestation that the caller has locked. An accepted quote confirms the
 * order, and its price covers the prints.
 * @returns the quote's state
 * @throws Fault QUOTE.NOT_OPEN for a quote that was decided, replaced or has expired
 */
export async function decideQuote(
  unit: Unit,
  prestation: Prestation,
  quote: Issued,
  decided: Decided,
): Promise<'accepted' | 'refused'> {
  const { manager, now } = unit;
  const { decision: state } = decided;
  // A decision that staff record later counts from the day on which the client made it.
  const isOpen = stateOn(quote, parisDay(decided.at)) === 'sent' && nextQuoteState('sent', state) === state;
  const { number } = quote;
  if (!isOpen) throw new Fault('QUOTE.NOT_OPEN', { number, state: quote.state });
  await manager.insert(Acceptance, { ...decided, documentId: quote.id, recordedAt: now });
  await manager.update(PaperDocument, { id: quote.id }, { state });
  if (state === 'accepted') await recordAgreement(unit, prestation);
  return state;
}

/** The version that a new one replaces can no longer be accepted. @throws Fault QUOTE.NOT_REPLACEABLE. */
export async function endReplaced({ manager }: Unit, { replacesId }: Issued): Promise<void> {
  if (replacesId === null) return;
  const earlier = await manager.findOneByOrFail(PaperDocument, { id: replacesId });
  const state = earlier.state === 'sent' ? nextQuoteState('sent', 'replaced') : undefined;
  if (state) await manager.update(PaperDocument, { id: replacesId }, { state });
}

/** A draft is changed directly, and only the latest version gets another. */
export async function isFinishedQuote(
  manager: EntityManager,
  { id, number }: PaperDocument,
): Promise<boolean> {
  return number === null || (await manager.existsBy(PaperDocument, { replacesId: id }));
}
