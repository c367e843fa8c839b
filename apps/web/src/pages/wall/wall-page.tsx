import { Anchor, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLiveLab } from '../../api/live';
import type { Lab } from '../../api/queries';
import { useLab } from '../../frame/lab-choice';
import { holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { HeldBanner } from './held-banner';
import { LostBanner, lostAtOf } from './lost-banner';
import { MachineWall } from './machine-wall';
import { useIsLabStaff } from './queries';
import './wall.css';

/** Every machine of the chosen lab, as it is now. */
export default function WallPage() {
  const { t } = useTranslation();
  const { lab } = useLab();
  return (
    <Page title={lab ? t('wall.titleOf', { lab: lab.name }) : t('wall.title')}>
      {lab ? <LiveWall key={lab.id} lab={lab} /> : <Empty title={t('wall.noLab')} />}
    </Page>
  );
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
      {picture?.machines.length === 0 && <NoMachines isStaff={isStaff} />}
      {picture && picture.machines.length > 0 && (
        <MachineWall picture={picture} isStaff={isStaff} lostAt={lostAtOf(live)} />
      )}
    </>
  );
}

function NoMachines({ isStaff }: { isStaff: boolean }) {
  const { t } = useTranslation();
  const me = useMe();
  return (
    <Empty title={t('wall.empty')}>
      <Text>{t(isStaff ? 'wall.emptyStaff' : 'wall.emptyMaker')}</Text>
      {holds(me, 'administrator') && (
        <Anchor component={Link} to="/agents" underline="always">
          {t('wall.emptyAgents')}
        </Anchor>
      )}
    </Empty>
  );
}
