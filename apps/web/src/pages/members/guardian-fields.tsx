import { Fieldset, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FaultOf } from '../../parts/form';
import { ProblemAlert } from '../../parts/problem-alert';
import { dayIn, NETWORK_ZONE } from '../../parts/zone';
import { type Member, memberQuery, membersQuery } from './people';

const SHOWN = 50;

/** Until when somebody is a minor, and which adult answers for them until then. */
export function GuardianFields({ member, faultOf }: { member: Member | undefined; faultOf: FaultOf }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), 300);
  const found = useQuery({
    ...membersQuery({ limit: SHOWN, ...(search && { search }) }),
    placeholderData: keepPreviousData,
  });
  const guardianId = member?.guardianId ?? '';
  const known = useQuery({ ...memberQuery(guardianId), enabled: guardianId !== '' });
  const adults = (found.data?.items ?? []).filter(
    ({ id, minorUntil }) => id !== member?.id && id !== guardianId && !minorUntil,
  );
  const present = known.data?.displayName ?? t('members.details.guardianUnknown');
  return (
    <Fieldset legend={t('members.details.guardian')}>
      <Stack>
        <TextInput
          type="date"
          name="minorUntil"
          label={t('members.form.minorUntil')}
          defaultValue={member?.minorUntil ? dayIn(member.minorUntil, NETWORK_ZONE) : ''}
          error={faultOf('minorUntil')}
          required
        />
        <TextInput
          type="search"
          label={t('members.form.guardianSearch')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
        {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
        <NativeSelect
          name="guardianId"
          label={t('members.form.guardian')}
          error={faultOf('guardianId')}
          required
          data={[
            guardianId ? { value: guardianId, label: present } : { value: '', label: '–' },
            ...adults.map(({ id, displayName }) => ({ value: id, label: displayName })),
          ]}
        />
      </Stack>
    </Fieldset>
  );
}
