import { Progress } from '@mantine/core';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Machine, Spool } from '../../api/queries';
import { formatGrams, formatNumber } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';
import type { Column } from '../../parts/table/column';
import { dotOf, FULL_GRAMS } from './material';
import { SpoolActions } from './spool-actions';
import { stockOf } from './stock';

/** @param machines undefined while the place of the spools is unknown */
export function useSpoolColumns(machines: readonly Machine[] | undefined): readonly Column<Spool>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const machineOf = ({ id }: Spool) => machines?.find(({ spoolId }) => spoolId === id);
    return [
      { id: 'label', header: t('spools.form.label'), value: ({ label }) => label },
      {
        ...{ id: 'material', header: t('spools.form.material') },
        value: ({ filament: { material, colour } }) => `${material} ${colour}`,
        cell: (spool) => <Material spool={spool} />,
      },
      {
        ...{ id: 'brand', header: t('spools.form.brand'), choice: 'shown' },
        value: ({ filament }) => filament.brand,
      },
      {
        ...{ id: 'left', header: t('spools.bar') },
        value: ({ gramsLeft }) => gramsLeft,
        cell: (spool) => <Left spool={spool} />,
      },
      {
        ...{ id: 'machine', header: t('spools.place'), choice: 'shown' },
        value: (spool) => machineOf(spool)?.name,
        cell: (spool) => <Where machines={machines} machine={machineOf(spool)} />,
      },
      {
        ...{ id: 'diameter', header: t('spools.form.diameter'), choice: 'hidden', isFigure: true },
        value: ({ filament }) => filament.diameterMm,
        cell: ({ filament }) => formatNumber(filament.diameterMm, 2),
      },
      {
        id: 'actions',
        header: t('spools.actions'),
        isFigure: true,
        cell: (spool) => <SpoolActions spool={spool} />,
      },
    ];
  }, [t, machines]);
}

function Material({ spool: { filament } }: { spool: Spool }) {
  const dot = dotOf(filament.colour);
  return (
    <span className="spool-material">
      {dot && <span className="filament-dot" aria-hidden style={{ background: dot }} />}
      <span className="typed">
        <b>{filament.material}</b> {filament.colour}
      </span>
    </span>
  );
}

/** The weight first; the bar only repeats it. */
function Left({ spool }: { spool: Spool }) {
  const { t } = useTranslation();
  const stock = stockOf(spool);
  const share = Math.min(100, Math.max(0, (spool.gramsLeft / FULL_GRAMS) * 100));
  return (
    <div className="spool-left">
      <span className="spool-grams">
        {formatGrams(spool.gramsLeft)}
        {stock !== 'enough' && (
          <StateBadge tone={stock === 'low' ? 'soon' : 'bad'}>{t(`spools.${stock}`)}</StateBadge>
        )}
      </span>
      <Progress.Root size="md" aria-hidden>
        <Progress.Section value={share} color={stock === 'enough' ? undefined : 'orange'} />
      </Progress.Root>
    </div>
  );
}

interface Place {
  readonly machines: readonly Machine[] | undefined;
  readonly machine: Machine | undefined;
}
function Where({ machines, machine }: Place) {
  const { t } = useTranslation();
  if (machine)
    return (
      <Link to={`/machines/${machine.id}`} className="typed">
        {machine.name}
      </Link>
    );
  return <span className="quiet">{t(machines ? 'spools.shelf' : 'spools.machinesUnknown')}</span>;
}
