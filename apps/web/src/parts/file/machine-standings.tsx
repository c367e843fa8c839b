import './file.css';
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { machinesQuery } from '../../api/queries';
import { ProblemAlert } from '../problem-alert';
import { SeverityMark } from './severity-mark';
import type { StandingOfMachine } from './standing';

interface Props {
  readonly standings: readonly StandingOfMachine[];
  readonly labId: string;
}

/** Which machines of a lab can make a file, and why the others do not. */
export function MachineStandings({ standings, labId }: Props) {
  const { t } = useTranslation();
  const machines = useQuery(machinesQuery(labId));
  const nameOf = (machineId: string) => machines.data?.items.find(({ id }) => id === machineId)?.name ?? '…';
  if (standings.length === 0) return <Text>{t('file.machines.none')}</Text>;
  return (
    <>
      {machines.error && <ProblemAlert error={machines.error} retry={() => machines.refetch()} />}
      <ul className="plain-list">
        {standings.map(({ machineId, reasons, standing }) => (
          <li key={machineId}>
            <Anchor component={Link} to={`/machines/${machineId}`} fw={600}>
              {nameOf(machineId)}
            </Anchor>
            <div>
              <SeverityMark severity={standing === 'never' ? 'refuse' : standing}>
                {t(`file.machines.${standing}`)}
              </SeverityMark>
            </div>
            {reasons.map(({ code, what, cure }) => (
              <Text key={code + what} size="sm">
                {what} {cure}
              </Text>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}
