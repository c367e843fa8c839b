import { useTranslation } from 'react-i18next';
import { formatEuros } from '../../parts/format';
import { titleOf } from '../agenda/session';
import type { LabSession } from './sessions';
import { formatSessionTimes } from './when';

interface Props {
  readonly session: LabSession;
  /** True: names the lab. */
  readonly namesLab: boolean;
}

/** What a person wants to know of a session before they register. */
export function SessionFacts({ session, namesLab }: Props) {
  const { t } = useTranslation();
  const title = titleOf(session);
  const { kind, labName, trainerName, priceCents, description, audience } = session;
  const facts = [
    t(`lab-session.kinds.${kind}`),
    ...(namesLab ? [labName] : []),
    ...(trainerName === '' ? [] : [t('sessions.with', { name: trainerName })]),
    priceCents === 0 ? t('sessions.free') : formatEuros(priceCents),
    ...(audience === 'everyone' || kind === 'appointment' ? [] : [t(`lab-session.forAudience.${audience}`)]),
  ];
  return (
    <>
      <p className="session-title">
        <span className="session-times">{formatSessionTimes(session)}</span> {title}
      </p>
      <p className="quiet">{facts.join(' · ')}</p>
      {description && <p className="session-lines">{description}</p>}
    </>
  );
}
