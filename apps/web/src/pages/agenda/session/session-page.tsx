import '../agenda.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { Loading } from '../../../parts/loading';
import { Page } from '../../../parts/page';
import { ProblemAlert } from '../../../parts/problem-alert';
import { titleOf } from '../session';
import { mondayOf } from '../week';
import { en, fr } from '../words';
import { Facts } from './facts';
import { PeopleSection } from './people-section';
import { SessionActions } from './session-actions';
import '../../../parts/lab-session/add-session-words';

addWords('agenda', { fr, en });

/** One session: when and where it is, its people, and everything that a trainer does with it. */
export default function SessionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  // Whether those who are noted as present are given the induction: one decision for the whole page.
  const [grants, setGrants] = useState(true);
  const answer = useQuery({ ...get('/api/v1/lab-sessions/{id}', { path: { id } }), refetchInterval: 30_000 });
  const session = answer.data;
  const week = session ? `/agenda?week=${mondayOf(session.day)}` : '/agenda';
  return (
    <Page
      title={session ? titleOf(session) : t('agenda.one')}
      trail={[{ to: week, label: t('agenda.title') }]}
      actions={session?.canManage && <SessionActions session={session} grants={grants} />}
    >
      {answer.isPending && <Loading />}
      {answer.isError && <ProblemAlert error={answer.error} retry={() => void answer.refetch()} />}
      {session && (
        <div className="agenda-session">
          <Facts session={session} />
          {session.canManage ? (
            <PeopleSection session={session} grants={grants} setGrants={setGrants} />
          ) : (
            <p className="agenda-intro">{t('agenda.people.otherLab')}</p>
          )}
        </div>
      )}
    </Page>
  );
}
