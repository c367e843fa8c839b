import type { NativeSelectProps } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SearchedSelect, useSearch } from '../../../parts/searched-select';

const SHOWN = 50;

interface Props extends Omit<NativeSelectProps, 'data'> {
  /** The id of the chosen organisation; empty: none. */
  readonly chosen: string;
}

/** The school or the association to which a group belongs; the chosen one stays offered during another search. */
export function OrganisationChoice({ chosen, ...field }: Props) {
  const { t } = useTranslation();
  const search = useSearch();
  const found = useQuery({
    ...get('/api/v1/organisations', {
      query: { limit: SHOWN, ...(search.search && { search: search.search }) },
    }),
    placeholderData: keepPreviousData,
  });
  const own = useQuery({
    ...get('/api/v1/organisations/{id}', { path: { id: chosen } }),
    enabled: chosen !== '',
  });
  const others = (found.data?.items ?? []).filter(({ id }) => id !== chosen);
  const offered = [...(chosen && own.data ? [own.data] : []), ...others];
  return (
    <>
      <SearchedSelect
        {...field}
        label={t('groups.field.organisationId')}
        searchLabel={t('groups.form.searchOrganisation')}
        search={search}
        none={t('groups.form.noOrganisation')}
        choices={offered.map(({ id, name }) => ({ value: id, label: name }))}
        note={found.data && others.length === 0 && search.search ? t('groups.form.noMatch') : undefined}
      />
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
    </>
  );
}
