import { useTranslation } from 'react-i18next';
import { StateBadge, type Tone } from '../../parts/state-badge';
import type { Payment } from './payment';

type State = 'undone' | 'reversal' | 'refund' | 'left' | 'used' | 'held';

const TONES: Readonly<Record<State, Tone>> = {
  ...{ undone: 'bad', reversal: 'neutral', refund: 'neutral', left: 'soon', used: 'good', held: 'good' },
};

/** What an entry is, or whether a payment is used. */
export function stateOf({ kind, undoneBy, leftCents, memberId }: Payment): State {
  if (undoneBy !== null) return 'undone';
  if (kind !== 'payment') return kind;
  if (memberId !== null) return 'held';
  return leftCents > 0 ? 'left' : 'used';
}

export function PaymentState({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  const state = stateOf(payment);
  return <StateBadge tone={TONES[state]}>{t(`payments.states.${state}`)}</StateBadge>;
}
