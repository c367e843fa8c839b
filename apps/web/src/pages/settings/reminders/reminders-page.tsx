import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { todayInParis } from '../today';
import { RemindersForm } from './reminders-form';
import { Versions } from './versions';
import { en, fr } from './words';
import './reminders.css';

addWords('reminders', { fr, en });

/** When and how clients are reminded of late invoices. */
export default function RemindersPage() {
  const { t } = useTranslation();
  const current = useQuery({ ...get('/api/v1/settings/reminders'), staleTime: 0 });
  const versions = useQuery(get('/api/v1/settings/reminders/versions'));
  const failed = [current, versions].find(({ isError }) => isError);
  const next = versions.data?.items.findLast(({ inForceFrom }) => (inForceFrom ?? '') > todayInParis());
  return (
    <SettingsFrame name="reminders">
      <p className="settings-intro">
        {t('reminders.intro')} <Link to="/billing/reminders">{t('reminders.toDue')}</Link>
      </p>
      {failed && <ProblemAlert error={failed.error} retry={() => void failed.refetch()} />}
      {!failed && (current.isPending || versions.isPending) && <Loading />}
      {next?.inForceFrom && <Notice title={t('reminders.next', { day: formatDay(next.inForceFrom) })} />}
      {current.data && <RemindersForm key={JSON.stringify(current.data)} settings={current.data} />}
      {versions.data && versions.data.items.length > 0 && <Versions versions={versions.data.items} />}
    </SettingsFrame>
  );
}
