import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../parts/state-badge';
import type { Prestation } from './billing';

/** Whether a prestation is still to be invoiced. */
export function PrestationState({ state }: Pick<Prestation, 'state'>) {
  const { t } = useTranslation();
  return (
    <StateBadge tone={state === 'invoiced' ? 'good' : 'neutral'}>{t(`prestations.${state}`)}</StateBadge>
  );
}
