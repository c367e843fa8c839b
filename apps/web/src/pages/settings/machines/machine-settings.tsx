import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { api, content } from '../../../api/client';
import type { Machine } from '../../../api/queries';
import { demandDecimal } from '../../../parts/decimal';
import { Form } from '../../../parts/form/form';
import { formatMoment } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { Notice } from '../../../parts/notice';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { SettingsFrame } from '../settings-frame';
import { MachineFields } from './machine-fields';
import { MachineState } from './machine-state';
import { machineChanges, typedOf } from './machine-typed';
import { machineQuery } from './queries';
import { Retirement } from './retirement';

/** One machine in the settings: its description, and the end of its service. */
export function MachineSettings() {
  const { id = '' } = useParams();
  const machine = useQuery(machineQuery(id));
  const { t } = useTranslation();
  return (
    <SettingsFrame name="machines" of={machine.data?.name ?? t('machines.one')}>
      {machine.isPending && <Loading />}
      {machine.isError && <ProblemAlert error={machine.error} retry={() => void machine.refetch()} />}
      {machine.data && <Whole key={machine.data.id} machine={machine.data} />}
    </SettingsFrame>
  );
}

function Whole({ machine }: { machine: Machine }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id, retiredAt, live, credentials } = machine;
  // As it was when the form was opened: what another person changes meanwhile stays as they changed it.
  const [before, setBefore] = useState(machine);
  return (
    <>
      <p className="machine-now">
        <MachineState machine={machine} />
        {!retiredAt && (
          <Anchor component={Link} to={`/machines/${id}`}>
            {t('machines.toMachine')}
          </Anchor>
        )}
      </p>
      {retiredAt && (
        <Notice title={t('machines.retiredSince', { moment: formatMoment(retiredAt) })}>
          <p>{t('machines.retiredText')}</p>
        </Notice>
      )}
      {live?.profileMismatch && <Notice title={t('machines.mismatch')} />}
      <div className="machine-card">
        <Form
          initial={typedOf(before)}
          send={(typed) =>
            content(
              api.PATCH('/api/v1/machines/{id}', {
                params: { path: { id } },
                body: machineChanges(before, typed, demandDecimal),
              }),
            )
          }
          touches={['/api/v1/labs', ['/api/v1/machines/{id}', { id }]]}
          asTyped={['password']}
          onDone={(saved) => {
            setBefore(saved);
            toast(t('machines.saved', { name: saved.name }));
          }}
          submit={t('common.save')}
        >
          {({ field, values, set }) => (
            <MachineFields field={field} values={values} set={set} hasPassword={credentials !== null} />
          )}
        </Form>
      </div>
      <Retirement machine={machine} />
    </>
  );
}
