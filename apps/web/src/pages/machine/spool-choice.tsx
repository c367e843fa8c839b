import { Button, Group, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { type Machine, type Spool, spoolsQuery } from '../../api/queries';
import { askAgain } from '../../api/touched';
import { formatNumber } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';
import { Section } from './section';

interface Props {
  readonly machine: Machine;
  readonly machines: readonly Machine[];
}

/** Sets the spool that is loaded on the machine: prints are deducted from it. */
export function SpoolChoice({ machine, machines }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(spoolsQuery(machine.labId));
  return (
    <Section title={t('machine.spool.title')}>
      {data ? (
        <SpoolForm machine={machine} machines={machines} spools={data} />
      ) : error ? (
        <ProblemAlert error={error} retry={refetch} />
      ) : (
        <Loading />
      )}
    </Section>
  );
}

interface Change {
  readonly wanted: string | null;
  /** The spool that was on the machine before. */
  readonly former: string | null;
}

function SpoolForm({ machine, machines, spools }: Props & { spools: readonly Spool[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const toast = useToast();
  const [chosen, setChosen] = useState(machine.spoolId ?? '');
  // Another person may load another spool meanwhile.
  useEffect(() => setChosen(machine.spoolId ?? ''), [machine.spoolId]);
  const touches = [
    ['/api/v1/labs/{id}/spools', { id: machine.labId }],
    ['/api/v1/machines/{id}', { id: machine.id }],
  ] as const;
  const put = (spoolId: string | null) => {
    const params = { path: { id: machine.id } };
    return content(api.PUT('/api/v1/machines/{id}/spool', { params, body: { spoolId } }));
  };
  const load = useMutation({
    mutationFn: ({ wanted }: Change) => put(wanted),
    onSuccess: async (_machine, { wanted, former }) => {
      await askAgain(queries, ...touches);
      const spool = spools.find(({ id }) => id === wanted)?.label;
      const words = { spool, machine: machine.name };
      toast(t(spool ? 'machine.spool.loaded' : 'machine.spool.unloaded', words), {
        act: () => put(former),
        touches,
      });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    load.mutate({ wanted: chosen || null, former: machine.spoolId });
  };
  const options = spools.map((spool) => {
    const holder = machines.find(({ id, spoolId }) => spoolId === spool.id && id !== machine.id);
    const grams = formatNumber(Math.max(0, spool.gramsLeft));
    const { material, colour } = spool.filament;
    const label = t('machine.spool.option', { label: spool.label, material, colour, grams });
    return {
      value: spool.id,
      label: holder ? `${label} – ${t('machine.spool.on', { machine: holder.name })}` : label,
      disabled: holder !== undefined,
    };
  });
  return (
    <form onSubmit={submit}>
      <Group align="flex-end" wrap="wrap">
        <NativeSelect
          size="md"
          className="grow"
          label={t('machine.spool.label')}
          value={chosen}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={[{ value: '', label: t('machine.spool.none') }, ...options]}
        />
        <Button
          type="submit"
          size="md"
          loading={load.isPending}
          disabled={chosen === (machine.spoolId ?? '')}
        >
          {t('machine.spool.load')}
        </Button>
      </Group>
      {spools.length === 0 && <p className="quiet">{t('machine.spool.empty')}</p>}
      {load.isError && <ProblemAlert error={load.error} />}
    </form>
  );
}
