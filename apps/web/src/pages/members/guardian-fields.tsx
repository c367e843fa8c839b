import { Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { memberQuery } from '../../api/queries';
import type { Fields } from '../../parts/form/form';
import { ProblemAlert } from '../../parts/problem-alert';
import type { MemberTyped } from './member-fields';
import { membersQuery } from './people';

const SHOWN = 50;

interface Props extends Pick<Fields<MemberTyped>, 'field' | 'values'> {
  /** A member cannot be their own guardian. */
  readonly memberId: string | undefined;
}

/** Until when the member is a minor, and which adult is responsible until then. */
export function GuardianFields({ memberId, field, values: { guardianId } }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), 300);
  const found = useQuery({
    ...membersQuery({ limit: SHOWN, ...(search && { search }) }),
    placeholderData: keepPreviousData,
  });
  // The chosen adult stays in the list, whatever is searched.
  const known = useQuery({ ...memberQuery(guardianId), enabled: guardianId !== '' });
  const adults = (found.data?.items ?? []).filter(
    ({ id, minorUntil }) => id !== memberId && id !== guardianId && !minorUntil,
  );
  const chosen = known.isPending
    ? t('common.loading')
    : (known.data?.displayName ?? t('members.details.guardianUnknown'));
  return (
    <Fieldset legend={t('members.details.guardian')}>
      <Stack>
        <TextInput type="date" {...field('minorUntil')} label={t('members.form.minorUntil')} required />
        <TextInput
          type="search"
          label={t('members.form.guardianSearch')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
        <NativeSelect
          {...field('guardianId')}
          label={t('members.form.guardian')}
          required
          data={[
            guardianId ? { value: guardianId, label: chosen } : { value: '', label: '–' },
            ...adults.map(({ id, displayName }) => ({ value: id, label: displayName })),
          ]}
        />
      </Stack>
    </Fieldset>
  );
}
