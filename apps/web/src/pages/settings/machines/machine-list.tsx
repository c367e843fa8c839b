import { Anchor, Button, Switch } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { DataTable } from '../../../parts/table/data-table';
import { SettingsFrame } from '../settings-frame';
import { wayOf } from './address';
import { MachineState } from './machine-state';
import { useKinds, useOwnMachines, useProfiles } from './queries';

/** All machines of a person's labs, in one list. */
export function MachineList() {
  const { t } = useTranslation();
  const { rows, isPending, error, retry } = useOwnMachines();
  const [withRetired, setWithRetired] = useState(false);
  const columns = useColumns();
  const hasRetired = rows.some(({ machine }) => machine.retiredAt);
  const shown = withRetired ? rows : rows.filter(({ machine }) => !machine.retiredAt);
  return (
    <SettingsFrame
      name="machines"
      actions={
        <Button component={Link} to="/settings/machines/new" className="touch">
          {t('machines.add')}
        </Button>
      }
    >
      {error && <ProblemAlert error={error} retry={() => void retry()} />}
      {isPending && !error && <Loading />}
      {!isPending && (
        <DataTable
          label={t('settings.pages.machines.title')}
          columns={columns}
          rows={shown}
          rowId={({ machine }) => machine.id}
          isSearchable
          filters={
            hasRetired && (
              <Switch
                label={t('machines.withRetired')}
                checked={withRetired}
                onChange={(event) => setWithRetired(event.currentTarget.checked)}
              />
            )
          }
          empty={
            <Empty title={t('machines.none')}>
              <p>{t('machines.noneCure')}</p>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}

type Row = ReturnType<typeof useOwnMachines>['rows'][number];

function useColumns() {
  const { t } = useTranslation();
  const profiles = useProfiles();
  const kinds = useKinds();
  // The same text as long as the names are the same: the table is computed again only for other columns.
  const names = JSON.stringify([
    ...profiles.all.map(({ id, name }) => [id, name]),
    ...kinds.all.map(({ code }) => [code, kinds.nameOf(code)]),
  ]);
  return useMemo(() => {
    const nameOf = new Map(JSON.parse(names) as [string, string][]);
    const wayTo = ({ machine }: Row) => t(`machines.way.${wayOf(machine.address ?? '').connection}`);
    return [
      {
        ...{ id: 'name', header: t('machines.column.name'), value: ({ machine }: Row) => machine.name },
        cell: ({ machine }: Row) => (
          <Anchor component={Link} to={`/settings/machines/${machine.id}`} className="typed">
            {machine.name}
          </Anchor>
        ),
      },
      {
        ...{ id: 'state', header: t('machines.column.state') },
        cell: ({ machine }: Row) => <MachineState machine={machine} />,
      },
      { id: 'lab', header: t('machines.column.lab'), value: ({ lab }: Row) => lab.name },
      {
        ...{ id: 'kind', header: t('machines.column.kind'), choice: 'shown' as const },
        value: ({ machine }: Row) => nameOf.get(machine.kind) ?? machine.kind,
      },
      {
        ...{ id: 'profile', header: t('machines.column.profile'), choice: 'shown' as const },
        value: ({ machine }: Row) => nameOf.get(machine.profileId) ?? machine.profileId,
      },
      {
        ...{ id: 'way', header: t('machines.column.way'), choice: 'shown' as const, value: wayTo },
      },
      {
        ...{ id: 'address', header: t('machines.column.address'), choice: 'hidden' as const },
        value: ({ machine }: Row) => machine.address,
      },
    ];
  }, [t, names]);
}
