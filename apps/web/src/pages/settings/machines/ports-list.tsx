import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type Schemas } from '../../../api/client';
import { Confirm } from '../../../parts/confirm';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { type MachineTyped, newMachine, proposed } from './machine-typed';
import { PortRow } from './port-row';
import { allMachinesQuery, portsQuery } from './queries';
import './machines.css';

type Port = Schemas['Port'];

interface Props {
  readonly labId: string;
  /** A person wants to make a machine at a port. */
  readonly onChoose: (typed: MachineTyped) => void;
}

const isFree = ({ state }: Port): boolean => state !== 'used';

/** What a form begins with for this port, recognised or not. */
const typedAt = (port: Port): MachineTyped =>
  port.proposal
    ? proposed(port.proposal)
    : newMachine({ connection: 'serial', place: port.path, name: port.product ?? '' });

/** The serial ports of a lab's computer, with what was recognised on each. */
export function PortsList({ labId, onChoose }: Props) {
  const { t } = useTranslation();
  const ports = useQuery(portsQuery(labId));
  const machines = useQuery(allMachinesQuery(labId));
  if (ports.isPending) return <Loading />;
  if (ports.isError) return <ProblemAlert error={ports.error} retry={() => void ports.refetch()} />;
  const { agentOnline, reportedAt, items } = ports.data;
  if (!agentOnline) return <p className="quiet">{t('machines.ports.offline')}</p>;
  if (!reportedAt) return <p className="quiet">{t('machines.ports.silent')}</p>;
  if (items.length === 0)
    return (
      <p>
        <b>{t('machines.ports.none')}</b> {t('machines.ports.noneCure')}
      </p>
    );
  return (
    <>
      <ul className="ports" aria-label={t('machines.ports.title')}>
        {items.map((port) => (
          <PortRow
            key={port.path}
            port={port}
            user={machines.data?.items.find(({ id }) => id === port.machineId)?.name}
          >
            {isFree(port) && (
              <Button
                variant={port.proposal ? 'filled' : 'default'}
                className="touch"
                disabled={port.state === 'asking'}
                onClick={() => onChoose(typedAt(port))}
              >
                {t('machines.ports.use')}
              </Button>
            )}
          </PortRow>
        ))}
      </ul>
      {items.some(isFree) && (
        <Confirm
          label={t('machines.ports.look')}
          act={() => api.POST('/api/v1/labs/{id}/ports/look', { params: { path: { id: labId } } })}
          touches={[['/api/v1/labs/{id}/ports', { id: labId }]]}
        >
          <p>{t('machines.ports.lookText')}</p>
        </Confirm>
      )}
    </>
  );
}
