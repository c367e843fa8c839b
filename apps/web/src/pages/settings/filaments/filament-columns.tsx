import type { TFunction } from 'i18next';
import type { Schemas } from '../../../api/client';
import { formatNumber } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import type { Column } from '../../../parts/table/data-table';
import { dotOf } from '../../spools/material';
import { FilamentActions } from './filament-actions';

/** The columns of the list of filaments. */
export const filamentColumns = (t: TFunction): Column<Schemas['KnownFilament']>[] => [
  { id: 'material', header: t('filaments.material'), value: ({ material }) => material },
  {
    id: 'colour',
    header: t('filaments.colour'),
    value: ({ colour }) => colour,
    cell: ({ colour }) => (
      <span className="settings-colour">
        {dotOf(colour) && <span className="filament-dot" style={{ background: dotOf(colour) }} aria-hidden />}
        {colour}
      </span>
    ),
  },
  { id: 'brand', header: t('filaments.brand'), value: ({ brand }) => brand },
  {
    id: 'diameter',
    header: t('filaments.diameter'),
    value: ({ diameterMm }) => diameterMm,
    cell: ({ diameterMm }) => `${formatNumber(diameterMm, 2)}\u00a0mm`,
    isFigure: true,
    choice: 'shown',
  },
  {
    id: 'density',
    header: t('filaments.density'),
    value: ({ densityGramsPerCm3 }) => densityGramsPerCm3,
    cell: ({ densityGramsPerCm3 }) => `${formatNumber(densityGramsPerCm3, 3)}\u00a0g/cm³`,
    isFigure: true,
    choice: 'shown',
  },
  {
    id: 'spools',
    header: t('filaments.spools'),
    value: ({ spools }) => spools,
    cell: ({ spools }) => formatNumber(spools),
    isFigure: true,
  },
  {
    id: 'state',
    header: t('settings.state'),
    value: ({ retiredAt }) => (retiredAt === null ? 0 : 1),
    cell: ({ retiredAt }) => (
      <StateBadge tone={retiredAt === null ? 'good' : 'neutral'}>
        {t(retiredAt === null ? 'settings.inUse' : 'settings.retired')}
      </StateBadge>
    ),
  },
  {
    id: 'actions',
    header: t('settings.actions'),
    isFigure: true,
    cell: (filament) => <FilamentActions filament={filament} />,
  },
];
