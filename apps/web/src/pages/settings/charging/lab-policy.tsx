import { Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { useLab } from '../../../frame/lab-choice';
import { holdsIn, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { Form } from '../../../parts/form/form';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { PolicyFields } from './policy-fields';
import { policyOf } from './typed';

const ADDRESS = '/api/v1/labs/{id}/settlement';

/** What a lab charges for stopped prints, where it differs from the network: for the staff of the lab. */
export function LabPolicy() {
  const { t } = useTranslation();
  const me = useMe();
  const { labs } = useLab();
  const own = labs.filter(({ id }) => holdsIn(me, id, ...LAB_STAFF));
  const [chosen, setChosen] = useState(own[0]?.id ?? '');
  return (
    <>
      <NativeSelect
        label={t('charging.lab')}
        maw="24rem"
        value={chosen}
        onChange={({ currentTarget: { value } }) => setChosen(value)}
        data={own.map(({ id, name }) => ({ value: id, label: name }))}
      />
      {chosen && <OfLab key={chosen} id={chosen} />}
    </>
  );
}

function OfLab({ id }: { id: string }) {
  const found = useQuery(get(ADDRESS, { path: { id } }));
  if (found.isPending) return <Loading />;
  if (found.isError) return <ProblemAlert error={found.error} retry={() => void found.refetch()} />;
  return <PolicyForm key={JSON.stringify(found.data)} id={id} settlement={found.data} />;
}

function PolicyForm({ id, settlement }: { id: string; settlement: Schemas['LabSettlement'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { policy, network } = settlement;
  const initial: Record<string, string | boolean> = { isOwn: policy !== null, ...(policy ?? network) };
  return (
    <Form
      initial={initial}
      send={(typed) =>
        content(
          api.PUT(ADDRESS, {
            params: { path: { id } },
            body: { policy: typed.isOwn === true ? policyOf(typed) : null },
          }),
        )
      }
      touches={[[ADDRESS, { id }]]}
      onDone={() => toast(t('charging.saved'))}
      submit={t('common.save')}
    >
      {({ field, tick, values }) => (
        <>
          <Checkbox {...tick('isOwn')} label={t('charging.own')} />
          {values.isOwn && <PolicyFields field={field} />}
        </>
      )}
    </Form>
  );
}
