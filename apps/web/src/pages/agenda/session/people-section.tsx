import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { isOpenToMarks, type LabSession, peopleOf } from '../session';
import { Arrivals } from './arrivals';
import { InductionChoice } from './induction-choice';
import { PersonRow } from './person-row';
import { RegisterForm } from './register-form';

interface Props {
  readonly session: LabSession;
  readonly grants: boolean;
  readonly setGrants: (grants: boolean) => void;
}

/** The people of a session: those who have a place, those who wait, and whether they came. */
export function PeopleSection({ session, grants, setGrants }: Props) {
  const { t } = useTranslation();
  const { id, state, kind } = session;
  const answer = useQuery({
    ...get('/api/v1/lab-sessions/{id}/registrations', { path: { id } }),
    refetchInterval: 15_000,
  });
  const people = peopleOf(answer.data?.items ?? []);
  const isOpen = isOpenToMarks(session, Date.now());
  const rowProps = { session, isOpen, grants };
  return (
    <section className="agenda-people" aria-labelledby="agenda-people">
      <div className="agenda-head">
        <h2 id="agenda-people">
          {t('agenda.people.title', { count: answer.data ? people.registered.length : session.registered })}
        </h2>
        {state !== 'cancelled' && kind !== 'appointment' && (
          <DialogButton label={t(isOpen ? 'agenda.register.walkIn' : 'agenda.register.label')}>
            {(close) => <RegisterForm session={session} isOpen={isOpen} grants={grants} close={close} />}
          </DialogButton>
        )}
      </div>
      {state !== 'cancelled' && !isOpen && <p className="agenda-help">{t('agenda.people.notYet')}</p>}
      {isOpen && <InductionChoice session={session} isOn={grants} onChange={setGrants} />}
      {isOpen && <Arrivals session={session} grants={grants} />}
      {answer.isPending && <Loading />}
      {answer.isError && <ProblemAlert error={answer.error} retry={() => void answer.refetch()} />}
      {answer.data && people.registered.length === 0 && (
        <Empty title={t('agenda.people.none')}>
          <p>{t(state === 'cancelled' ? 'agenda.people.noneCancelled' : 'agenda.people.noneCure')}</p>
        </Empty>
      )}
      {people.registered.length > 0 && (
        <ul className="agenda-persons">
          {people.registered.map((person) => (
            <PersonRow key={person.id} person={person} {...rowProps} />
          ))}
        </ul>
      )}
      {people.waiting.length > 0 && (
        <>
          <h3>{t('agenda.people.waiting', { count: people.waiting.length })}</h3>
          <p className="agenda-help">{t('agenda.people.waitingHelp')}</p>
          <ul className="agenda-persons">
            {people.waiting.map((person) => (
              <PersonRow key={person.id} person={person} {...rowProps} />
            ))}
          </ul>
        </>
      )}
      {people.cancelled.length > 0 && (
        <details>
          <summary>{t('agenda.people.cancelled', { count: people.cancelled.length })}</summary>
          <ul className="agenda-persons">
            {people.cancelled.map((person) => (
              <PersonRow key={person.id} person={person} {...rowProps} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
