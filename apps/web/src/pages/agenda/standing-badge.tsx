import { useTranslation } from 'react-i18next';
import { StateBadge } from '../../parts/state-badge';
import { type LabSession, standingOf, TONES } from './session';

/** Whether a session is planned, full, over, held or cancelled. */
export function StandingBadge({ session }: { session: LabSession }) {
  const { t } = useTranslation();
  const standing = standingOf(session, Date.now());
  return <StateBadge tone={TONES[standing]}>{t(`agenda.standings.${standing}`)}</StateBadge>;
}
