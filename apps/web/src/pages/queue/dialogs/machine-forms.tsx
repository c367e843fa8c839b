import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { machinesQuery } from '../../../api/queries';
import { HandForm, type HandProps } from './hand-form';

/** The machines of a lab that were not retired, for a select. */
export function useMachineChoices(
  labId: string,
): readonly { readonly value: string; readonly label: string }[] {
  const { data } = useQuery(machinesQuery(labId));
  const there = (data?.items ?? []).filter(({ retiredAt }) => !retiredAt);
  return there.map(({ id, name }) => ({ value: id, label: name }));
}

/** The only machine that may take a job, or any. */
export function MachineForm(props: HandProps) {
  const { t } = useTranslation();
  const { fileName: name, labId, onlyMachineId } = props.job;
  const machines = useMachineChoices(labId);
  return (
    <HandForm
      {...props}
      initial={{ machineId: onlyMachineId ?? '' }}
      body={({ machineId }) => ({ onlyMachineId: machineId || null })}
      back={{ onlyMachineId, nextOn: props.job.queue.nextOn }}
      done={t('queue.machine.done', { name })}
      submit={t('common.save')}
    >
      {({ field }) => (
        <>
          <p>{t('queue.machine.what')}</p>
          <NativeSelect
            {...field('machineId')}
            label={t('queue.machine.which')}
            data={[{ value: '', label: t('queue.machine.any') }, ...machines]}
          />
        </>
      )}
    </HandForm>
  );
}

/** Before all other jobs on one machine. */
export function NextForm(props: HandProps) {
  const { t } = useTranslation();
  const { fileName: name, labId, onlyMachineId, expected, queue } = props.job;
  const machines = useMachineChoices(labId);
  const likely = queue.nextOn ?? onlyMachineId ?? expected?.machineId ?? '';
  return (
    <HandForm
      {...props}
      initial={{ machineId: likely }}
      body={({ machineId }) => ({ nextOn: machineId || null })}
      back={{ nextOn: queue.nextOn }}
      done={t('queue.next.done', { name })}
      submit={t('common.save')}
    >
      {({ field }) => (
        <>
          <p>{t('queue.next.what')}</p>
          <NativeSelect
            {...field('machineId')}
            label={t('queue.next.which')}
            data={[{ value: '', label: t('queue.next.none') }, ...machines]}
          />
        </>
      )}
    </HandForm>
  );
}
