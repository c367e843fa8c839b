import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLab } from '../../frame/lab-choice';
import type { SlicerAddress } from './parts-of-address';

interface Props {
  /** The lab itself, then its machines. */
  readonly targets: readonly SlicerAddress[];
  readonly chosen: SlicerAddress;
  /** Gets the id of a machine; empty for the lab itself. */
  readonly choose: (machineId: string) => void;
}

/** Where the files of the slicer go: to a lab, or to one machine of it. */
export function TargetChoice({ targets, chosen, choose }: Props) {
  const { t } = useTranslation();
  const { labs, lab, choose: chooseLab } = useLab();
  return (
    <div className="slicers-target">
      {labs.length > 1 && (
        <NativeSelect
          size="md"
          label={t('slicers.lab')}
          value={lab?.id}
          onChange={({ currentTarget }) => {
            chooseLab(currentTarget.value);
            choose('');
          }}
          data={labs.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <NativeSelect
        size="md"
        label={t('slicers.machine')}
        value={chosen.machineId ?? ''}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={targets.map(({ machineId, machineName }) => ({
          value: machineId ?? '',
          label: machineName ?? t('slicers.anyMachine'),
        }))}
      />
    </div>
  );
}
