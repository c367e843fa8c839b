import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { timeIn } from '../../parts/zone';
import { Places } from './places';
import { type LabSession, titleOf } from './session';
import { StandingBadge } from './standing-badge';

/** A session in the week: when, what, who leads it, and how many places are left. It leads to its page. */
export function SessionCard({ session }: { session: LabSession }) {
  const { t } = useTranslation();
  const { id, kind, state, from, until, timeZone, trainerName, opening } = session;
  return (
    <Link to={`/agenda/${id}`} className="agenda-card" data-kind={kind} data-state={state}>
      <span className="agenda-time figures">
        {timeIn(from, timeZone)}–{timeIn(until, timeZone)}
      </span>
      <b className="agenda-name typed">{titleOf(session)}</b>
      <span className="quiet">
        {t(`lab-session.kinds.${kind}`)}
        {trainerName && ` · ${trainerName}`}
      </span>
      <Places session={session} />
      <StandingBadge session={session} />
      {opening !== 'open' && state === 'planned' && (
        <span className="agenda-warning">{t(`agenda.openings.${opening}`)}</span>
      )}
    </Link>
  );
}
