import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { get } from '../../../api/get';
import { labsQuery } from '../../../api/queries';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsFrame } from '../settings-frame';
import { SettingsSection } from '../settings-section';
import { BookingRulesForm } from './booking-rules-form';
import { Closures } from './closures';
import { WeekForm } from './week-form';

/** The hours of one lab: its week, its closures, and the rules of bookings. */
export function LabHoursPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const path = { path: { id } };
  const labs = useQuery(labsQuery);
  const hours = useQuery(get('/api/v1/labs/{id}/hours', path));
  const rules = useQuery(get('/api/v1/labs/{id}/booking-rules', path));
  const lab = labs.data?.find((each) => each.id === id);
  return (
    <SettingsFrame name="hours" of={lab?.name ?? t('settings.pages.hours.title')}>
      <SettingsSection title={t('hours.week.title')}>
        {hours.isPending && <Loading />}
        {hours.isError && <ProblemAlert error={hours.error} retry={() => void hours.refetch()} />}
        {hours.data && <WeekForm key={hours.data.version} hours={hours.data} />}
      </SettingsSection>
      <Closures labId={id} />
      <SettingsSection title={t('hours.booking.title')}>
        {rules.isPending && <Loading />}
        {rules.isError && <ProblemAlert error={rules.error} retry={() => void rules.refetch()} />}
        {rules.data && <BookingRulesForm key={rules.data.version} rules={rules.data} />}
      </SettingsSection>
    </SettingsFrame>
  );
}
