import { Checkbox } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../parts/form/form';
import { ProblemAlert } from '../../../parts/problem-alert';
import { type Choice, SearchedSelect, useSearch } from '../../../parts/searched-select';
import { membersQuery } from '../../members/people';
import type { GroupDetail } from './group';
import { PEOPLE_TOUCH, putPerson } from './put-person';

const SHOWN = 50;

interface Props {
  readonly group: GroupDetail;
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

/** Adds a member to a group; the chosen one stays offered during another search. */
export function AddPerson({ group, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const search = useSearch();
  const [chosen, setChosen] = useState<Choice>();
  const found = useQuery({
    ...membersQuery({ limit: SHOWN, ...(search.search && { search: search.search }) }),
    placeholderData: keepPreviousData,
  });
  const known = new Set([...group.people.map(({ memberId }) => memberId), chosen?.value]);
  const others = (found.data?.items ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, displayName }) => ({ value: id, label: displayName }));
  const offered = chosen ? [chosen, ...others] : others;
  return (
    <Form
      initial={{ memberId: '', leads: false }}
      send={({ memberId, leads }) => putPerson(group.id, memberId, leads)}
      touches={PEOPLE_TOUCH}
      onDone={onDone}
      onCancel={onCancel}
      submit={t('groups.people.save')}
    >
      {({ field, tick, set }) => (
        <>
          <SearchedSelect
            {...field('memberId')}
            label={t('groups.people.member')}
            searchLabel={t('groups.people.search')}
            search={search}
            required
            choices={offered}
            onChange={({ currentTarget: { value } }) => {
              setChosen(offered.find((each) => each.value === value));
              set({ memberId: value });
            }}
            note={found.data && others.length === 0 ? t('groups.people.noMatch') : undefined}
          />
          {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
          <Checkbox {...tick('leads')} label={t('groups.people.leads')} />
        </>
      )}
    </Form>
  );
}
