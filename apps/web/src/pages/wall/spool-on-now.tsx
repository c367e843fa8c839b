import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Machine, machinesQuery, spoolsQuery } from '../../api/queries';
import { ProblemAlert } from '../../parts/problem-alert';

const UNSAID = '';
const UNKNOWN = 'unknown';

interface Props {
  readonly machine: Machine;
  /** Undefined: not answered yet; null: the person does not know. */
  readonly value: string | null | undefined;
  readonly change: (spoolId: string | null | undefined) => void;
}

/** The spool that is loaded after a change of filament: the rest of the print is deducted from it. */
export default function SpoolOnNow({ machine, value, change }: Props) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(spoolsQuery(machine.labId));
  const machines = useQuery(machinesQuery(machine.labId));
  if (error) return <ProblemAlert error={error} retry={refetch} />;
  const elsewhere = new Set(
    (machines.data?.items ?? []).flatMap(({ id, spoolId }) => (id === machine.id ? [] : (spoolId ?? []))),
  );
  const spools = (data ?? []).filter(({ id }) => !elsewhere.has(id));
  const options = spools.map(({ id, label, filament: { material, colour } }) => ({
    value: id,
    label: t(id === machine.spoolId ? 'wall.spoolOn.same' : 'wall.spoolOn.option', {
      label,
      material,
      colour,
    }),
  }));
  return (
    <NativeSelect
      size="md"
      mt={4}
      label={t('wall.spoolOn.label')}
      value={value === null ? UNKNOWN : (value ?? UNSAID)}
      onChange={({ currentTarget: { value: chosen } }) =>
        change(chosen === UNSAID ? undefined : chosen === UNKNOWN ? null : chosen)
      }
      data={[
        { value: UNSAID, label: t('wall.spoolOn.choose') },
        ...options.sort((a, b) => Number(b.value === machine.spoolId) - Number(a.value === machine.spoolId)),
        { value: UNKNOWN, label: t('wall.spoolOn.unknown') },
      ]}
    />
  );
}
