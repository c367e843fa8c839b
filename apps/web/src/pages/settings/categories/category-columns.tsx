import type { TFunction } from 'i18next';
import type { Schemas } from '../../../api/client';
import { formatNumber } from '../../../parts/format';
import { StateBadge } from '../../../parts/state-badge';
import type { Column } from '../../../parts/table/data-table';
import { nameIn } from '../name-in';
import { CategoryActions } from './category-actions';

type Category = Schemas['MemberCategory'];

/** The columns of the list of categories; with what one can do to each, for those who may. */
export const categoryColumns = (t: TFunction, mayChange: boolean): Column<Category>[] => [
  { id: 'name', header: t('categories.name'), value: nameIn },
  {
    id: 'tariff',
    header: t('categories.tariff'),
    value: ({ tariff }) => t(`categories.tariffs.${tariff}`),
  },
  {
    id: 'position',
    header: t('categories.position'),
    value: ({ position }) => position,
    cell: ({ position }) => formatNumber(position),
    isFigure: true,
    choice: 'hidden',
  },
  { id: 'code', header: t('settings.code'), value: ({ code }) => code, choice: 'hidden' },
  {
    id: 'state',
    header: t('settings.state'),
    value: ({ retiredAt }) => (retiredAt === null ? 0 : 1),
    cell: ({ retiredAt }) => (
      <StateBadge tone={retiredAt === null ? 'good' : 'neutral'}>
        {t(retiredAt === null ? 'categories.offered' : 'categories.retired')}
      </StateBadge>
    ),
  },
  ...(mayChange ? [actions(t('settings.actions'))] : []),
];

const actions = (header: string): Column<Category> => ({
  id: 'actions',
  header,
  isFigure: true,
  cell: (category) => <CategoryActions category={category} />,
});
