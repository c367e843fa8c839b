import './file.css';
import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { machinesQuery } from '../../api/queries';
import { ProblemAlert } from '../problem-alert';
import type { JudgedMachine } from './machine-verdict';
import { SeverityMark } from './severity-mark';

interface Props {
  readonly machines: readonly JudgedMachine[];
  readonly labId: string;
}

/** Which machines of a lab can print a file, and why the others cannot. */
export function MachineList({ machines, labId }: Props) {
  const { t } = useTranslation();
  const names = useQuery(machinesQuery(labId));
  const nameOf = (machineId: string) => names.data?.items.find(({ id }) => id === machineId)?.name ?? '…';
  if (machines.length === 0) return <Text>{t('file.machines.none')}</Text>;
  return (
    <>
      {names.error && <ProblemAlert error={names.error} retry={() => names.refetch()} />}
      <ul className="plain-list">
        {machines.map(({ machineId, reasons, verdict }) => (
          <li key={machineId}>
            <Anchor component={Link} to={`/machines/${machineId}`} fw={600}>
              {nameOf(machineId)}
            </Anchor>
            <div>
              <SeverityMark severity={verdict === 'never' ? 'refuse' : verdict}>
                {t(`file.machines.${verdict}`)}
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
