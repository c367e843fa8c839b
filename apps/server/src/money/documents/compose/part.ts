import {
  type NoExactPart,
  type Part,
  type PartRefusal,
  partOfGross,
  partOfNet,
  partOfPercent,
} from '@pandafab/domain';
import { cents, Fault } from '@pandafab/shared';
import { euros } from '../../kit/french';
import type { PrestationStage } from '../../prestations/prestation.entities';
import type { PartRequest } from '../document-request';
import { type Agreed, grossOfRows } from './agreed';
import type { Order } from './order';

export type Parted = Part | PartRefusal | NoExactPart;

/** What a deposit would be. */
export const depositOf = ({ left, rows }: Agreed, part: PartRequest): Parted =>
  'percent' in part ? partOfPercent(left, rows, part.percent) : partOfGross(left, cents(part.grossCents));

/** A stage that can be invoiced: it has a share, is done, and has no invoice. @throws Fault DOCUMENT.STAGE_UNFIT. */
export function invoiceableStage(order: Order, { standing }: Agreed, stageId: string): PrestationStage {
  const stage = order.stages.find(({ id }) => id === stageId);
  const fits = stage?.share && stage.doneOn !== null && !standing.invoicedStages.has(stageId);
  if (!stage || !fits) throw new Fault('DOCUMENT.STAGE_UNFIT', { name: stage?.name ?? stageId });
  return stage;
}

/** What the invoice of a stage would be. @throws Fault DOCUMENT.STAGE_UNFIT without a share. */
export function stagePart({ left, rows }: Agreed, { name, share }: PrestationStage): Parted {
  if (!share) throw new Fault('DOCUMENT.STAGE_UNFIT', { name });
  return share.kind === 'percent'
    ? partOfPercent(left, rows, share.percent)
    : partOfNet(left, cents(share.cents));
}

/** @throws Fault DOCUMENT.PART_TOO_LARGE, DOCUMENT.NO_EXACT_NET, BILLING.NOTHING_TO_INVOICE. */
export function demandPart(found: Parted, order: Order, { left }: Agreed, asked: number | null): Part {
  if (!('refusal' in found)) return found;
  const amount = (value: number | null) => (value === null ? '—' : euros(value));
  switch (found.refusal) {
    case 'nothing':
      throw new Fault('BILLING.NOTHING_TO_INVOICE', { reference: order.prestation.reference });
    case 'moreThanLeft':
      throw new Fault('DOCUMENT.PART_TOO_LARGE', { left: euros(grossOfRows(left)) });
    case 'noExactPart':
      throw new Fault('DOCUMENT.NO_EXACT_NET', {
        gross: amount(asked),
        below: amount(found.below),
        above: amount(found.above),
      });
  }
}

/** Deposits and stages are together never above the accepted quote. @throws Fault DOCUMENT.ABOVE_QUOTE. */
export function demandWithinQuote({ standing }: Agreed, part: Part): void {
  const { acceptedQuote, openParts } = standing;
  if (!acceptedQuote) return;
  const taken = openParts.reduce((sum, { rows }) => sum + grossOfRows(rows), 0);
  const left = acceptedQuote.content.totals.grossCents - taken;
  if (part.grossCents > left)
    throw new Fault('DOCUMENT.ABOVE_QUOTE', { number: acceptedQuote.number, left: euros(left) });
}
