import { useTranslation } from 'react-i18next';
import { jobStateValues } from '../../api/schema';
import { usePageParams, withFilter } from '../../parts/page-params';
import { ListFilter } from '../../parts/table/list-filter';
import type { JobState } from './queries';

export type Filter = JobState | 'all' | 'now';

const isFilter = (value: string | null): value is Filter =>
  value === 'all' || value === 'now' || jobStateValues.some((state) => state === value);

/** The filter is in the page's address: going back from a job shows the same list. */
export function useFilter(otherwise: Filter): [Filter, (filter: Filter) => void] {
  const [params, change] = usePageParams();
  const wanted = params.get('state');
  const choose = (filter: Filter) =>
    change((before) => withFilter(before, 'state', filter === otherwise ? '' : filter), { replace: true });
  return [isFilter(wanted) ? wanted : otherwise, choose];
}

interface Props {
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
  /** The first choice, before the states. */
  readonly first: readonly ('all' | 'now')[];
}

export function StateFilter({ filter, choose, first }: Props) {
  const { t } = useTranslation();
  const options = [
    ...first.map((value) => ({ value, label: t(`jobs.${value}`) })),
    ...jobStateValues.map((value) => ({ value, label: t(`jobs.state.${value}`) })),
  ];
  return <ListFilter<Filter> label={t('jobs.filter')} value={filter} onChange={choose} options={options} />;
}
