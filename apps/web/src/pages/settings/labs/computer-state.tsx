import { useTranslation } from 'react-i18next';
import type { Lab } from '../../../api/queries';
import { StateBadge } from '../../../parts/state-badge';

interface Props {
  readonly lab: Lab;
  /** False when the server could not say whether it is online. */
  readonly isKnown: boolean;
}

/** Whether the computer of a lab is online. A lab that never had one has none that failed. */
export function ComputerState({ lab, isKnown }: Props) {
  const { t } = useTranslation();
  if (!isKnown) return <StateBadge tone="neutral">{t('labs.notNow')}</StateBadge>;
  if (!lab.hasComputer) return <StateBadge tone="neutral">{t('labs.notConnected')}</StateBadge>;
  return (
    <StateBadge tone={lab.agentOnline ? 'good' : 'bad'}>
      {t(lab.agentOnline ? 'labs.online' : 'labs.offline')}
    </StateBadge>
  );
}
