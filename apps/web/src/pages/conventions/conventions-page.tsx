import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { ACCOUNTANTS, holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Empty } from '../../parts/empty';
import { formatDay, formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { NewConvention } from './new-convention';
import './add-convention-words';
import '../activity/activity.css';
import './conventions.css';

/** The agreements with a city and the State. */
export default function ConventionsPage() {
  const { t } = useTranslation();
  const list = useQuery(get('/api/v1/conventions'));
  const mayChange = holds(useMe(), ...ACCOUNTANTS);
  return (
    <Page title={t('conventions.title')} actions={mayChange && <NewConvention />}>
      <p className="quiet conventions-intro">{t('conventions.intro')}</p>
      {list.isPending && <Loading />}
      {list.isError && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
      {list.data?.total === 0 && (
        <Empty title={t('conventions.none')}>{mayChange && t('conventions.noneCure')}</Empty>
      )}
      {list.data && list.data.total > 0 && (
        <ul className="conventions-list">
          {list.data.items.map((convention) => (
            <Item key={convention.id} convention={convention} />
          ))}
        </ul>
      )}
    </Page>
  );
}

function Item({ convention }: { convention: Schemas['ConventionSummary'] }) {
  const { t } = useTranslation();
  const { id, title, parties, startsOn, endsOn, subsidyCents, receivedCents, objectiveCount } = convention;
  return (
    <li className="activity-card">
      <h2>
        <Link to={`/conventions/${id}`}>{title}</Link>
      </h2>
      <p>{parties.join(' · ')}</p>
      <p className="quiet">
        {t('conventions.days', { from: formatDay(startsOn), until: formatDay(endsOn) })}
        {' · '}
        {t('conventions.objectiveCount', { count: objectiveCount })}
        {' · '}
        {t('conventions.received', {
          ...{ received: formatEuros(receivedCents), subsidy: formatEuros(subsidyCents) },
        })}
      </p>
    </li>
  );
}
