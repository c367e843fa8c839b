import { Button, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import type { Machine, Spool } from '../../api/queries';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';

interface Props {
  readonly machine: Machine;
  readonly machines: readonly Machine[];
  readonly spools: readonly Spool[];
}

const nameOf = ({ label, filament: { material, colour } }: Spool): string =>
  `${label} – ${material} ${colour}`;

/** Says which spool is on a machine. */
export function LoadSpool({ machine, machines, spools }: Props) {
  const { t } = useTranslation();
  const free = spools.filter(({ id }) => !machines.some(({ spoolId }) => spoolId === id));
  const [chosen, setChosen] = useState<string>();
  const spoolId = free.find(({ id }) => id === chosen)?.id ?? free[0]?.id;
  const load = useChange(
    () =>
      content(
        api.PUT('/api/v1/machines/{id}/spool', {
          params: { path: { id: machine.id } },
          body: { spoolId: spoolId ?? null },
        }),
      ),
    ['/api/v1/labs', '/api/v1/installation', ['/api/v1/machines/{id}', { id: machine.id }]],
  );
  const loaded = spools.find(({ id }) => id === machine.spoolId);
  if (loaded)
    return (
      <p>
        <StateBadge tone="good">
          {t('start.spool.loaded', { spool: nameOf(loaded), machine: machine.name })}
        </StateBadge>
      </p>
    );
  if (!spoolId) return null;
  return (
    <div className="start-row">
      <NativeSelect
        label={t('start.spool.on', { machine: machine.name })}
        value={spoolId}
        onChange={(event) => setChosen(event.currentTarget.value)}
        data={free.map((spool) => ({ value: spool.id, label: nameOf(spool) }))}
      />
      <Button className="touch" loading={load.isPending} onClick={() => load.mutate()}>
        {t('start.spool.load')}
      </Button>
      {load.isError && <ProblemAlert error={load.error} />}
    </div>
  );
}
