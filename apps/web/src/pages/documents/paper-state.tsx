import { useTranslation } from 'react-i18next';
import { StateBadge, type Tone } from '../../parts/state-badge';
import type { Paper } from './paper';

const TONES: Readonly<Record<Paper['state'], Tone>> = {
  draft: 'neutral',
  sent: 'soon',
  accepted: 'good',
  refused: 'bad',
  expired: 'bad',
  issued: 'good',
};

type Shown = Pick<Paper, 'state' | 'isOverdue' | 'openCents' | 'paidCents' | 'grossCents'>;

/** What was paid of an invoice or deposit; undefined where nothing was, and for the other kinds. */
function paidState({
  openCents,
  paidCents,
  grossCents,
}: Shown): 'overpaid' | 'paid' | 'partlyPaid' | undefined {
  if (openCents === null || grossCents === 0) return undefined;
  if (openCents < 0) return 'overpaid';
  if (openCents === 0) return 'paid';
  return (paidCents ?? 0) > 0 ? 'partlyPaid' : undefined;
}
const PAID_TONES = { overpaid: 'soon', paid: 'good', partlyPaid: 'soon' } as const;

/** The state of a document, whether its payment is overdue, and what was paid. */
export function PaperState({ paper }: { paper: Shown }) {
  const { t } = useTranslation();
  const { state, isOverdue } = paper;
  if (isOverdue) return <StateBadge tone="bad">{t('documents.overdue')}</StateBadge>;
  const paid = paidState(paper);
  if (paid) return <StateBadge tone={PAID_TONES[paid]}>{t(`documents.${paid}`)}</StateBadge>;
  return <StateBadge tone={TONES[state]}>{t(`documents.states.${state}`)}</StateBadge>;
}
