import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { documentStateValues, paperKindValues } from '../../api/schema';
import { ListFilter } from '../../parts/table/list-filter';
import { TickFilter } from '../../parts/table/tick-filter';
import { useFilters } from '../../parts/table/use-filters';

const MOST_CLIENTS = 200;

/** Filters of the list of documents. They are in the page's address. */
export function DocumentFilters() {
  const { t } = useTranslation();
  const [chosen, set] = useFilters(['kind', 'state', 'client', 'overdue']);
  const clients = useQuery({
    ...get('/api/v1/organisations', { query: { limit: MOST_CLIENTS } }),
    staleTime: 60_000,
  });
  const all = { value: '', label: t('documents.all') };
  const filters = [
    {
      ...{ name: 'kind' as const, label: t('documents.kind') },
      options: paperKindValues.map((value) => ({ value, label: t(`documents.kinds.${value}`) })),
    },
    {
      ...{ name: 'state' as const, label: t('documents.state') },
      options: documentStateValues.map((value) => ({ value, label: t(`documents.states.${value}`) })),
    },
    {
      ...{ name: 'client' as const, label: t('documents.client') },
      options: (clients.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
    },
  ];
  return (
    <>
      {filters.map(({ name, label, options }) => (
        <ListFilter<string>
          key={name}
          label={label}
          value={chosen[name]}
          onChange={(value) => set(name, value)}
          options={[all, ...options]}
        />
      ))}
      <TickFilter
        label={t('documents.onlyOverdue')}
        isOn={chosen.overdue === 'true'}
        onChange={(isOn) => set('overdue', isOn ? 'true' : '')}
      />
    </>
  );
}
