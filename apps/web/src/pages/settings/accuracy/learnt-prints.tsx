import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatNumber } from '../../../parts/format';
import { type Column, DataTable } from '../../../parts/table/data-table';
import { useMachineNames } from '../../jobs/use-machine-names';
import { SettingsSection } from '../settings-section';

type Learnt = Schemas['LearntPace'];

interface Props {
  readonly labId: string;
  readonly printTimes: readonly Learnt[];
}

/** By what expected print times are multiplied, by machine and material. */
export function LearntPrints({ labId, printTimes }: Props) {
  const { t } = useTranslation();
  const nameOf = useMachineNames(labId);
  const columns = useMemo(
    (): Column<Learnt>[] => [
      { id: 'machine', header: t('accuracy.prints.machine'), value: ({ machineId }) => nameOf(machineId) },
      {
        ...{ id: 'plastic', header: t('accuracy.prints.plastic') },
        value: ({ plastic }) => plastic || t('accuracy.prints.unknown'),
      },
      { id: 'count', header: t('accuracy.prints.count'), isFigure: true, value: ({ prints }) => prints },
      {
        ...{ id: 'measured', header: t('accuracy.prints.measured'), isFigure: true },
        ...{ value: ({ measured }) => measured, cell: ({ measured }) => `× ${formatNumber(measured, 2)}` },
      },
      {
        ...{ id: 'factor', header: t('accuracy.prints.factor'), isFigure: true },
        ...{ value: ({ factor }) => factor, cell: ({ factor }) => `× ${formatNumber(factor, 2)}` },
      },
    ],
    [nameOf, t],
  );
  return (
    <SettingsSection title={t('accuracy.prints.title')}>
      {printTimes.length > 0 && <p className="quiet">{t('accuracy.prints.about')}</p>}
      <DataTable
        label={t('accuracy.prints.list')}
        columns={columns}
        rows={printTimes}
        rowId={({ machineId, plastic }) => `${machineId} ${plastic}`}
        empty={<p>{t('accuracy.prints.none')}</p>}
      />
    </SettingsSection>
  );
}
