import { Checkbox, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { useMe } from '../../frame/use-me';

/** For whom a person registers: themselves, or a minor whose guardian they are, with their agreement. */
export interface ForWhom {
  readonly memberId: string;
  readonly consent: boolean;
}

interface Props {
  readonly value: ForWhom;
  readonly onChange: (value: ForWhom) => void;
  /** People who have a place already. */
  readonly without?: readonly string[];
}

/** Shows nothing to a person without wards: then it is for themselves. */
export function PersonFields({ value, onChange, without = [] }: Props) {
  const { t } = useTranslation();
  const { member } = useMe();
  const people = usePeople().filter(({ value: id }) => !without.includes(id));
  if (people.length === 0 || (people.length === 1 && people[0]?.value === member.id)) return null;
  return (
    <>
      <NativeSelect
        size="md"
        label={t('sessions.forWhom')}
        value={value.memberId}
        onChange={({ currentTarget }) => onChange({ memberId: currentTarget.value, consent: false })}
        data={people}
      />
      {value.memberId !== member.id && (
        <Checkbox
          size="md"
          label={t('sessions.consent')}
          checked={value.consent}
          onChange={({ currentTarget }) => onChange({ ...value, consent: currentTarget.checked })}
        />
      )}
    </>
  );
}

/** The person, then the minors whose guardian they are. */
export function usePeople(): { value: string; label: string }[] {
  const { t } = useTranslation();
  const { member } = useMe();
  const wards = useQuery({ ...get('/api/v1/me/wards'), staleTime: 60_000 });
  return [
    { value: member.id, label: t('sessions.me') },
    ...(wards.data?.items ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
  ];
}
