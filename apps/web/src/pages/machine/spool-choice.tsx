import { Button, Group, NativeSelect } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Machine } from '../../api/queries';
import { formatNumber } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import type { Spool } from '../wall/queries';
import { spoolsQuery } from '../wall/queries';
import { Section } from './section';

interface Props {
  readonly machine: Machine;
  readonly machines: readonly Machine[];
}

/** Says which spool hangs on the machine: what is printed is taken from it. */
export function SpoolChoice({ machine, machines }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(spoolsQuery(machine.labId));
  return (
    <Section title={t('machine.spool.title')}>
      {data ? (
        <SpoolForm machine={machine} machines={machines} spools={Object.values(data)} />
      ) : error ? (
        <ProblemAlert error={error} retry={refetch} />
      ) : (
        <Loading />
      )}
    </Section>
  );
}

function SpoolForm({ machine, machines, spools }: Props & { spools: readonly Spool[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [chosen, setChosen] = useState(machine.spoolId ?? '');
  // Somebody else may hang another one on meanwhile.
  useEffect(() => setChosen(machine.spoolId ?? ''), [machine.spoolId]);
  const load = useMutation({
    mutationFn: (spoolId: string | null) => {
      const params = { path: { id: machine.id } };
      return content(api.PUT('/api/v1/machines/{id}/spool', { params, body: { spoolId } }));
    },
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['spools'] }),
        queries.invalidateQueries({ queryKey: ['machine'] }),
      ]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    load.mutate(chosen || null);
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
