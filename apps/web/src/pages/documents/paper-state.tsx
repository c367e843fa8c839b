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

/** The state of a document, and whether its payment is overdue. */
export function PaperState({ paper: { state, isOverdue } }: { paper: Pick<Paper, 'state' | 'isOverdue'> }) {
  const { t } = useTranslation();
  if (isOverdue) return <StateBadge tone="bad">{t('documents.overdue')}</StateBadge>;
  return <StateBadge tone={TONES[state]}>{t(`documents.states.${state}`)}</StateBadge>;
}
