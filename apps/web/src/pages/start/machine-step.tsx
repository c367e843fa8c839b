import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLab } from '../../frame/lab-choice';
import { Dialog } from '../../parts/dialog';
import { MachineSource } from '../settings/machines/machine-source';
import { MachineState } from '../settings/machines/machine-state';
import type { MachineTyped } from '../settings/machines/machine-typed';
import { MakeMachine } from '../settings/machines/make-machine';
import { allMachinesQuery } from '../settings/machines/queries';
import { Need } from './need';
import './other-pages';

/** The first machine: from a port of the lab's computer, or a virtual one. */
export function MachineStep() {
  const { lab } = useLab();
  return lab ? <Machines key={lab.id} labId={lab.id} /> : <Need step="lab" />;
}

function Machines({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(allMachinesQuery(labId));
  const [typed, setTyped] = useState<MachineTyped>();
  const close = () => setTyped(undefined);
  const machines = data?.items.filter(({ retiredAt }) => !retiredAt) ?? [];
  return (
    <>
      {machines.length > 0 && (
        <ul className="start-list">
          {machines.map((machine) => (
            <li key={machine.id}>
              <Anchor component={Link} to={`/settings/machines/${machine.id}`} className="typed">
                {machine.name}
              </Anchor>{' '}
              <MachineState machine={machine} />
            </li>
          ))}
        </ul>
      )}
      <MachineSource labId={labId} onChoose={setTyped} level={3} />
      {typed && (
        <Dialog title={t('machines.add')} onClose={close} size="lg">
          <MakeMachine labId={labId} initial={typed} onDone={close} onCancel={close} />
        </Dialog>
      )}
    </>
  );
}
