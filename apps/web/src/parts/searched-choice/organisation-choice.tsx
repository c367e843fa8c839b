import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { type ChoiceProps, SearchedChoice } from './searched-choice';
import { useChosen, useSearch } from './use-search';

interface Props extends ChoiceProps {
  readonly onChosen?: (organisation: Schemas['Organisation'] | undefined) => void;
}

/** A choice of one organisation: a client, a school, an association. */
export function OrganisationChoice({ onChosen, onChange, ...field }: Props) {
  const { t } = useTranslation();
  const search = useSearch();
  const found = useQuery({
    ...get('/api/v1/organisations', { query: search.query }),
    placeholderData: keepPreviousData,
  });
  const [chosen, choose] = useChosen(field.value, found.data?.items);
  const known = useQuery({
    ...get('/api/v1/organisations/{id}', { path: { id: field.value } }),
    enabled: field.value !== '' && !chosen,
  });
  return (
    <SearchedChoice
      label={t('searched-choice.client')}
      searchLabel={t('searched-choice.searchClient')}
      noMatch={t('searched-choice.noOrganisation')}
      {...field}
      search={search}
      found={found}
      nameOf={({ name }) => name}
      chosen={(chosen ?? known.data)?.name}
      onChange={(event) => {
        onChosen?.(choose(event.currentTarget.value));
        onChange?.(event);
      }}
    />
  );
}
