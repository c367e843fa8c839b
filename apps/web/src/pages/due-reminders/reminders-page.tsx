import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Answer, get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Notice } from '../../parts/notice';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { DueList } from './due-list';
import { Outcomes } from './outcomes';
import type { Sent } from './reminders';
import { en, fr } from './words';
import './reminders.css';

addWords('due-reminders', { fr, en });

/** Reminders that are due: listed with their texts, and sent only when a person says so. */
export default function RemindersPage() {
  const { t } = useTranslation();
  const due = useQuery({ ...get('/api/v1/reminders/due'), staleTime: 0 });
  const [sent, setSent] = useState<Sent>();
  return (
    <Page title={t('due-reminders.title')}>
      <p className="reminders-intro">
        {t('due-reminders.intro')} <Link to="/settings/reminders">{t('due-reminders.toSettings')}</Link>
      </p>
      {sent && <Outcomes sent={sent} />}
      {due.isPending && <Loading />}
      {due.isError && <ProblemAlert error={due.error} retry={() => void due.refetch()} />}
      {due.data && <Warnings due={due.data} />}
      {due.data?.items.length === 0 && (
        <Empty title={t('due-reminders.none')}>
          <p>{t('due-reminders.noneCure')}</p>
          <Link to="/documents?overdue=true">{t('due-reminders.toLate')}</Link>
        </Empty>
      )}
      {due.data && due.data.items.length > 0 && (
        <DueList due={due.data.items} onSent={(outcomes) => setSent({ outcomes, shown: due.data.items })} />
      )}
    </Page>
  );
}

function Warnings({ due }: { due: Answer<'/api/v1/reminders/due'> }) {
  const { t } = useTranslation();
  const { isRateMissing, isMailReady, items, total } = due;
  const hasMails = items.some(({ way }) => way === 'mail');
  return (
    <>
      {isRateMissing && (
        <Notice title={t('due-reminders.noRate')}>
          <p>
            {t('due-reminders.noRateCure')}{' '}
            <Link to="/settings/reminders">{t('due-reminders.toSettings')}</Link>
          </p>
        </Notice>
      )}
      {!isMailReady && hasMails && (
        <Notice title={t('due-reminders.noMail')}>
          <p>{t('due-reminders.noMailCure')}</p>
        </Notice>
      )}
      {total > items.length && (
        <Notice title={t('due-reminders.more', { count: total - items.length })}>
          <p>{t('due-reminders.moreCure')}</p>
        </Notice>
      )}
    </>
  );
}
