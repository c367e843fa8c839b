import { Anchor, Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../api/client';
import { type Lab, labsQuery } from '../../api/queries';
import { useChange } from '../../api/use-change';
import { useLab } from '../../frame/lab-choice';
import { CopyField } from '../../parts/copy-field';
import { formatMoment } from '../../parts/format';
import { Notice } from '../../parts/notice';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';
import { Need } from './need';

const LOOK_AGAIN_MS = 2_000;

/** The computer beside the machines: one line to type there, and the page sees it arrive. */
export function ComputerStep() {
  const { lab: chosen } = useLab();
  const { data } = useQuery({ ...labsQuery, staleTime: 0, refetchInterval: LOOK_AGAIN_MS });
  const lab = data?.find(({ id }) => id === chosen?.id) ?? chosen;
  if (!lab) return <Need step="lab" />;
  return lab.hasComputer ? <Arrived lab={lab} /> : <Invite key={lab.id} labId={lab.id} />;
}

function Arrived({ lab }: { lab: Lab }) {
  const { t } = useTranslation();
  return (
    <>
      <p role="status">
        <StateBadge tone={lab.agentOnline ? 'good' : 'bad'}>
          {t(lab.agentOnline ? 'start.computer.online' : 'start.computer.offline', { lab: lab.name })}
        </StateBadge>
      </p>
      {!lab.agentOnline && (
        <Notice title={t('start.computer.offlineCure')}>
          <CopyField label={t('start.computer.again')} text="npm run agent" />
        </Notice>
      )}
      <Anchor component={Link} to="/settings/labs">
        {t('start.computer.more')}
      </Anchor>
    </>
  );
}

function Invite({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const params = { path: { id: labId } };
  const issue = useChange(() => content(api.POST('/api/v1/labs/{id}/enrolment-codes', { params })), []);
  if (!issue.data)
    return (
      <>
        <p>{t('start.computer.where')}</p>
        {issue.isError && <ProblemAlert error={issue.error} />}
        <Button className="touch step-act" onClick={() => issue.mutate()} loading={issue.isPending}>
          {t('start.computer.ask')}
        </Button>
      </>
    );
  const { code, expiresAt } = issue.data;
  return (
    <>
      <CopyField
        label={t('start.computer.type')}
        text={`npm run agent -- enrol ${code} --server ${window.location.origin} --start`}
      />
      <p className="quiet">{t('start.computer.until', { moment: formatMoment(expiresAt) })}</p>
      <p className="start-wait" role="status">
        {t('start.computer.waiting')}
      </p>
    </>
  );
}
