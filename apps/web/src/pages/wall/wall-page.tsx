import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveLab } from '../../api/live';
import type { Lab } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { later } from '../../frame/later';
import { NoLab } from '../../frame/no-lab';
import { holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { HeldBanner } from './held-banner';
import { LostBanner, lostAtOf } from './lost-banner';
import { MachineWall } from './machine-wall';
import { NextStep } from './next-step';
import { useIsLabStaff } from './queries';
import './wall.css';

const InstallationLine = later(() => import('../start/installation-line'));

/** Every machine of the chosen lab, in its current state. */
export default function WallPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  return (
    <Page title={lab ? t('wall.titleOf', { lab: lab.name }) : t('wall.title')}>
      {lab ? <LiveWall key={lab.id} lab={lab} /> : <NoLab />}
      <Installation />
    </Page>
  );
}

/** Below the wall, where it moves nothing when it appears. */
function Installation() {
  return holds(useMe(), 'administrator') ? (
    <Suspense fallback={null}>
      <InstallationLine />
    </Suspense>
  ) : null;
}

function LiveWall({ lab }: { lab: Lab }) {
  const live = useLiveLab(lab.id);
  const isStaff = useIsLabStaff(lab.id);
  const { picture, connection } = live;
  return (
    <>
      <LostBanner live={live} isStaff={isStaff} />
      {picture && <HeldBanner lab={picture.lab} mayRelease={isStaff && connection === 'live'} />}
      {!picture && connection !== 'lost' && <Loading />}
      {picture && !picture.lab.hasComputer && <NextStep isStaff={isStaff} />}
      {picture?.lab.hasComputer && picture.machines.length === 0 && <NoMachines isStaff={isStaff} />}
      {picture && picture.machines.length > 0 && (
        <MachineWall picture={picture} isStaff={isStaff} lostAt={lostAtOf(live)} />
      )}
    </>
  );
}

function NoMachines({ isStaff }: { isStaff: boolean }) {
  const { t } = useTranslation();
  return (
    <Empty title={t('wall.empty')}>
      <p>{t(isStaff ? 'wall.emptyStaff' : 'wall.emptyMaker')}</p>
      {isStaff && (
        <Link to="/settings/machines/new" className="button" data-look="main">
          {t('wall.addMachine')}
        </Link>
      )}
    </Empty>
  );
}
