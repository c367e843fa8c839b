import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { useLab } from '../../../frame/lab-choice';
import { NoLab } from '../../../frame/no-lab';
import { GUIDES, holdsIn } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { addWords } from '../../../i18n/add-words';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { ListFilter } from '../../../parts/table/list-filter';
import { useFilters } from '../../../parts/table/use-filters';
import * as hours from '../hours/words';
import { SettingsFrame } from '../settings-frame';
import { FreeSlots } from './free-slots';
import { HoursForm } from './hours-form';
import { en, fr } from './words';
import '../../../parts/table/table.css';
import '../hours/hours.css';
import './trainer-hours.css';

// The days of a week are edited as those of a lab.
addWords('hours', hours);
addWords('trainer-hours', { fr, en });

/** When a trainer can be booked for appointments at a lab. */
export default function TrainerHoursPage() {
  const { t } = useTranslation();
  const me = useMe();
  const { lab } = useLab();
  return (
    <SettingsFrame name="trainer-hours">
      {!lab && <NoLab />}
      {lab && !holdsIn(me, lab.id, ...GUIDES) && (
        <Empty title={t('trainer-hours.otherLab')}>
          <p>{t('trainer-hours.otherLabCure')}</p>
        </Empty>
      )}
      {lab && holdsIn(me, lab.id, ...GUIDES) && <HoursOf key={lab.id} labId={lab.id} lab={lab.name} />}
    </SettingsFrame>
  );
}

function HoursOf({ labId: id, lab }: { labId: string; lab: string }) {
  const { t } = useTranslation();
  const me = useMe();
  const [{ trainer }, set] = useFilters(['trainer']);
  const all = useQuery(get('/api/v1/labs/{id}/trainer-hours', { path: { id } }));
  const changeable = all.data?.items.filter(({ canChange }) => canChange) ?? [];
  const chosen = changeable.find(({ trainerId }) => trainerId === (trainer || me.id)) ?? changeable[0];
  return (
    <>
      <p className="settings-intro">{t('trainer-hours.intro', { lab })}</p>
      {all.isPending && <Loading />}
      {all.isError && <ProblemAlert error={all.error} retry={() => void all.refetch()} />}
      {changeable.length > 1 && chosen && (
        <div className="list-tools">
          <ListFilter<string>
            label={t('trainer-hours.trainer')}
            value={chosen.trainerId}
            onChange={(value) => set('trainer', value)}
            options={changeable.map(({ trainerId, trainerName }) => ({
              value: trainerId,
              label: trainerName,
            }))}
          />
        </div>
      )}
      {all.data && !chosen && (
        <Empty title={t('trainer-hours.none')}>
          <p>{t('trainer-hours.noneCure')}</p>
        </Empty>
      )}
      {chosen && <HoursForm key={`${chosen.trainerId} ${chosen.version}`} hours={chosen} />}
      {chosen && <FreeSlots labId={id} trainerId={chosen.trainerId} version={chosen.version} />}
    </>
  );
}
