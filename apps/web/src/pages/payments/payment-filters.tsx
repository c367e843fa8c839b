import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { meansValues } from '../../api/schema';
import { DayFilter } from '../../parts/table/day-filter';
import { ListFilter } from '../../parts/table/list-filter';
import { TickFilter } from '../../parts/table/tick-filter';
import { useFilters } from '../../parts/table/use-filters';
import { useMeansName } from './use-means-name';

const MOST_CLIENTS = 200;

/** Filters of the list of payments. They are in the page's address. */
export function PaymentFilters() {
  const { t } = useTranslation();
  const nameOf = useMeansName();
  const [chosen, set] = useFilters(['means', 'client', 'first', 'last', 'unused']);
  const clients = useQuery({
    ...get('/api/v1/organisations', { query: { limit: MOST_CLIENTS } }),
    staleTime: 60_000,
  });
  const all = { value: '', label: t('payments.all') };
  return (
    <>
      <ListFilter<string>
        label={t('payments.means')}
        value={chosen.means}
        onChange={(value) => set('means', value)}
        options={[all, ...meansValues.map((value) => ({ value, label: nameOf(value) }))]}
      />
      <ListFilter<string>
        label={t('payments.client')}
        value={chosen.client}
        onChange={(value) => set('client', value)}
        options={[all, ...(clients.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))]}
      />
      {(['first', 'last'] as const).map((name) => (
        <DayFilter
          key={name}
          label={t(`payments.${name}`)}
          value={chosen[name]}
          onChange={(value) => set(name, value)}
        />
      ))}
      <TickFilter
        label={t('payments.unused')}
        isOn={chosen.unused === 'true'}
        onChange={(isOn) => set('unused', isOn ? 'true' : '')}
      />
    </>
  );
}
