import { type Cents, cents, sumCents } from '@pandafab/shared';
import type { PricedUsage } from '../../pricing';
import type { RunOutcomeKind } from '../../run-state';

/** What of a run is charged that did not end as wanted. */
export const CHARGED_PARTS = ['nothing', 'material', 'all'] as const;
export type ChargedPart = (typeof CHARGED_PARTS)[number];

/** How a run that did not end as wanted came to its end. `failed`: also a run whose end the lab never reported. */
export const UNFINISHED_ENDS = ['cancelledByMaker', 'cancelledByStaff', 'failed'] as const;
export type UnfinishedEnd = (typeof UNFINISHED_ENDS)[number];

/** What a lab charges for runs that ended otherwise. */
export type SettlementPolicy = Readonly<Record<UnfinishedEnd, ChargedPart>>;

/** A lab that decides nothing charges only what was finished. */
export const NOTHING_CHARGED: SettlementPolicy = {
  cancelledByMaker: 'nothing',
  cancelledByStaff: 'nothing',
  failed: 'nothing',
};

/** How a run ended, and who cancelled it; null: no request, as when a person stops the machine. */
export interface EndOfRun {
  readonly outcome: RunOutcomeKind;
  readonly cancelledBy: 'maker' | 'staff' | null;
}

/** What of a run is charged. */
export function chargedPartOf(policy: SettlementPolicy, { outcome, cancelledBy }: EndOfRun): ChargedPart {
  if (outcome === 'done') return 'all';
  if (outcome !== 'cancelled') return policy.failed;
  return cancelledBy === 'maker' ? policy.cancelledByMaker : policy.cancelledByStaff;
}

/** The material of a priced use alone: without machine time, set-up and minimum. */
export function materialOnly({ chargedCents, lines }: PricedUsage): PricedUsage {
  const material = lines.filter(({ code }) => code === 'MATERIAL');
  const valueCents: Cents = sumCents(material.map(({ amountCents }) => amountCents));
  return { valueCents, chargedCents: chargedCents === 0 ? cents(0) : valueCents, lines: material };
}
