import { useTranslation } from 'react-i18next';
import { StateBadge, type Tone } from '../../parts/state-badge';
import type { Prestation } from './billing';
import './state.css';

const TONES: Readonly<Record<Prestation['state'], Tone>> = {
  preparing: 'neutral',
  confirmed: 'neutral',
  'in-progress': 'soon',
  delivered: 'good',
  invoiced: 'good',
  cancelled: 'neutral',
};

/** How far the work of a prestation is, and whether it is late. */
export function PrestationState({ state, isLate }: Pick<Prestation, 'state'> & { isLate?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="state-marks">
      <StateBadge tone={TONES[state]}>{t(`prestations.states.${state}`)}</StateBadge>
      {isLate && <StateBadge tone="bad">{t('prestations.late')}</StateBadge>}
    </span>
  );
}
