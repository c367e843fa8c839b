import { Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { batchQuery, QUEUE_TOUCHES } from '../queries';
import { type HandProps, ReadAgain } from './hand-form';
import { useMachineChoices } from './machine-forms';

type Batch = Schemas['Batch'];

/** Splits the waiting copies of a batch over machines, once it is known how many there are. */
export function Spread({ job, close }: HandProps) {
  const batch = useQuery(batchQuery(job.batchId));
  const machines = useMachineChoices(job.labId);
  if (batch.isError) return <ProblemAlert error={batch.error} retry={() => void batch.refetch()} />;
  if (!batch.data || machines.length === 0) return <Loading />;
  const readAgain = async () => {
    const { data, error } = await batch.refetch();
    if (!data) throw error;
    return data;
  };
  return <SpreadForm {...{ first: batch.data, machines, readAgain, close }} />;
}

interface Props {
  readonly first: Batch;
  readonly machines: ReturnType<typeof useMachineChoices>;
  readonly readAgain: () => Promise<Batch>;
  readonly close: () => void;
}

function SpreadForm({ first, machines, readAgain, close }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const [batch, setBatch] = useState(first);
  const { id, version, counts, fileName: name } = batch;
  const initial: Record<string, boolean> = Object.fromEntries(machines.map(({ value }) => [value, true]));
  const send = (ticks: typeof initial) => {
    const machineIds = machines.flatMap(({ value }) => (ticks[value] ? [value] : []));
    return content(
      api.POST('/api/v1/batches/{id}/spread', { params: { path: { id } }, body: { version, machineIds } }),
    );
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={QUEUE_TOUCHES}
      onDone={() => {
        close();
        toast(t('queue.spread.done', { name }));
      }}
      onCancel={close}
      submit={t('queue.spread.label')}
    >
      {({ tick, problem }) => (
        <>
          <p>{t('queue.spread.what', { count: counts.queued + counts.analysing })}</p>
          <fieldset className="queue-ticks">
            <legend>{t('queue.spread.which')}</legend>
            {machines.map(({ value, label }) => (
              <Checkbox key={value} {...tick(value)} label={label} className="queue-tick" />
            ))}
          </fieldset>
          {problem?.code === 'JOB.BATCH_CHANGED' && (
            <ReadAgain read={async () => setBatch(await readAgain())} />
          )}
        </>
      )}
    </Form>
  );
}
