import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useLiveLab } from '../../api/live';
import type { Machine } from '../../api/queries';
import { addWords } from '../../i18n/add-words';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { EmergencyStop } from '../wall/emergency-stop';
import { LostBanner } from '../wall/lost-banner';
import { useIsLabStaff } from '../wall/queries';
import { StopOnItsWay } from '../wall/stop-on-its-way';
import { MachineSections } from './machine-sections';
import { machineQuery } from './queries';
import * as times from './times/words';
import { en, fr } from './words';
import '../wall/wall.css';
import './machine.css';

addWords('machine', { fr, en });
addWords('times', times);

/** One machine: a link opens it, even when another lab is chosen. */
export default function MachinePage() {
  const { id = '' } = useParams();
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(machineQuery(id));
  if (data) return <LiveMachine key={id} known={data} />;
  return (
    <Page title={t('machine.title')}>
      {error ? <ProblemAlert error={error} retry={refetch} /> : <Loading />}
    </Page>
  );
}

/**
 * Shows only the live state: a fetched answer is old a second later. The emergency stop does not need the live state,
 * and stays on the screen while the page scrolls.
 */
function LiveMachine({ known }: { known: Machine }) {
  const { t } = useTranslation();
  const live = useLiveLab(known.labId);
  const isStaff = useIsLabStaff(known.labId);
  const { picture, connection } = live;
  const machine = picture?.machines.find(({ id }) => id === known.id);
  return (
    <Page title={machine?.name ?? known.name} trail={[{ to: '/', label: t('nav.wall') }]}>
      <LostBanner live={live} isStaff={isStaff} />
      {isStaff && (
        <div className="stop-bar">
          <EmergencyStop machineId={known.id} name={known.name} isStopped={isStopped(machine)} />
          {machine && <StopOnItsWay machine={machine} isStaff mayWithdraw={connection === 'live'} />}
        </div>
      )}
      {!picture && connection !== 'lost' && <Loading />}
      {picture && !machine && (
        <Empty title={t('machine.gone')}>
          <Text>{t('machine.goneText')}</Text>
        </Empty>
      )}
      {picture && machine && (
        <MachineSections machine={machine} picture={picture} live={live} isStaff={isStaff} />
      )}
    </Page>
  );
}

const isStopped = (machine: Machine | undefined): boolean => machine?.live?.state === 'halted';
