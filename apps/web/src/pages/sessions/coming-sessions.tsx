import { Button, Group, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { useLab } from '../../frame/lab-choice';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { addDays } from '../agenda/week';
import { RegisterForm } from './register-form';
import { SessionFacts } from './session-facts';
import type { LabSession } from './sessions';
import { byDay, formatSessionDay } from './when';

const DAYS_AT_ONCE = 31;
const MOST_DAYS = 366;

/** The sessions for which a person can register, by day. */
export function ComingSessions({ today }: { today: string }) {
  const { t } = useTranslation();
  const { labs, lab } = useLab();
  const [labId, setLabId] = useState(lab?.id ?? '');
  const [days, setDays] = useState(DAYS_AT_ONCE);
  const until = addDays(today, days);
  const found = useQuery(
    get('/api/v1/lab-sessions', { query: { from: today, until, ...(labId && { labId }) } }),
  );
  const open = (found.data?.items ?? []).filter(isOffered);
  return (
    <section className="session-part" aria-labelledby="coming">
      <h2 id="coming">{t('sessions.coming')}</h2>
      {labs.length > 1 && (
        <NativeSelect
          size="md"
          maw="24rem"
          label={t('sessions.lab')}
          value={labId}
          onChange={({ currentTarget }) => setLabId(currentTarget.value)}
          data={[
            { value: '', label: t('sessions.allLabs') },
            ...labs.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {found.isPending && <Loading />}
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      {found.data && open.length === 0 && <Empty title={t('sessions.none')}>{t('sessions.noneCure')}</Empty>}
      {byDay(open).map(([day, items]) => (
        <div key={day} className="session-day">
          <h3>{items[0] && formatSessionDay(items[0], Date.now())}</h3>
          <ul className="rows">
            {items.map((session) => (
              <li key={session.id} className="session-card">
                <SessionFacts session={session} namesLab={labId === ''} />
                <RegisterForm session={session} />
              </li>
            ))}
          </ul>
        </div>
      ))}
      {found.data && days + DAYS_AT_ONCE <= MOST_DAYS && (
        <Group>
          <Button variant="default" className="touch" onClick={() => setDays(days + DAYS_AT_ONCE)}>
            {t('sessions.later')}
          </Button>
        </Group>
      )}
    </section>
  );
}

/** Appointments belong to one person, and the staff register people for classes and the like. */
const isOffered = ({ kind, state, audience, own }: LabSession): boolean =>
  state === 'planned' &&
  (own.length > 0 ||
    (kind !== 'appointment' && (audience === 'everyone' || audience === 'members' || audience === 'group')));
