import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useLab } from '../../../frame/lab-choice';
import { NoLab } from '../../../frame/no-lab';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsFrame } from '../settings-frame';
import { MachineSource } from './machine-source';
import type { MachineTyped } from './machine-typed';
import { MakeMachine } from './make-machine';
import { useOwnLabs } from './queries';

/** Makes a machine: first where it is, then its name and limits. */
export function NewMachine() {
  const { t } = useTranslation();
  const labs = useOwnLabs();
  const { lab } = useLab();
  const [chosen, setChosen] = useState<string>();
  const [initial, setInitial] = useState<MachineTyped>();
  const navigate = useNavigate();
  const toast = useToast();
  const labId = labs.find(({ id }) => id === (chosen ?? lab?.id))?.id ?? labs[0]?.id;
  return (
    <SettingsFrame name="machines" of={t('machines.add')}>
      {!labId && <NoLab />}
      {labId && labs.length > 1 && (
        <NativeSelect
          className="machine-lab"
          label={t('machines.column.lab')}
          value={labId}
          onChange={(event) => {
            setChosen(event.currentTarget.value);
            setInitial(undefined);
          }}
          data={labs.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {labId && !initial && <MachineSource labId={labId} onChoose={setInitial} />}
      {labId && initial && (
        <div className="machine-card">
          <MakeMachine
            labId={labId}
            initial={initial}
            onCancel={() => setInitial(undefined)}
            onDone={({ id, name }) => {
              toast(t('machines.made', { name }));
              void navigate(`/settings/machines/${id}`);
            }}
          />
        </div>
      )}
    </SettingsFrame>
  );
}
