import { Button, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { Confirm } from '../../parts/confirm';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge, type Tone } from '../../parts/state-badge';
import { SessionFacts } from './session-facts';
import { type OwnSession, TOUCHES } from './sessions';
import { formatSessionDay } from './when';

/** Where the person and their wards have a place, or had one. */
export function OwnSessions() {
  const { t } = useTranslation();
  const [past, setPast] = useState(false);
  const { data, error, refetch } = useQuery(
    get('/api/v1/me/lab-sessions', { query: { past: past ? 'true' : 'false' } }),
  );
  return (
    <section className="session-part" aria-labelledby="own">
      <h2 id="own">{t('sessions.own')}</h2>
      {error && <ProblemAlert error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && <p>{t(past ? 'sessions.ownNonePast' : 'sessions.ownNone')}</p>}
      <ul className="rows">
        {data?.items.map((own) => (
          <OwnRow key={own.registrationId} own={own} />
        ))}
      </ul>
      <Group>
        <Button variant="default" className="touch" onClick={() => setPast(!past)}>
          {t(past ? 'sessions.showComing' : 'sessions.showPast')}
        </Button>
      </Group>
    </section>
  );
}

function stateOf({ state, attendance, session }: OwnSession): readonly [Tone, string] {
  if (session.state === 'cancelled') return ['bad', 'sessionCancelled'];
  if (state === 'cancelled') return ['neutral', 'cancelled'];
  if (attendance === 'present') return ['good', 'present'];
  if (attendance === 'absent') return ['bad', 'absent'];
  return state === 'waiting' ? ['soon', 'waiting'] : ['good', 'registered'];
}

function OwnRow({ own }: { own: OwnSession }) {
  const { t } = useTranslation();
  const { session, mine, memberName, position, mayCancel, lateFrom, registrationId } = own;
  const [tone, state] = stateOf(own);
  const isLate = Date.parse(lateFrom) < Date.now();
  return (
    <li className="session-card">
      <p className="session-when">{formatSessionDay(session, Date.now())}</p>
      <SessionFacts session={session} namesLab />
      {session.state === 'cancelled' && session.cancelledReason && (
        <p role="status">{t('sessions.reason', { reason: session.cancelledReason })}</p>
      )}
      <div className="session-hands">
        <StateBadge tone={tone}>{t(`sessions.own-states.${state}`, { place: position ?? 0 })}</StateBadge>
        {!mine && <span className="quiet">{t('sessions.for', { name: memberName })}</span>}
        {mayCancel && (
          <Confirm
            label={t('sessions.cancel')}
            touches={TOUCHES}
            act={() =>
              content(
                api.POST('/api/v1/registrations/{id}/cancel', { params: { path: { id: registrationId } } }),
              )
            }
          >
            <p>{t(isLate ? 'sessions.cancelLate' : 'sessions.cancelText')}</p>
          </Confirm>
        )}
      </div>
    </li>
  );
}
