import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { api } from '../../api/client';
import { get } from '../../api/get';
import { ACCOUNTANTS, holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Confirm } from '../../parts/confirm';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import type { Convention } from './convention';
import { Costs } from './costs';
import { EditHeading } from './edit-heading';
import { Instalments } from './instalments';
import { ObjectiveEditor } from './objective-editor';
import { Objectives } from './objectives';
import './add-convention-words';
import '../activity/activity.css';
import './conventions.css';

/** One agreement: objectives with indicators and targets, subsidy, costs. */
export default function ConventionPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const found = useQuery(get('/api/v1/conventions/{id}', { path: { id } }));
  return (
    <Page
      title={found.data?.title ?? t('conventions.title')}
      trail={[{ to: '/conventions', label: t('conventions.title') }]}
    >
      {found.isPending && <Loading />}
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      {found.data && <Shown convention={found.data} />}
    </Page>
  );
}

function Shown({ convention }: { convention: Convention }) {
  const { t } = useTranslation();
  const mayChange = holds(useMe(), ...ACCOUNTANTS);
  const [isEditing, setEditing] = useState(false);
  const { id, parties, startsOn, endsOn } = convention;
  return (
    <>
      <section className="activity-card">
        <p>
          <strong>{parties.join(' · ')}</strong>
        </p>
        <p className="quiet">
          {t('conventions.days', { from: formatDay(startsOn), until: formatDay(endsOn) })}
        </p>
        <div className="conventions-actions">
          <Link className="button" to={`/reports?convention=${id}`}>
            {t('conventions.toReports')}
          </Link>
          {mayChange && <EditHeading convention={convention} />}
          {mayChange && <Remove convention={convention} />}
        </div>
      </section>
      {isEditing ? (
        <ObjectiveEditor convention={convention} onClose={() => setEditing(false)} />
      ) : (
        <Objectives convention={convention} onEdit={mayChange ? () => setEditing(true) : undefined} />
      )}
      <Instalments convention={convention} mayChange={mayChange} />
      <Costs convention={convention} mayChange={mayChange} />
    </>
  );
}

function Remove({ convention: { id } }: { convention: Convention }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const toast = useToast();
  return (
    <Confirm
      label={t('conventions.remove')}
      color="red"
      act={() => api.DELETE('/api/v1/conventions/{id}', { params: { path: { id } } })}
      touches={['/api/v1/conventions']}
      onDone={() => {
        toast(t('conventions.removed'));
        void navigate('/conventions');
      }}
    >
      {t('conventions.removeWhat')}
    </Confirm>
  );
}
