import { type AccountId, Fault } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { parisDay } from '../kit/paris';
import { takeNumber } from '../numbers/document-numbers';
import { markInvoiced, reopenAfterCredit } from '../prestations/order-steps';
import type { Prestation } from '../prestations/prestation.entities';
import { UsageRecord } from '../pricing/usage-record.entity';
import type { ChainWriter } from './chain-writer';
import { agreedOf } from './compose/agreed';
import { type Issued, type Order, readOrder } from './compose/order';
import { standingOf } from './compose/standing';
import { composeDraft, demandFlawless, replacedNumber } from './compose-draft';
import { PaperDocument } from './document.entities';
import type { IssuingBlockers } from './issuing-blockers';

export interface IssuingTools {
  readonly blockers: IssuingBlockers;
  readonly chain: ChainWriter;
}

/**
 * Gives a draft its number and freezes it, in the caller's unit of work, in which the prestation is locked: number,
 * content, link of the chain and state of the order are written together or not at all.
 * @throws Fault the ISSUE_FAULTS, and PAPER.* for a condition that is not met.
 */
export async function issueDocument(
  unit: Unit,
  { blockers, chain }: IssuingTools,
  by: AccountId,
  prestation: Prestation,
  draft: PaperDocument,
): Promise<Issued> {
  const { manager, now } = unit;
  const { state, reference } = prestation;
  if (state === 'cancelled') throw new Fault('PRESTATION.CANCELLED', { reference });
  const isFinal = draft.kind === 'invoice' && draft.request.stageId === undefined;
  if (isFinal) await blockers.demandNone(manager, prestation);
  if (isFinal && prestation.printsCharged) await demandPriced(unit, prestation);
  const order = await readOrder(manager, prestation.id, parisDay(now));
  const replaces = await replacedNumber(manager, draft);
  const named = await takeNumber(unit, draft.kind, prestation.labId);
  const composed = composeDraft(order, draft, { ...named, replaces });
  demandFlawless(order, composed);
  const issued = await freeze(unit, by, draft, composed.content);
  if (issued.state === 'issued' && issued.kind !== 'order-confirmation') await chain.append(unit, issued);
  await moveOrder(unit, order, issued);
  const { id, number, kind, grossCents } = issued;
  const action = kind === 'quote' ? 'quote.sent' : 'document.issued';
  await audit(unit, { action, subject: ['document', id], after: { number, kind, grossCents } });
  return issued;
}

/** @throws Fault BILLING.NO_TARIFF: prints without a price would be missing on the final invoice. */
async function demandPriced({ manager }: Unit, { id, reference }: Prestation): Promise<void> {
  if (await manager.existsBy(UsageRecord, { prestationId: id, tariffVersionId: IsNull() }))
    throw new Fault('BILLING.NO_TARIFF', { reference });
}

async function freeze(
  { manager, now }: Unit,
  by: AccountId,
  draft: PaperDocument,
  content: Issued['content'],
): Promise<Issued> {
  const { number, issuedOn, dueOn, validUntil, totals, client, reference, title, purchaseOrder } = content;
  const { netCents, vatCents, grossCents } = totals;
  const frozen = {
    ...({ state: draft.kind === 'quote' ? 'sent' : 'issued', number, content } as const),
    ...{ issuedOn, dueOn, validUntil, netCents, vatCents, grossCents },
    ...{ clientName: client.name, reference, title, purchaseOrder, issuedBy: by, issuedAt: now },
  };
  // The object that TypeORM writes gets the folded words: the caller's copy does not.
  await manager.update(PaperDocument, { id: draft.id }, { ...frozen });
  return { ...draft, ...frozen };
}

/**
 * An order is invoiced with its final invoice, and with the invoice of a stage after which nothing is left. It opens
 * again when its final invoice is credited in full.
 */
async function moveOrder(unit: Unit, order: Order, issued: Issued): Promise<void> {
  const { prestation } = order;
  const papers = [...order.papers, issued];
  const isOver = standingOf(order.papers).finals.length > 0 && standingOf(papers).finals.length === 0;
  if (issued.kind === 'credit-note' && isOver) await reopenAfterCredit(unit, prestation);
  if (issued.kind !== 'invoice' || prestation.state === 'invoiced') return;
  const { left, lines } = agreedOf({ ...order, papers });
  const isNothing = left.every(({ baseCents, vatCents }) => baseCents === 0 && vatCents === 0);
  if (lines.length === 0 || isNothing) await markInvoiced(unit, prestation);
}
