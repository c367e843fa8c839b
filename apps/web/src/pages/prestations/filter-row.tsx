import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { ListFilter } from '../../parts/table/list-filter';
import { TickFilter } from '../../parts/table/tick-filter';
import { responsiblesQuery } from './billing';
import { usePrestationFilters } from './filters';

/** As many clients as a list of choices offers; the search finds the others. */
const MOST_CLIENTS = 200;

/** Filters of the board and the list: client, responsible person, late. */
export function FilterRow() {
  const { t } = useTranslation();
  const { client, responsible, isLate, set } = usePrestationFilters();
  const clients = useQuery({
    ...get('/api/v1/organisations', { query: { limit: MOST_CLIENTS } }),
    staleTime: 60_000,
  });
  const responsibles = useQuery(responsiblesQuery);
  const everyone = { value: '', label: t('prestations.all') };
  return (
    <>
      <ListFilter
        label={t('prestations.client')}
        value={client}
        onChange={(value) => set('client', value)}
        options={[
          everyone,
          ...(clients.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <ListFilter
        label={t('prestations.responsible')}
        value={responsible}
        onChange={(value) => set('responsible', value)}
        options={[
          everyone,
          ...(responsibles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <TickFilter
        label={t('prestations.onlyLate')}
        isOn={isLate}
        onChange={(isOn) => set('late', isOn ? 'true' : '')}
      />
    </>
  );
}
