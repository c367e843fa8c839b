import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { JOB_STATES, type JobState } from './queries';

export type Filter = JobState | 'all' | 'now';

const isFilter = (value: string | null): value is Filter =>
  value === 'all' || value === 'now' || (JOB_STATES as readonly (string | null)[]).includes(value);

/** Which jobs are shown stands in the address: going back from a job finds the same ones. */
export function useFilter(otherwise: Filter): [Filter, (filter: Filter) => void] {
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('state');
  const choose = (filter: Filter) =>
    setSearch(filter === otherwise ? {} : { state: filter }, { replace: true });
  return [isFilter(wanted) ? wanted : otherwise, choose];
}

interface Props {
  readonly filter: Filter;
  readonly choose: (filter: Filter) => void;
  /** What is offered before the states. */
  readonly first: readonly ('all' | 'now')[];
}

export function StateFilter({ filter, choose, first }: Props) {
  const { t } = useTranslation();
  const data = [
    ...first.map((value) => ({ value, label: t(`jobs.${value}`) })),
    ...JOB_STATES.map((value) => ({ value, label: t(`jobs.state.${value}`) })),
  ];
  return (
    <NativeSelect
      size="md"
      label={t('jobs.filter')}
      maw={320}
      value={filter}
      onChange={({ currentTarget }) => choose(currentTarget.value as Filter)}
      data={data}
    />
  );
}
